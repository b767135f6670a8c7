"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { leadTo } from "@/app/_ui/lead-to";
import type { FormState } from "@/app/(auth)/form-state";
import { endedSession } from "@/app/_request/ended";
import { malformedState, refusedState, unreadState } from "@/app/_request/outcome";
import { valuesOf } from "@/app/_request/typed-values";
import { OpenPaper, PaperCommand } from "@/lib/working-paper/command";
import { executeOnPaper, isPaperAccepted, type PaperAnswer, startPaper } from "@/lib/server/execute-paper";
import { type Reader, reader } from "@/lib/server/language";
import { currentActor } from "@/lib/server/session";
import { placeText } from "@/lib/working-paper/place";
import { atSheet, commandIn, openingIn, placeOf, rowsChanged } from "./typed";

/** Opens a working paper over the sample that the page showed. */
export async function openWorkingPaper(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const asked = OpenPaper.safeParse(openingIn(values));
  if (!asked.success) return unreadState(before, asked.error, words, values);
  const answer = await startPaper(actor, asked.data);
  if (isPaperAccepted(answer)) leadTo(`/audit/papers/${answer.id}`);
  return refusedState(before, "refusals" in answer ? answer : null, words, values);
}

/** Saves the rows of the sheet that were changed since it was drawn. */
export async function saveSheet(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const id = z.uuid().safeParse(values.paper);
  if (!id.success) return malformedState(before, words, values);
  const cases = rowsChanged(values);
  if (cases.length === 0) return refusedState(before, { refusals: [{ code: "nothingChanged" }] }, words, values);
  const command = PaperCommand.safeParse({ type: "testCases", commandId: values.commandId, expectedVersion: Number(values.version), cases });
  if (!command.success) return unreadState(before, { issues: atSheet(command.error.issues, cases) }, words, values);
  const answer = await executeOnPaper(actor, id.data, command.data);
  if (isPaperAccepted(answer)) {
    // As `leadOn` does: an address that differs in its fragment alone would go on showing the sheet as it was.
    refresh();
    leadTo(`/audit/papers/${answer.id}${placeText(placeOf(values))}#sheet`);
  }
  return refusedState(before, "refusals" in answer ? answer : null, words, { ...values, ...newerVersion(answer) });
}

/** Any other command on a working paper from any form: a field's name is its name in the command. */
export async function sendPaperCommand(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const id = z.uuid().safeParse(values.paper);
  if (!id.success) return malformedState(before, words, values);
  const command = PaperCommand.safeParse(commandIn(values));
  if (!command.success) return unreadState(before, command.error, words, values);
  return shown(before, await executeOnPaper(actor, id.data, command.data), { command: command.data, paper: id.data, words, values });
}

async function shown(before: FormState, answer: PaperAnswer, { command, paper, words, values }: { readonly command: PaperCommand; readonly paper: string; readonly words: Reader; readonly values: FormState["values"] }): Promise<FormState> {
  if (!isPaperAccepted(answer)) return refusedState(before, "refusals" in answer ? answer : null, words, values);
  const finding = answer.finding ?? ("finding" in command ? command.finding : null);
  refresh();
  const place = placeText(placeOf(values));
  leadTo(finding === null ? `/audit/papers/${paper}${place}` : `/findings/${paper}/${finding}${place}`);
}

/** Somebody else was faster: what was typed is kept, and sent again it counts on what there is now. */
function newerVersion(answer: PaperAnswer): Record<string, string> {
  const conflict = "refusals" in answer ? answer.refusals.find(({ code }) => code === "versionConflict") : undefined;
  return conflict?.params?.version === undefined ? {} : { version: String(conflict.params.version) };
}
