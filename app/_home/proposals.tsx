import Link from "next/link";
import { Panel } from "@/app/_ui/panel";
import { RowList } from "@/app/_ui/row-list";
import type { PersonActor } from "@/lib/access/actor";
import { reader } from "@/lib/server/language";
import { listedWorkflows } from "@/lib/server/workflow-detail";
import { keepsPolicy } from "@/lib/workflow/proposal/decide";

/** New versions of workflows that wait to be approved; lit where somebody else's is the reader's to decide. */
export async function ProposalsWaiting({ actor }: { actor: PersonActor }) {
  const [{ t, ui, format }, found] = await Promise.all([reader(), listedWorkflows(actor)]);
  const open = found?.workflows.flatMap(({ kind, proposals }) => proposals.filter(({ status }) => status === "proposed").map((one) => ({ ...one, kind }))) ?? [];
  if (!found || open.length === 0) return null;
  return (
    <Panel title={t("workflows.waiting")} lit={keepsPolicy(actor) && open.some(({ author }) => author !== actor.id)}>
      <RowList
        items={open.map(({ id, kind, version, author, proposedAt }) => ({
          id,
          title: <Link href={`/workflows/proposals/${id}`}>{format.pair(ui(`kind.${kind}`), t("pages.version", { version }))}</Link>,
          detail: t("workflows.proposed", { day: format.date(proposedAt), who: found.names[author] ?? "" }),
        }))}
      />
    </Panel>
  );
}
