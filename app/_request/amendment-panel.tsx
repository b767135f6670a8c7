import { DataTable } from "@/app/_ui/data-table";
import { Panel } from "@/app/_ui/panel";
import { fieldOf } from "@/lib/kind/catalogue";
import { showFact } from "@/lib/kind/show-fact";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { quantityWords } from "@/lib/server/quantity-words";

/** What an amendment or a renewal would change: what holds now and what would hold, and nothing that stays. */
export async function AmendmentPanel({ detail }: { detail: RequestDetail }) {
  const { language, t, format } = await reader();
  const { amendment, facts, window, limit } = detail;
  if (amendment === null || window === null || limit === null) return null;
  const say = (key: string) => t(`facts.${key}`);
  const days = ({ from, to }: { from: string; to: string }) => t("rules.fromTo", { from: format.date(from), to: format.date(to) });
  const amount = (of: { value: string; unit: string }) => quantityWords(of, { t, format });
  const besides: Readonly<Record<string, readonly [string, string, string]>> = {
    window: [t("pages.permit.valid"), days(window), days(amendment.window)],
    limit: [t("after.amend.limit"), amount(limit), amount(amendment.limit)],
    claims: [t("after.amend.claims"), format.list(detail.claims) || "–", format.list(amendment.claims) || "–"],
  };
  const rows = amendment.changed.flatMap((name) => {
    const [term, before, now] = besides[name] ?? [];
    if (term !== undefined && before !== undefined && now !== undefined) return [{ name: term, before, now }];
    const field = fieldOf(name);
    const shown = (value: (typeof facts)[string] | undefined) => (field === undefined || value === undefined ? "–" : showFact(field, value, language, say));
    return field ? [{ name: t(`facts.${name}.short`), before: shown(facts[name]), now: shown(amendment.facts[name]) }] : [];
  });
  const title = t(`after.amendment.${amendment.as}`);
  return (
    <Panel id="amendment" title={title} count={t(amendment.agreed ? "after.amendment.agreed" : "after.amendment.asked", { day: format.date(amendment.at) })}>
      <p className="px-4 py-3 text-sm whitespace-pre-line text-ink-2 sm:px-5">{amendment.reason}</p>
      <DataTable
        caption={title}
        rows={rows}
        keyOf={({ name }) => name}
        columns={[
          { id: "name", head: t("case.changes.question"), look: "short", cell: ({ name }) => <span className="font-medium">{name}</span> },
          { id: "before", head: t("after.amendment.holds"), cell: ({ before }) => before },
          { id: "now", head: t("after.amendment.would"), cell: ({ now }) => <ins>{now}</ins> },
        ]}
      />
    </Panel>
  );
}
