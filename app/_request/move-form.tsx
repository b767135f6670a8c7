import { More } from "@/app/_ui/panel";
import { reader } from "@/lib/server/language";
import type { OfferedMove } from "@/lib/server/moves-offered";
import type { RequestDetail } from "@/lib/server/request-detail";
import { nameAt } from "@/lib/workflow/step-name";
import { RequestForm } from "./request-form";
import { outcomeWord } from "./step-tag";

/** The other versions of a case's workflow: first what would be different, then the form; none where a decision would be lost. */
export async function MoveForms({ detail, moves }: { detail: RequestDetail; moves: readonly OfferedMove[] }) {
  const { language, t, format } = await reader();
  return moves.map(({ version, difference, decided, names }) => {
    const called = (id: string) => (nameAt(names, id) ?? nameAt(detail.names.steps, id))?.[language] ?? id;
    const list = (ids: readonly string[]) => format.list(ids.map(called));
    const { fresh, gone, changed } = difference;
    const summary = t("after.forms.move", { version });
    const ends = decided.map(({ step, outcome }) => t("after.forms.decidedStep", { step: called(step), outcome: outcomeWord(outcome, t) }));
    const lead = <p className="pb-3 text-sm text-ink-2">{[t("after.forms.difference", { fresh: list(fresh), freshCount: fresh.length, gone: list(gone), goneCount: gone.length, changed: list(changed), changedCount: changed.length, all: fresh.length + gone.length + changed.length }).trim(), ...(ends.length > 0 ? [t("after.forms.decided", { steps: format.list(ends) })] : [])].join(language.startsWith("zh") ? "" : " ")}</p>;
    if (difference.lost.length === 0) return <RequestForm key={version} request={detail.id} command="move" folded={{ within: true, summary, lead }} fields={[{ is: "hidden", name: "version", value: String(version) }, { is: "area", name: "reason", label: t("pages.end.reason"), rows: 2 }]} label={summary} />;
    return (
      <More key={version} within summary={summary}>
        {lead}
        <p className="text-sm text-stop">{t("after.forms.lost", { steps: list(difference.lost) })}</p>
      </More>
    );
  });
}
