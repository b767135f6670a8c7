import { DataTable } from "@/app/_ui/data-table";
import { Panel } from "@/app/_ui/panel";
import { fieldOf } from "@/lib/kind/catalogue";
import { showFact } from "@/lib/kind/show-fact";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";

/** What the requester changed since the desks decided last: the old answer and the new one side by side, and nothing that stayed. */
export async function Changes({ detail }: { detail: RequestDetail }) {
  const { language, t } = await reader();
  const { factsBefore, facts } = detail;
  if (factsBefore === null || detail.changed.length === 0) return null;
  const say = (key: string) => t(`facts.${key}`);
  const rows = detail.changed.flatMap((fact) => {
    const field = fieldOf(fact);
    if (!field) return [];
    const shown = (value: (typeof facts)[string] | undefined) => (value === undefined ? "–" : showFact(field, value, language, say));
    return [{ fact, name: t(`facts.${fact}.short`), before: shown(factsBefore[fact]), now: shown(facts[fact]) }];
  });
  if (rows.length === 0) return null;
  return (
    <Panel title={t("case.changes.title")} count={t("case.changes.count", { count: rows.length })}>
      <DataTable
        caption={t("case.changes.title")}
        rows={rows}
        keyOf={({ fact }) => fact}
        columns={[
          { id: "name", head: t("case.changes.question"), look: "short", cell: ({ name }) => <span className="font-medium">{name}</span> },
          { id: "before", head: t("case.changes.before"), cell: ({ before }) => <del>{before}</del> },
          { id: "now", head: t("case.changes.now"), look: "wide", cell: ({ now }) => <ins>{now}</ins> },
        ]}
      />
    </Panel>
  );
}
