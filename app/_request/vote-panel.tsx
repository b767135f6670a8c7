import { Button } from "@/app/_ui/button";
import { DefinitionList } from "@/app/_ui/definition-list";
import { Panel } from "@/app/_ui/panel";
import { votes } from "@/lib/workflow/vote";
import { reader } from "@/lib/server/language";
import type { DetailStep, RequestDetail } from "@/lib/server/request-detail";
import type { Folded } from "./command-form";
import type { FormField } from "./form-input";
import { refusalSentence } from "./outcome";
import { StepForm } from "./step-form";

/** Where the members of a desk vote: how it stands, one's own vote, standing aside, and closing it. Its desk sees it and nobody else. */
export async function VotePanel({ detail, step }: { detail: RequestDetail; step: DetailStep }) {
  const words = await reader();
  const { t } = words;
  const may = (command: string) => detail.allowed.find((one) => one.command === command && one.step === step.id);
  const [vote, closing, aside] = [may("vote"), may("closeVote"), may("recuse")];
  if (!step.vote || !step.standing) return null;
  const here = `/requests/${detail.id}/decide/${step.id}`;
  const form = (command: string, fields: readonly FormField[], label: string, folded?: Folded) => (
    <StepForm detail={detail} step={step} command={command} fields={fields} label={label} look={folded ? "plain" : "first"} next={here} folded={folded} />
  );
  const tied = step.standing.outcome === "tied";
  const ways = tied ? votes.filter((one) => one !== "abstain") : votes;
  return (
    <div data-screen id="vote" tabIndex={-1}>
      <Panel title={t("pages.vote.title")} count={t("pages.vote.count", { cast: step.ballots.length, members: step.standing.members })}>
        <div className="grid gap-5 px-4 py-4 sm:px-5">
          <Standing detail={detail} step={step} />
          {tied && vote?.allowed && <p className="max-w-read text-sm">{t("pages.vote.tied")}</p>}
          {/* Of a vote that is over nothing is offered. */}
          {vote?.allowed
            ? form("vote", [
                { is: "one", name: "vote", label: t(tied ? "pages.vote.casting" : "pages.vote.yours"), options: ways.map((value) => ({ value, label: t(`pages.vote.${value}`) })) },
                ...(tied ? [{ is: "hidden" as const, name: "casting", value: "true" }] : []),
                { is: "area", name: "text", label: t("pages.vote.text"), hint: t("pages.vote.textHint"), rows: 2, optional: true },
              ], t(tied ? "pages.vote.giveCasting" : "pages.vote.give"))
            : vote && <Button reason={words.format.sentences(vote.reasons.map((reason) => refusalSentence(reason, words, detail.names.steps)))}>{t("pages.vote.give")}</Button>}
        </div>
        {aside?.allowed && form("recuse", [{ is: "area", name: "reason", label: t("pages.vote.asideWhy"), hint: t("pages.vote.asideHint"), rows: 2 }], t("pages.vote.aside"), { summary: t("pages.vote.aside") })}
        {closing?.allowed && form("closeVote", [], t("pages.vote.close"), { summary: t("pages.vote.close"), lead: <p className="mb-3 text-sm text-ink-2">{t("pages.vote.closeLead")}</p> })}
      </Panel>
    </div>
  );
}

/** The rule, the count, and who has voted how. */
async function Standing({ detail, step: { vote, standing, ballots, recused, substitutes, casting } }: { detail: RequestDetail; step: DetailStep }) {
  const { t, format } = await reader();
  if (!vote || !standing) return null;
  const called = (person: string) => detail.names.people[person] ?? t("pages.story.somebody");
  const list = (names: readonly string[]) => (names.length === 0 ? undefined : format.series(names));
  const carries = typeof vote.carries === "number" ? t("pages.vote.rule.number", { count: vote.carries }) : t(`pages.vote.rule.${vote.carries}`);
  const rule = [carries, t("pages.vote.rule.quorum", { count: standing.quorum }), ...(vote.veto ? [t("pages.vote.rule.veto")] : []), ...(vote.casting ? [t("pages.vote.rule.casting")] : [])];
  const voter = ({ person, for: member }: (typeof ballots)[number]) => (member === undefined ? called(person) : t("pages.story.inPlaceOf", { who: called(person), for: called(member) }));
  const by = (kind: (typeof votes)[number]) => list(ballots.filter((ballot) => ballot.vote === kind).map(voter));
  return (
    <>
      <p className="max-w-read text-sm text-ink-2">{format.sentences(rule)}</p>
      {standing.missing > 0 && <p className="max-w-read text-sm text-stop">{t("pages.vote.missing", { count: standing.missing })}</p>}
      <DefinitionList
        answers={[
          { term: `${t("pages.vote.for")} · ${standing.for}`, value: by("for") },
          { term: `${t("pages.vote.against")} · ${standing.against}`, value: by("against") },
          { term: `${t("pages.vote.abstain")} · ${standing.abstain}`, value: by("abstain") },
          { term: t("pages.vote.out"), value: list(standing.out.map(called)) },
          ...(recused.length > 0 ? [{ term: t("pages.vote.stoodAside"), value: list(recused.map(called)) }] : []),
          ...(substitutes.length > 0 ? [{ term: t("pages.vote.substitutes"), value: list(substitutes.map(called)) }] : []),
          ...(casting ? [{ term: t("pages.vote.casting"), value: format.joined([voter(casting), t(`pages.vote.${casting.vote}`)]) }] : []),
        ]}
      />
    </>
  );
}
