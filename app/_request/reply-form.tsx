import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { fieldOf } from "@/lib/kind/catalogue";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { resubmit } from "./reply-action";
import { CommandForm } from "./command-form";
import type { FormField } from "./form-input";
import { factField } from "./fact-field";
import { hiddenFields } from "./hidden";

/** The questions of a desk that sent the request back, each with room for a reply and, where it is about an answer, that answer to change. */
export async function ReplyForm({ detail }: { detail: RequestDetail }) {
  const words = await reader();
  const { t, ui } = words;
  const may = detail.allowed.some(({ command, allowed }) => command === "resubmit" && allowed);
  const asked = detail.questions.map(({ text }, at) => ({ text, at }));
  if (!may) return <Panel title={t("pages.reply.asked")} padded><ul className="grid list-disc gap-1 ps-5">{asked.map(({ text, at }) => <li key={at}>{text}</li>)}</ul></Panel>;
  const fields = detail.questions.flatMap(({ id, fact, text }, at): FormField[] => {
    const field = fact === null ? undefined : fieldOf(fact);
    return [{ is: "hidden", name: `answers.${at}.question`, value: id }, { is: "area", name: `answers.${at}.text`, label: text, rows: 2 }, ...(field ? [factField(field, detail.facts, words)] : [])];
  });
  return (
    <div className="grid gap-5">
      <Notice t={ui} title={t("pages.reply.title")}>{t("pages.reply.lead", { count: asked.length })}</Notice>
      <Panel title={t("pages.reply.asked")} padded>
        <CommandForm action={resubmit} words={{ error: ui("error"), optional: ui("optional") }} fields={[...hiddenFields("resubmit", detail.id), ...fields]} submits={[{ label: t("pages.reply.send"), look: "first" }]} />
      </Panel>
    </div>
  );
}
