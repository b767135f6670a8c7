"use server";

import { z } from "zod";
import { leadTo } from "@/app/_ui/lead-to";
import type { FormState } from "@/app/(auth)/form-state";
import { endedSession } from "@/app/_request/ended";
import { malformedState, refusedState, unreadState } from "@/app/_request/outcome";
import { valuesOf } from "@/app/_request/typed-values";
import { DossierCommand } from "@/lib/dossier/command";
import { StartDossier } from "@/lib/dossier/start";
import { type DossierAnswer, executeOnDossier, isDossierAccepted, startDossier } from "@/lib/server/execute-dossier";
import { type Reader, reader } from "@/lib/server/language";
import { rulesReader } from "@/lib/server/rules-in-force";
import { currentActor } from "@/lib/server/session";
import { chosenStart } from "./chosen-start";

/** Any command on a dossier from any form: a field's name is its name in the command; what was left empty was not said. */
export async function sendDossierCommand(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const { dossierId, ...said } = filled(values);
  const id = z.uuid().safeParse(dossierId);
  const command = DossierCommand.safeParse(said);
  if (!id.success) return malformedState(before, words, values);
  if (!command.success) return unreadState(before, command.error, words, values);
  return shown(before, await executeOnDossier(actor, id.data, command.data), words, values);
}

/** Opens a dossier, with its first request where one was chosen. */
export async function openDossierNamed(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const { id, title, link } = filled(values);
  const [request, role] = String(link ?? "").split(" ");
  const asked = StartDossier.safeParse({ id, title, ...(link !== undefined && { requests: [{ request, role }] }) });
  if (!asked.success) return unreadState(before, asked.error, words, values);
  return shown(before, await startDossier(actor, asked.data), words, values);
}

/** Begins what the finder proposed and somebody chose: all of it as drafts in one dossier, once. */
export async function startTogether(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), rulesReader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const asked = StartDossier.safeParse(chosenStart(values, words));
  if (!asked.success) return unreadState(before, asked.error, words, values);
  return shown(before, await startDossier(actor, asked.data), words, values);
}

async function shown(before: FormState, answer: DossierAnswer, words: Reader, values: FormState["values"]): Promise<FormState> {
  if (isDossierAccepted(answer)) leadTo(`/dossiers/${answer.id}`);
  return refusedState(before, "refusals" in answer ? answer : null, words, values);
}

function filled(values: FormState["values"]): Record<string, string | readonly string[]> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value !== "string" || value.trim() !== ""));
}
