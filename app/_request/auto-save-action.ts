"use server";

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { visibleSections } from "@/lib/kind/questions";
import { parseFormValue } from "@/lib/kind/parse-form-value";
import type { FactValue } from "@/lib/policy/condition";
import { isAccepted } from "@/lib/server/answer";
import { execute } from "@/lib/server/execute";
import { reader } from "@/lib/server/language";
import { requestDetail } from "@/lib/server/request-detail";
import { currentActor } from "@/lib/server/session";
import { valuesOf } from "./outcome";

export type AutoSaved = { readonly state: "saved"; readonly version: number; readonly at: string } | { readonly state: "conflict" } | { readonly state: "nothing" };

/** Saves the answers that can be read; one that cannot waits on the page until it can. */
export async function autoSave(form: FormData): Promise<AutoSaved> {
  const [actor, { language, format }] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  const id = z.uuid().safeParse(values.requestId);
  const detail = id.success ? await requestDetail(actor, id.data) : null;
  const fields = detail?.status === "draft" ? (visibleSections(detail.kind, detail.facts).find((one) => one.id === values.section)?.fields ?? []) : [];
  if (!detail || fields.length === 0) return { state: "nothing" };
  const facts: Record<string, FactValue | null> = {};
  for (const field of fields) {
    const parsed = parseFormValue(field, values[field.fact] ?? "", language);
    if (parsed.ok) facts[field.fact] = parsed.value ?? null;
  }
  const answer = await execute(actor, detail.id, { type: "saveDraft", commandId: randomUUID(), version: Number(values.version), facts });
  if (isAccepted(answer)) return { state: "saved", version: answer.version, at: format.time(new Date().toISOString()) };
  return { state: "refusals" in answer && answer.refusals.some(({ code }) => code === "versionConflict") ? "conflict" : "nothing" };
}
