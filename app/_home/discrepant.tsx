import Link from "next/link";
import { Panel } from "@/app/_ui/panel";
import { RowList } from "@/app/_ui/row-list";
import { discrepantPermits } from "@/db/queries/discrepant-permits";
import type { PersonActor } from "@/lib/access/actor";
import { reader } from "@/lib/server/language";

/** Ledgers in which something does not agree, until one of the reader's desks says what became of it. */
export async function DiscrepantWork({ actor }: { actor: PersonActor }) {
  const [{ t }, found] = await Promise.all([reader(), discrepantPermits(actor)]);
  if (found.length === 0) return null;
  return (
    <Panel title={t("ledger.open.home")} lit>
      <RowList items={found.map(({ requestId, number, title, open }) => ({ id: requestId, title: <Link href={`/requests/${requestId}#discrepancies`}>{title || t("pages.untitled")}</Link>, detail: <span className="font-mono text-2xs">{number}</span>, end: t("ledger.open.ofPermit", { count: open }) }))} />
    </Panel>
  );
}
