import { Button } from "@/app/_ui/button";
import { More, Panel } from "@/app/_ui/panel";
import { sendCommand } from "@/app/_request/actions";
import { CommandForm, type FormField } from "@/app/_request/command-form";
import { hiddenFields } from "@/app/_request/hidden";
import { refusalSentence } from "@/app/_request/outcome";
import { visibleFields } from "@/lib/kind/questions";
import { rejectionCodes } from "@/lib/request/commands/reject";
import { reader } from "@/lib/server/language";
import type { DetailStep, RequestDetail } from "@/lib/server/request-detail";

/** The decision: approve, approve with conditions, return with questions, reject. What is not allowed stays, with its reason. */
export async function Decisions({ detail, step }: { detail: RequestDetail; step: DetailStep }) {
  const words = await reader();
  const { language, t, ui } = words;
  const may = (command: string) => detail.allowed.find((one) => one.command === command && one.step === step.id);
  const fields = (command: string) => [...hiddenFields(command, detail.id), { is: "hidden" as const, name: "step", value: step.id }];
  const own = { error: ui("error"), optional: ui("optional") };
  const approve = may("approve");
  const facts = visibleFields(detail.kind, detail.facts).map(({ fact }) => ({ value: fact, label: t(`facts.${fact}.short`) }));
  const refused = (["approveWithConditions", "return", "reject"] as const).flatMap((command) => {
    const one = may(command);
    return one && !one.allowed ? [{ command, reasons: one.reasons }] : [];
  });
  const questions = [0, 1, 2].flatMap((at): FormField[] => [
    { is: "area", name: `questions.${at}.text`, label: at === 0 ? t("pages.decide.question") : t("case.anotherQuestion"), rows: 2, optional: at > 0 },
    { is: "select", name: `questions.${at}.fact`, label: t("pages.decide.about"), options: facts, empty: t("pages.decide.aboutAll"), optional: true },
  ]);
  if (!approve?.allowed) {
    return (
      <Panel title={t("pages.decide.title")} padded>
        <ul className="grid gap-1 text-sm">{(approve?.reasons ?? [{ code: "stepNotOpen" as const, params: { step: step.id, status: step.status } }]).map((reason, at) => <li key={at}>{refusalSentence(reason, words, detail.names.steps)}</li>)}</ul>
      </Panel>
    );
  }
  return (
    <Panel id="decision" title={t("pages.decide.as", { as: step.as[language] })} padded>
      <div className="grid gap-5">
        <CommandForm action={sendCommand} words={own} fields={fields("approve")} submits={[{ label: t("pages.decide.approve", { as: step.as[language] }), look: "first" }]} />
        {refused.map(({ command, reasons }) => <div key={command}><Button reason={reasons.map((reason) => refusalSentence(reason, words, detail.names.steps)).join(" ")}>{t(`pages.decide.${labels[command]}`)}</Button></div>)}
        {may("approveWithConditions")?.allowed && (
          <More summary={t("pages.decide.conditions")}>
            <CommandForm compact action={sendCommand} words={own} fields={[...fields("approveWithConditions"), { is: "area", name: "conditions.0.text", label: t("pages.decide.condition") }, { is: "area", name: "conditions.1.text", label: t("pages.decide.another"), optional: true }]} submits={[{ label: t("pages.decide.conditions") }]} />
          </More>
        )}
        {may("return")?.allowed && (
          <More summary={t("pages.decide.return")}>
            <CommandForm compact action={sendCommand} words={own} fields={[...fields("return"), ...questions]} submits={[{ label: t("pages.decide.return") }]} />
          </More>
        )}
        {may("reject")?.allowed && (
          <More summary={t("pages.decide.reject")}>
            <CommandForm compact action={sendCommand} words={own} fields={[...fields("reject"), { is: "select", name: "reasons.0.code", label: t("pages.decide.why"), options: rejectionCodes.map((code) => ({ value: code, label: t(`pages.rejection.${code}`) })), value: "other" }, { is: "area", name: "reasons.0.text", label: t("pages.decide.reason") }]} submits={[{ label: t("pages.decide.reject"), look: "danger" }]} />
          </More>
        )}
      </div>
    </Panel>
  );
}

const labels = { approveWithConditions: "conditions", return: "return", reject: "reject" } as const;
