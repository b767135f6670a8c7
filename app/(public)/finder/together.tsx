import { proposalOptions } from "@/app/_dossier/proposal-options";
import { Button } from "@/app/_ui/button";
import { CheckboxList } from "@/app/_ui/choices";
import { Panel } from "@/app/_ui/panel";
import { propose } from "@/lib/dossier/propose";
import type { Answers } from "@/lib/finder/answers";
import type { RulesReader } from "@/lib/server/rules-in-force";
import { Carried } from "./carried";

/** The further requests that this movement needs, each with why; those that nearly always go with it are ticked. A plain form: what was ticked stands in the address. */
export function Together({ answers, words }: { answers: Answers; words: RulesReader }) {
  const { t, ui } = words;
  const { kind, facts, claims } = answers;
  if (kind === null) return null;
  const proposals = propose(words.rules.packs, { kind, facts, claims });
  if (proposals.length === 0) return null;
  return (
    <Panel title={t("dossier.finder.title")} id="together" padded>
      <form method="get" action="/dossiers/new" className="grid gap-4">
        <Carried answers={{ ...answers, variant: null }} />
        <p className="text-sm text-ink-2">{t("dossier.finder.lead")}</p>
        <CheckboxList question={{ t: ui, name: "with", label: t("dossier.finder.which") }} options={proposalOptions(proposals, words)} chosen={proposals.filter(({ perhaps }) => !perhaps).map(({ id }) => id)} />
        <div data-screen><Button>{t("dossier.finder.do")}</Button></div>
      </form>
    </Panel>
  );
}
