import { Columns, Stack } from "@/app/_ui/columns";
import type { OwnRequest } from "@/lib/request/agenda";
import { daysAhead, type Move, obligationsOf, type Regimes } from "@/lib/request/agenda";
import { Dates } from "./dates";
import { Moves } from "./moves";
import { Moving } from "./moving";
import { Obligations } from "./obligations";
import { Totals } from "./totals";

/** Where a researcher's own requests stand: their moves, what moves elsewhere, totals, dates and what is still owed. */
export function OwnWork({ requests, moves, today, regimes }: { requests: readonly OwnRequest[]; moves: readonly Move[]; today: string; regimes: Regimes }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Moves moves={moves} />
      <Columns shape="aside">
        <Stack>
          <Moving requests={underWay(requests)} today={today} />
          <Totals requests={requests} />
        </Stack>
        <Stack>
          <Dates days={daysAhead(requests, today, regimes)} today={today} places={requests.flatMap(({ from, to }) => [from.jurisdiction, to.jurisdiction])} />
          <Obligations obligations={obligationsOf(requests, today)} />
        </Stack>
      </Columns>
    </div>
  );
}

/** With a desk, or with somebody else who was asked; what was sent back to the reader is their move and stands there. */
export function underWay(requests: readonly OwnRequest[]): OwnRequest[] {
  return requests.filter(({ status, requester }) => status === "submitted" || status === "in-review" || status === "approved" || (status === "returned" && !requester.mine));
}
