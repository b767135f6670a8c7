import { Button } from "@/app/_ui/button";
import { DateField, SelectField } from "@/app/_ui/inputs";
import { TextField } from "@/app/_ui/text-field";
import { More } from "@/app/_ui/panel";
import { outcomes } from "@/lib/audit/outcome-of";
import { questionFields } from "@/lib/audit/question";
import { kinds } from "@/lib/policy/pack";
import { requestStatuses } from "@/lib/request/state";
import { type AuditParam, type AuditParams, auditParams } from "@/lib/server/audit-ask";
import { auditedTypes } from "@/lib/server/audit-question";
import { reader } from "@/lib/server/language";
import { typeWords } from "@/lib/server/type-words";
import { commandChoices } from "./asked-words";

/** A question to the record: words on one line, its fields one by one below it, and how it is written. */
export async function SearchForm({ params, errors, mayVerify }: { params: AuditParams; errors: readonly { readonly field: string; readonly message: string }[]; mayVerify: boolean }) {
  const { t, ui, format } = await reader();
  const question = (name: AuditParam) => ({ t: ui, name, label: t(`audit.fields.${name}`), error: errors.find(({ field }) => field === name)?.message });
  const choice = (name: AuditParam, options: readonly { value: string; label: string }[]) => <SelectField question={question(name)} empty={t("pages.list.any")} options={options} defaultValue={params[name] ?? ""} />;
  const text = (name: AuditParam) => <TextField question={question(name)} size="sm" defaultValue={params[name] ?? ""} />;
  const narrowed = auditParams.some((name) => !["q", "from", "to", "type"].includes(name) && params[name]);
  return (
    <form method="get" action={`/audit#${found}`} data-screen className="pt-4 pb-4">
      <div className="flex flex-wrap items-end gap-3 pb-3 [&>:first-child]:grow md:[&>:first-child]:max-w-read">
        <TextField question={question("q")} type="search" defaultValue={params.q ?? ""} />
        <Button look="first">{ui("act.search")}</Button>
        {mayVerify && <span className="md:ms-auto"><Button name="verify" value="1" formAction="/audit#record">{t("pages.audit.verify")}</Button></span>}
      </div>
      <div className="flex flex-wrap items-end gap-3 [&_select]:max-w-72">
        {choice("type", auditedTypes.map((type) => ({ value: type, label: typeWords(type, t) })))}
        <DateField question={question("from")} defaultValue={params.from ?? ""} />
        <DateField question={question("to")} defaultValue={params.to ?? ""} />
      </div>
      <More summary={t("audit.narrow")} open={narrowed} within>
        <div className="flex flex-wrap items-end gap-3 [&_select]:max-w-72">
          {choice("kind", kinds.map((value) => ({ value, label: ui(`kind.${value}`) })))}
          {choice("status", requestStatuses.filter((value) => value !== "draft").map((value) => ({ value, label: ui(`status.${value}`) })))}
          {choice("outcome", outcomes.map((value) => ({ value, label: t(`audit.outcome.${value}`) })))}
          {choice("command", commandChoices({ t, format }))}
          {text("person")}
          {text("org")}
          {text("desk")}
          {text("regime")}
          {text("corridor")}
        </div>
      </More>
      <More summary={t("audit.how.title")} open={errors.some(({ field }) => field === "q")} within>
        <dl className="grid max-w-read gap-x-4 gap-y-1 text-sm text-ink-2 sm:grid-cols-[max-content_1fr]">
          {examples.map(({ id, text: example }) => <div key={id} className="contents"><dt className="font-mono text-xs leading-5">{example}</dt><dd className="pb-1 sm:pb-0">{t(`audit.how.${id}`)}</dd></div>)}
        </dl>
        <p className="max-w-read pt-2 text-sm text-ink-2">{t("audit.how.fields", { fields: format.list(questionFields) })}</p>
      </More>
    </form>
  );
}

/** Where what was found stands on the page. */
export const found = "found";

const examples = [
  { id: "words", text: "sample 血清" },
  { id: "exact", text: '"cold chain"' },
  { id: "not", text: "-withdrawn" },
  { id: "begins", text: "seawat*" },
  { id: "field", text: "desk:biosafety" },
  { id: "either", text: "kind:sample,data" },
  { id: "corridor", text: "corridor:CN-HK" },
  { id: "date", text: "date:2026-11" },
] as const;
