import { Meter } from "@/app/_ui/meter";
import { Panel } from "@/app/_ui/panel";
import { quantityWords } from "@/lib/server/quantity-words";
import { balance } from "@/lib/permit/balance";
import type { OwnRequest } from "@/lib/request/agenda";
import { reader } from "@/lib/server/language";

/** How much of each permit is used. */
export async function Totals({ requests }: { requests: readonly OwnRequest[] }) {
  const { t, format } = await reader();
  const held = requests.flatMap((request) => (request.permit?.status === "valid" ? [{ request, permit: request.permit }] : []));
  if (held.length === 0) return null;
  return (
    <Panel title={t("home.totals.title")} count={t("home.totals.count", { count: held.length })}>
      <ul>
        {held.map(({ request, permit }) => {
          const amount = (value: string) => quantityWords({ value, unit: permit.limitUnit }, { t, format });
          const { used, remaining } = balance({ value: permit.limitValue }, [{ direction: "out", quantity: { value: permit.used } }]);
          return (
            <li key={request.id} className="border-t border-line px-4 py-3.5 first:border-t-0 sm:px-5">
              <h3 className="flex flex-wrap justify-between gap-x-4 text-md"><a href={`/requests/${request.id}`} className="text-ink no-underline hover:text-ink hover:underline">{request.title || t("pages.untitled")}</a><span className="text-xs font-normal text-ink-3">{permit.revokedFrom === null ? t("home.totals.until", { day: format.date(permit.validUntil) }) : t("home.totals.revokedFrom", { day: format.date(permit.revokedFrom) })}</span></h3>
              <Meter used={Number(used)} limit={Number(permit.limitValue)} labels={{ now: t("pages.permit.moved", { amount: amount(used) }), limit: t("home.totals.limit", { amount: amount(permit.limitValue) }), used: <a href={`/permits/${permit.number}`} className="font-mono text-2xs">{permit.number}</a>, left: t("pages.permit.left", { amount: amount(remaining) }) }} />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
