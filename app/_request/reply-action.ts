"use server";

import { leadTo } from "@/app/_ui/lead-to";
import { withErrors, type FormState } from "@/app/(auth)/form-state";
import { fieldOf } from "@/lib/kind/catalogue";
import { parseFormValue } from "@/lib/kind/parse-form-value";
import type { FactValue } from "@/lib/policy/condition";
import { Resubmit } from "@/lib/request/commands/resubmit";
import { isAccepted } from "@/lib/server/answer";
import { execute } from "@/lib/server/execute";
import { reader } from "@/lib/server/language";
import { requestDetail } from "@/lib/server/request-detail";
import { currentActor } from "@/lib/server/session";
import { endedSession } from "./ended";
import { refusedState } from "./outcome";
import { valuesOf } from "./typed-values";

/** Sends the replies and the changed answers back to the desks. */
export async function resubmit(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const detail = await requestDetail(actor, String(values.requestId));
  if (!detail) return refusedState(before, null, words, values);
  const facts: Record<string, FactValue | null> = {};
  const errors: { field: string; message: string }[] = [];
  for (const { fact } of detail.questions) {
    const field = fact === null ? undefined : fieldOf(fact);
    if (!field) continue;
    const parsed = parseFormValue(field, values[field.fact] ?? "", words.language);
    if (parsed.ok) facts[field.fact] = parsed.value ?? null;
    else errors.push({ field: field.fact, message: words.t(`facts.problems.${parsed.code}`, { expected: parsed.expected }) });
  }
  const answers = detail.questions.map(({ id }, at) => ({ question: id, text: String(values[`answers.${at}.text`] ?? "").trim() }));
  errors.push(...answers.flatMap(({ text }, at) => (text === "" ? [{ field: `answers.${at}.text`, message: words.t("pages.fillIn") }] : [])));
  const command = Resubmit.safeParse({ type: "resubmit", commandId: values.commandId, facts, answers });
  if (errors.length > 0 || !command.success) return withErrors(before, words.ui, errors.length > 0 ? errors : [{ field: "", message: words.t("pages.fillIn") }], values);
  const answer = await execute(actor, detail.id, command.data);
  if (isAccepted(answer)) leadTo(`/requests/${detail.id}`);
  return refusedState(before, answer, words, values);
}
