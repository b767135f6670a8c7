import { Button } from "@/app/_ui/button";
import { DateField, NumberField, SelectField } from "@/app/_ui/inputs";
import { listOrganisations } from "@/db/queries/organisations";
import type { PersonActor } from "@/lib/access/actor";
import { type Question, settingsOf, usualRule } from "@/lib/insight/question";
import { reader } from "@/lib/server/language";

type Props = { actor: PersonActor; question: Question; texts: Readonly<Record<string, string>>; errors: readonly { readonly field: string; readonly message: string }[] };

/** How a question is narrowed: by days, by an institution, and by what its rule lets be set. A plain form; its answers stand in the address. */
export async function QuestionForm({ actor, question, texts, errors }: Props) {
  const [{ t, ui, language }, all] = await Promise.all([reader(), listOrganisations()]);
  const scopes = actor.grants.filter(({ permissions }) => permissions.includes("audit.search")).map(({ scope }) => scope);
  // Who audits an institution and nothing else has nothing to choose but whom it works with; that is no choice by name here.
  const offered = scopes.some(({ kind }) => kind !== "organisation") ? all : all.filter(({ id }) => scopes.some((scope) => scope.kind === "organisation" && scope.id === id));
  const asks = (name: string, label: string) => ({ t: ui, name, label, error: errors.find(({ field }) => field === name)?.message });
  return (
    <form method="get" className="flex flex-wrap items-end gap-3 [&>*]:max-w-full sm:[&_select]:max-w-80">
      <DateField question={asks("from", t("ask.from"))} defaultValue={texts.from} />
      <DateField question={asks("to", t("ask.to"))} defaultValue={texts.to} />
      <SelectField question={asks("organisation", t("ask.organisation"))} empty={t("pages.list.any")} options={offered.map(({ id, names }) => ({ value: id, label: names[language] }))} defaultValue={texts.organisation} />
      {(settingsOf[question] ?? []).map((name) => <NumberField key={name} question={asks(name, t(`ask.setting.${name}`))} whole defaultValue={texts[name] ?? String(usualRule[name])} />)}
      <Button look="first">{t("ask.ask")}</Button>
    </form>
  );
}
