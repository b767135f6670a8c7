"use server";

import { leadTo } from "@/app/_ui/lead-to";
import { type FormState, textOf, withErrors } from "@/app/(auth)/form-state";
import { endedSession } from "@/app/_request/ended";
import { reader } from "@/lib/server/language";
import { removeQuestion, saveQuestion } from "@/lib/server/saved-questions";
import { currentActor } from "@/lib/server/session";

/** Keeps a question to the record under a name, and shows it again. */
export async function saveQuestionAction(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const { t, ui } = words;
  const [name, shared, query] = [textOf(form, "name"), textOf(form, "shared"), textOf(form, "query")];
  if (actor.kind !== "person") return endedSession(before, { name, shared }, words);
  const saved = await saveQuestion(actor, { name, shared, query });
  if ("problems" in saved) return withErrors(before, ui, saved.problems.map(({ field, code }) => ({ field, message: t(`audit.save.${code}`) })), { name, shared });
  leadTo(`/audit?${new URLSearchParams(query.slice(0, 3000))}#saved`);
}

/** Takes one of one's questions away. */
export async function removeQuestionAction(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  if (actor.kind !== "person") return endedSession(before, {}, words);
  await removeQuestion(actor, textOf(form, "id"));
  leadTo("/audit#saved");
}
