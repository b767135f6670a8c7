"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { withErrors, type FormState } from "@/app/(auth)/form-state";
import { fromClockTime } from "@/lib/calendar/day";
import { PublicCommand } from "@/lib/request/command";
import { isAccepted } from "@/lib/server/answer";
import { attachDocument } from "@/lib/server/documents";
import { execute } from "@/lib/server/execute";
import { reader } from "@/lib/server/language";
import { localPath } from "@/lib/server/local-path";
import { currentActor } from "@/lib/server/session";
import { endedSession } from "./ended";
import { malformedState, refusedState, unreadState } from "./outcome";
import { valuesOf } from "./typed-values";

/** Who, what, execute: any command from any form. A field's name is its path in the command; what was left empty was not said. */
export async function sendCommand(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const { requestId, next, ...rest } = nested(form);
  const id = z.uuid().safeParse(requestId);
  const command = PublicCommand.safeParse(rest);
  if (!id.success) return malformedState(before, words, values);
  if (!command.success) return unreadState(before, command.error, words, values);
  const answer = await execute(actor, id.data, command.data);
  if (isAccepted(answer)) redirect(localPath(typeof next === "string" ? next : `/requests/${id.data}`));
  return refusedState(before, answer, words, values);
}

/** Takes a paper from a form. */
export async function sendDocument(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  if (actor.kind !== "person") return endedSession(before, {}, words);
  const { requestId, commandId, next, paper } = nested(form);
  const [id, act, file] = [z.uuid().safeParse(requestId), z.uuid().safeParse(commandId), form.get("file")];
  if (!id.success || !act.success || !(file instanceof File)) return withErrors(before, words.ui, [{ field: "file", message: words.t("pages.chooseFile") }], {});
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await attachDocument(actor, id.data, { name: file.name, bytes, paper: typeof paper === "string" ? paper : null, commandId: act.data });
  if (isAccepted(answer)) redirect(localPath(typeof next === "string" ? next : `/requests/${id.data}`));
  return refusedState(before, answer, words, {});
}

/** `conditions.0.text` and `quantity.value` as the object they name. */
function nested(form: FormData): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith("$") || !/^[a-zA-Z]+(\.[a-zA-Z0-9]+){0,3}(\[\])?$/.test(name)) continue;
    const said = form.getAll(name).filter((one): one is string => typeof one === "string" && one.trim() !== "");
    if (said.length === 0) continue;
    const isList = name.endsWith("[]");
    put(root, name.replace("[]", "").split("."), isList ? said : (said[0] ?? ""));
  }
  return arrays(root) as Record<string, unknown>;
}

function put(root: Record<string, unknown>, [head = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0 && truths.has(head)) root[head] = value === "true";
  else if (rest.length === 0 && head === "at" && typeof value === "string") root[head] = fromClockTime(value);
  else if (rest.length === 0) root[head] = head === "version" || head === "expectedVersion" || head === "workingDays" || head === "count" || head === "year" || head === "what" ? Number(value) : value;
  else put((root[head] ??= {}) as Record<string, unknown>, rest, value);
}

/** Fields that say yes or no. */
const truths: ReadonlySet<string> = new Set(["casting", "keepWork", "isVoid"]);

/** Objects whose names are 0, 1, 2 … are lists. */
function arrays(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, arrays(part)] as const);
  return entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key)) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

