"use server";

import { leadTo } from "@/app/_ui/lead-to";
import { withErrors, type FormState } from "@/app/(auth)/form-state";
import { readNumber } from "@/lib/kind/number-text";
import { parseFormValue } from "@/lib/kind/parse-form-value";
import type { FactValue } from "@/lib/policy/condition";
import { Amend } from "@/lib/request/commands/amend";
import { isAccepted } from "@/lib/server/answer";
import { execute } from "@/lib/server/execute";
import { reader } from "@/lib/server/language";
import { requestDetail } from "@/lib/server/request-detail";
import { currentActor } from "@/lib/server/session";
import { amendable } from "./amendable";
import { endedSession } from "./ended";
import { refusedState, unreadState } from "./outcome";
import { valuesOf } from "./typed-values";

/** Asks for what was changed on the form, and for nothing that stayed. */
export async function amend(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const detail = await requestDetail(actor, String(values.requestId));
  if (!detail?.window || !detail.limit) return refusedState(before, null, words, values);
  const facts: Record<string, FactValue | null> = {};
  const errors: { field: string; message: string }[] = [];
  for (const field of amendable(detail)) {
    const parsed = parseFormValue(field, values[field.fact] ?? "", words.language);
    const now = detail.facts[field.fact] ?? null;
    if (!parsed.ok) errors.push({ field: field.fact, message: words.t(`facts.problems.${parsed.code}`, { expected: parsed.expected }) });
    else if (JSON.stringify(parsed.value ?? null) !== JSON.stringify(now)) facts[field.fact] = parsed.value ?? null;
  }
  const said = (name: string) => String(values[name] ?? "").trim();
  const window = { from: said("window.from"), to: said("window.to") };
  const amount = readNumber(said("limit.value"), words.language);
  const value = amount.ok ? amount.text : "";
  if (errors.length > 0) return withErrors(before, words.ui, errors, values);
  const command = Amend.safeParse({
    type: "amend",
    commandId: values.commandId,
    reason: said("reason"),
    ...(Object.keys(facts).length > 0 && { facts }),
    ...((window.from !== detail.window.from || window.to !== detail.window.to) && { window }),
    ...(value !== detail.limit.value && { limit: { value, unit: detail.limit.unit } }),
  });
  if (!command.success) return unreadState(before, command.error, words, values);
  const answer = await execute(actor, detail.id, command.data);
  if (isAccepted(answer)) leadTo(`/requests/${detail.id}#amendment`);
  return refusedState(before, answer, words, values);
}
