import { Button } from "@/app/_ui/button";
import { Panel } from "@/app/_ui/panel";
import { recommendations } from "@/lib/workflow/referral";
import { reader } from "@/lib/server/language";
import type { DetailStep, RequestDetail } from "@/lib/server/request-detail";
import type { FormField } from "./form-input";
import { refusalSentence } from "./outcome";
import { StepForm } from "./step-form";

/** Whose hands a step is in, what can be done about that, and the advice on it. An officer who may not take it sees why; whoever was asked sees the question, and nobody else anything. */
export async function HandsPanel({ detail, step }: { detail: RequestDetail; step: DetailStep }) {
  const words = await reader();
  const { t, format } = words;
  const may = (command: string) => detail.allowed.find((one) => one.command === command && one.step === step.id);
  const isStranger = may("claim")?.reasons.some(({ code }) => code === "notPermitted") ?? true;
  if (step.status !== "open" || (isStranger && step.advice.length === 0)) return null;
  const here = `/requests/${detail.id}/decide/${step.id}`;
  const named = (id: string) => detail.names.people[id] ?? t("pages.story.somebody");
  const form = (command: string, fields?: readonly FormField[]) => (
    <StepForm key={command} detail={detail} step={step} command={command} fields={fields} label={t(`case.hands.${command}`)} next={here} folded={fields && { summary: t(`case.hands.${command}`) }} />
  );
  const to: FormField = { is: "text", name: "to", label: t("case.hands.to"), hint: t("case.hands.toHint"), inputMode: "email" };
  const why = (optional: boolean): FormField => ({ is: "area", name: "reason", label: t("case.hands.why"), rows: 2, optional });
  const asked: Readonly<Record<(typeof worded)[number], readonly FormField[]>> = {
    assign: [to, { is: "select", name: "keepWork", label: t("case.hands.begun"), options: [{ value: "true", label: t("case.hands.begunKept") }, { value: "false", label: t("case.hands.begunLeft") }], value: "true" }, why(true)],
    delegate: [to, why(false)],
    refer: [to, { is: "area", name: "question", label: t("case.hands.question"), rows: 2 }, { is: "date", name: "due", label: t("case.hands.due"), optional: true }],
    advise: [{ is: "one", name: "recommends", label: t("case.hands.recommends"), options: recommendations.map((value) => ({ value, label: t(`pages.recommends.${value}`) })) }, { is: "area", name: "text", label: t("case.hands.text"), rows: 3 }],
    addReviewer: [to, why(false)],
    nameSubstitute: [to, why(false)],
    recuse: [why(false)],
    suspendStep: [why(false)],
    skip: [why(false)],
  };
  const [claim, release] = [may("claim"), may("release")];
  const who = step.holder ? t("case.hands.held", { who: named(step.holder.person), day: format.date(step.holder.since) }) : t("case.hands.nobody");
  // Where members vote nobody has it in hand.
  const isBare = step.vote && step.advice.length === 0 && !["claim", "release", "countersign", "resumeStep"].some((command) => may(command)?.allowed);
  return (
    <div data-screen id="hands" tabIndex={-1}>
      <Panel title={t("case.hands.title")} count={step.suspended === null ? undefined : t("case.hands.suspended", { day: format.date(step.suspended) })}>
        <div className={`grid gap-3 px-4 py-4 text-sm sm:px-5 ${isBare ? "hidden" : ""}`}>
          {!step.vote && <p>{who}</p>}
          {!step.vote && detail.blockers.some((one) => one.code === "tooFewLeft" && one.step === step.id) && <p className="text-stop">{t("case.hands.fewLeft")}</p>}
          <div className="flex flex-wrap gap-3">
            {claim?.allowed ? form("claim") : claim && !step.vote && !isStranger && !release?.allowed && <Button reason={format.sentences(claim.reasons.map((reason) => refusalSentence(reason, words, detail.names.steps)))}>{t("case.hands.claim")}</Button>}
            {release?.allowed && form("release")}
            {may("countersign")?.allowed && form("countersign")}
            {may("resumeStep")?.allowed && form("resumeStep")}
          </div>
          {step.advice.length > 0 && (
            <ul className="grid gap-3 border-t border-line pt-3">
              {step.advice.map((one) => (
                <li key={one.id}>
                  <span className="font-medium">{format.joined([named(one.person), t(`case.hands.advice.${one.status}`), one.recommends && t(`pages.recommends.${one.recommends}`), one.status === "open" && one.due && t("pages.due", { day: format.date(one.due) })])}</span>
                  <span className="block whitespace-pre-line text-ink-2">{one.question}</span>
                  {one.text && <span className="block whitespace-pre-line">{one.text}</span>}
                </li>
              ))}
            </ul>
          )}
        </div>
        {worded.filter((command) => may(command)?.allowed && !(step.vote && command === "recuse")).map((command) => form(command, asked[command]))}
      </Panel>
    </div>
  );
}

/** What needs words; the rest is a button. */
const worded = ["advise", "refer", "delegate", "assign", "addReviewer", "nameSubstitute", "suspendStep", "skip", "recuse"] as const;
