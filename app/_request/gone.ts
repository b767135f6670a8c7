import { attemptAfter, type FormState, type Stopped } from "@/app/(auth)/form-state";
import type { PersonActor } from "@/lib/access/actor";
import { fieldOf } from "@/lib/kind/catalogue";
import type { Reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { differences } from "./differences";
import { factField } from "./fact-field";
import type { FormField } from "./form-input";
import { leaveBehind } from "./left-behind";
import { sectionFields } from "./section-fields";

type Gone = { readonly now: RequestDetail | null; readonly section: string; readonly actor: PersonActor; readonly words: Reader };

/** A page of a draft's form that was sent when the draft was one no more: nothing was saved, and what differs from what was submitted is kept to be read and copied. */
export async function goneState(before: FormState, values: FormState["values"], { now, section, actor, words }: Gone): Promise<FormState> {
  const written = now === null ? undefined : typedBeside(await askedThen(now, section, values, { actor, words }), values, words);
  return leaveBehind({ attempt: attemptAfter(before), errors: [], values, stopped: goneWords(now, words.t), ...(written && { written }) });
}

/** Submitted elsewhere, or deleted. */
export function goneWords(now: Pick<RequestDetail, "id"> | null, t: Reader["t"]): Stopped {
  return {
    title: t(now ? "form.gone.submitted" : "form.gone.deleted"),
    kept: t("form.gone.kept"),
    ...(now && { link: { label: t("form.gone.open"), href: `/requests/${now.id}` } }),
  };
}

/** The fields of the page, also those that another answer given elsewhere has since taken away. */
async function askedThen(now: RequestDetail, section: string, values: FormState["values"], { actor, words }: Pick<Gone, "actor" | "words">): Promise<FormField[]> {
  const fields = await sectionFields(now, section, actor, words);
  const away = Object.keys(values).flatMap((name) => (fields.some((field) => field.name === name) ? [] : (fieldOf(name) ?? [])));
  return [...fields, ...away.map((field) => factField(field, now.facts, words))];
}

function typedBeside(fields: readonly FormField[], values: FormState["values"], words: Reader): NonNullable<FormState["written"]> {
  const typed = fields.flatMap((field) => ("typed" in field && field.typed ? [{ label: field.typed.label, text: [values[field.typed.name] ?? ""].flat().join(" ").trim() }] : []));
  return [...differences(fields, values, words).map(({ label, mine }) => ({ label, text: mine })), ...typed.filter(({ text }) => text !== "")];
}
