"use server";

import { z } from "zod";
import { attemptAfter, type FormState, withErrors } from "@/app/(auth)/form-state";
import { Language } from "@/lib/language";
import { PublicCommand } from "@/lib/request/command";
import { isAccepted } from "@/lib/server/answer";
import { execute } from "@/lib/server/execute";
import { reader } from "@/lib/server/language";
import { currentActor } from "@/lib/server/session";
import { endedSession } from "./ended";
import { malformedState, refusedState, unreadState } from "./outcome";
import { saidIn } from "./said-in";
import { valuesOf } from "./typed-values";

/** Takes what was entered on a device, at once or after it had waited there for the network. It is nobody's but whose it says it is. */
export async function sendEntryKept(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  // Read as it was typed, though the reader has chosen another language since.
  const typedIn = Language.safeParse(values.language).data ?? words.language;
  const { requestId, next: _next, person, language: _language, ...rest } = saidIn(form, typedIn);
  if (person !== undefined && person !== actor.id) return withErrors(before, words.ui, [{ field: "person", message: words.t("ledger.kept.another") }], values);
  const id = z.uuid().safeParse(requestId);
  const command = PublicCommand.safeParse(rest);
  if (!id.success) return malformedState(before, words, values);
  if (!command.success) return unreadState(before, command.error, { ...words, language: typedIn }, values);
  const answer = await execute(actor, id.data, command.data);
  return isAccepted(answer) ? { attempt: attemptAfter(before), errors: [], values: {}, done: words.t("ledger.kept.sent") } : refusedState(before, answer, words, values);
}
