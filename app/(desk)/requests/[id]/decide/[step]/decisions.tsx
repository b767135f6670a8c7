import { Button } from "@/app/_ui/button";
import { Panel } from "@/app/_ui/panel";
import { sendCommand } from "@/app/_request/actions";
import { CommandForm } from "@/app/_request/command-form";
import { dutyFields } from "@/app/_request/duty-fields";
import type { FormField } from "@/app/_request/form-input";
import { hiddenFields } from "@/app/_request/hidden";
import { refusalSentence } from "@/app/_request/outcome";
import { StepForm } from "@/app/_request/step-form";
import { visibleFields } from "@/lib/kind/questions";
import { rejectionCodes } from "@/lib/request/commands/reject";
import { reader, type Reader } from "@/lib/server/language";
import type { DetailStep, RequestDetail } from "@/lib/server/request-detail";
import { appealStep } from "@/lib/workflow/appeal";

/** The decisions that need words: conditions, questions, the reason of a rejection. What is not allowed stays, with why. Approving stands in the bar. */
export async function Decisions({ detail, step }: { detail: RequestDetail; step: DetailStep }) {
  const words = await reader();
  const { t, ui } = words;
  const may = (command: string) => detail.allowed.find((one) => one.command === command && one.step === step.id);
  const approve = may("approve");
  const facts = visibleFields(detail.kind, detail.facts).map(({ fact }) => ({ value: fact, label: t(`facts.${fact}.short`) }));
  // An appeal is decided by a form of its own; of what is decided, its tag and the list of decisions say it.
  if (step.id === appealStep || isOver(step)) return null;
  // Where members vote, only sending it back is one officer's to do.
  if (!approve?.allowed && !(step.vote && may("return")?.allowed)) {
    if (step.standing) return null;
    return (
      <Panel title={t("pages.decide.title")} padded>
        <ul className="grid gap-1 text-sm">{(approve?.reasons ?? [{ code: "stepNotOpen" as const, params: { step: step.id, status: step.status } }]).map((reason, at) => <li key={at}>{refusalSentence(reason, words, detail.names.steps)}</li>)}</ul>
      </Panel>
    );
  }
  const asked: Readonly<Record<Worded, readonly FormField[]>> = {
    approveWithConditions: conditionFields(0, words),
    return: [0, 1, 2].flatMap((at): FormField[] => [
      { is: "area", name: `questions.${at}.text`, label: at === 0 ? t("pages.decide.question") : t("case.anotherQuestion"), rows: 2, optional: at > 0 },
      { is: "select", name: `questions.${at}.fact`, label: t("pages.decide.about"), options: facts, empty: t("pages.decide.aboutAll"), optional: true },
    ]),
    reject: [
      { is: "select", name: "reasons.0.code", label: t("pages.decide.why"), options: rejectionCodes.map((code) => ({ value: code, label: t(`pages.rejection.${code}`) })), value: "other" },
      { is: "area", name: "reasons.0.text", label: t("pages.decide.reason") },
    ],
  };
  return (
    <div data-screen>
      <Panel title={t("pages.decide.title")}>
        {/* Sent by the button in the bar; what keeps it from being accepted is said here. */}
        {approve?.allowed && <div className="px-4 sm:px-5"><CommandForm id={approveForm} action={sendCommand} words={{ error: ui("error"), optional: ui("optional") }} fields={[...hiddenFields("approve", detail.id), { is: "hidden", name: "step", value: step.id }]} submits={[]} /></div>}
        {worded.map((command) => {
          const one = may(command);
          if (step.vote && !one?.allowed) return null;
          if (one && !one.allowed) return <div key={command} className="px-4 py-3 sm:px-5"><Button reason={words.format.sentences(one.reasons.map((reason) => refusalSentence(reason, words, detail.names.steps)))}>{t(`pages.decide.${labels[command]}`)}</Button></div>;
          if (!one) return null;
          return (
            <StepForm key={command} folded={{ summary: t(`pages.decide.${labels[command]}`), at: command }} detail={detail} step={step} command={command} fields={asked[command]} parts={command === "approveWithConditions" ? [1, 2, 3, 4].map((at) => ({ summary: t("pages.decide.another"), fields: conditionFields(at, words) })) : undefined} label={t(`pages.decide.${labels[command]}`)} look={command === "reject" ? "danger" : "plain"} />
          );
        })}
      </Panel>
    </div>
  );
}

/** A condition, and what of it is to be done by when. */
function conditionFields(at: number, words: Reader): FormField[] {
  return [{ is: "area", name: `conditions.${at}.text`, label: words.t("pages.decide.condition"), optional: at > 0 }, ...dutyFields(at, words)];
}

/** Nothing is left to decide; what was sent back comes again. */
export function isOver({ status, outcome }: DetailStep): boolean {
  return status === "cancelled" || (status === "done" && outcome !== "returned");
}

export const approveForm = "approve";
export const worded = ["approveWithConditions", "return", "reject"] as const;
type Worded = (typeof worded)[number];
export const labels = { approveWithConditions: "conditions", return: "return", reject: "reject" } as const satisfies Record<Worded, string>;
