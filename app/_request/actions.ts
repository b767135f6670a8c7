"use server";

import { z } from "zod";
import { fileOf, withErrors, type FormState } from "@/app/(auth)/form-state";
import { PublicCommand } from "@/lib/request/command";
import { isAccepted } from "@/lib/server/answer";
import { attachDocument } from "@/lib/server/documents";
import { execute } from "@/lib/server/execute";
import { reader } from "@/lib/server/language";
import { currentActor } from "@/lib/server/session";
import { endedSession } from "./ended";
import { leadOn } from "./lead-on";
import { malformedState, refusedState, unreadState } from "./outcome";
import { placesIn, saidIn } from "./said-in";
import { valuesOf } from "./typed-values";

/** Who, what, execute: any command from any form. A field's name is its path in the command; what was left empty was not said. */
export async function sendCommand(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const { requestId, next, ...rest } = saidIn(form, words.language);
  const id = z.uuid().safeParse(requestId);
  const command = PublicCommand.safeParse(rest);
  if (!id.success) return malformedState(before, words, values);
  if (!command.success) return unreadState(before, { issues: command.error.issues.map((one) => ({ ...one, path: placesIn(form)(one.path.join(".")).split(".") })) }, words, values);
  const answer = await execute(actor, id.data, command.data);
  if (isAccepted(answer)) leadOn(next, id.data);
  return refusedState(before, answer, words, values);
}

/** Takes a paper from a form. */
export async function sendDocument(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  if (actor.kind !== "person") return endedSession(before, {}, words);
  const { requestId, commandId, next, paper } = saidIn(form, words.language);
  const [id, act, file] = [z.uuid().safeParse(requestId), z.uuid().safeParse(commandId), fileOf(form, "file")];
  if (!id.success || !act.success || !file) return withErrors(before, words.ui, [{ field: "file", message: words.t("pages.chooseFile") }], {});
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await attachDocument(actor, id.data, { name: file.name, bytes, paper: typeof paper === "string" ? paper : null, commandId: act.data });
  if (isAccepted(answer)) leadOn(next, id.data);
  return refusedState(before, answer, words, {});
}
