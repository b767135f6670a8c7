"use server";

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { SaveDraft } from "@/lib/request/commands/save-draft";
import { isAccepted } from "@/lib/server/answer";
import { execute } from "@/lib/server/execute";
import { reader } from "@/lib/server/language";
import { requestDetail } from "@/lib/server/request-detail";
import { currentActor } from "@/lib/server/session";
import { valuesOf } from "./outcome";
import { readSection } from "./read-section";

export type AutoSaved = { readonly state: "saved"; readonly version: number; readonly at: string } | { readonly state: "conflict"; readonly version: number } | { readonly state: "nothing" };

/** Saves what can be read; an answer that cannot waits on the page until it can. */
export async function autoSave(form: FormData): Promise<AutoSaved> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  const id = z.uuid().safeParse(values.requestId);
  const detail = id.success ? await requestDetail(actor, id.data) : null;
  if (detail?.status !== "draft" || typeof values.section !== "string") return { state: "nothing" };
  const { change } = readSection(detail, values.section, values, words);
  const command = readable({ type: "saveDraft", commandId: randomUUID(), version: Number(values.version), ...change });
  if (!command) return { state: "nothing" };
  const answer = await execute(actor, detail.id, command);
  if (isAccepted(answer)) return { state: "saved", version: answer.version, at: words.format.time(new Date().toISOString()) };
  const conflict = "refusals" in answer ? answer.refusals.find(({ code }) => code === "versionConflict") : undefined;
  return conflict ? { state: "conflict", version: Number(conflict.params?.version) } : { state: "nothing" };
}

/** The command without the fields that are still being typed: half a window, an address without its end. */
function readable(given: Readonly<Record<string, unknown>>): SaveDraft | undefined {
  const whole = SaveDraft.safeParse(given);
  if (whole.success) return whole.data;
  const wrong = new Set(whole.error.issues.map(({ path }) => String(path[0])));
  return SaveDraft.safeParse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name)))).data;
}

type SaveDraft = z.infer<typeof SaveDraft>;
