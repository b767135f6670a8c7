"use server";

import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { z } from "zod";
import { withErrors, type FormState } from "@/app/(auth)/form-state";
import { refusedState, valuesOf } from "@/app/_request/outcome";
import { parseFormValue } from "@/lib/kind/parse-form-value";
import { visibleSections } from "@/lib/kind/questions";
import type { FactValue } from "@/lib/policy/condition";
import { Create } from "@/lib/request/commands/create";
import { SaveDraft } from "@/lib/request/commands/save-draft";
import { isAccepted, type Answer } from "@/lib/server/answer";
import { createRequest, execute } from "@/lib/server/execute";
import { reader, type Reader } from "@/lib/server/language";
import { requestDetail } from "@/lib/server/request-detail";
import { requireActor } from "@/lib/server/session";
import { editPages } from "./edit-pages";

/** Begins a draft and goes to its first page. */
export async function beginRequest(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([requireActor(), reader()]);
  const values = valuesOf(form);
  const command = Create.safeParse({ id: values.id, kind: values.kind, title: values.title });
  if (!command.success) return withErrors(before, words.ui, command.error.issues.map((issue) => ({ field: issue.path.join("."), message: words.t("pages.fillIn") })), values);
  const answer = await createRequest(actor, command.data);
  if (isAccepted(answer)) redirect(`/requests/${answer.id}/edit/${editPages(command.data.kind, {})[0] ?? "check"}`);
  return refusedState(before, refusalsOf(answer), words, values);
}

/** Saves one page of the form and goes to the next. An answer that cannot be read stays on the page, beside what is wrong with it. */
export async function saveSection(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([requireActor(), reader()]);
  const values = valuesOf(form);
  const [id, section] = [z.uuid().safeParse(values.requestId), z.string().safeParse(values.section)];
  const detail = id.success ? await requestDetail(actor, id.data) : null;
  if (!detail || !section.success) return refusedState(before, [{ code: "notPermitted" }], words, values);
  const read = section.data === "people" ? readPeople(values) : readFacts(detail.kind, detail.facts, section.data, values, words);
  if (read.errors.length > 0) return withErrors(before, words.ui, read.errors.map(({ field, code, expected }) => ({ field, message: words.t(`facts.problems.${code}`, { expected }) })), values);
  const command = SaveDraft.safeParse({ type: "saveDraft", commandId: z.uuid().safeParse(values.commandId).data ?? randomUUID(), version: Number(values.version), ...read.change });
  if (!command.success) return withErrors(before, words.ui, command.error.issues.map((issue) => ({ field: issue.path.join("."), message: words.t("pages.fillIn") })), values);
  const answer = await execute(actor, detail.id, command.data);
  if (!isAccepted(answer)) return refusedState(before, refusalsOf(answer), words, values);
  const pages = editPages(detail.kind, { ...detail.facts, ...withoutNull(read.change.facts ?? {}) });
  const next = values.go === "stay" ? section.data : (pages[pages.indexOf(section.data) + 1] ?? "check");
  redirect(`/requests/${detail.id}/edit/${next}`);
}

type Reading = { readonly errors: { field: string; code: string; expected: string }[]; readonly change: Record<string, unknown> & { facts?: Record<string, FactValue | null> } };

function readFacts(kind: Parameters<typeof visibleSections>[0], facts: Readonly<Record<string, FactValue>>, section: string, values: FormState["values"], { language }: Reader): Reading {
  const change: Record<string, FactValue | null> = {};
  const errors: Reading["errors"] = [];
  for (const field of visibleSections(kind, facts).find((one) => one.id === section)?.fields ?? []) {
    const parsed = parseFormValue(field, values[field.fact] ?? "", language);
    if (parsed.ok) change[field.fact] = parsed.value ?? null;
    else errors.push({ field: field.fact, code: parsed.code, expected: parsed.expected });
  }
  return { errors, change: { facts: change } };
}

function readPeople(values: FormState["values"]): Reading {
  const text = (name: string) => (typeof values[name] === "string" && values[name] !== "" ? values[name] : null);
  const window = text("window.from") !== null || text("window.to") !== null ? { from: text("window.from"), to: text("window.to") } : null;
  const limit = text("limit.value") === null ? null : { value: text("limit.value"), unit: text("limit.unit") };
  return { errors: [], change: { title: text("title") ?? "", host: text("host"), endorser: text("endorser"), window, limit, claims: values.claims === undefined ? [] : [values.claims].flat() } };
}

function withoutNull(facts: Record<string, FactValue | null>): Record<string, FactValue> {
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, FactValue] => entry[1] !== null));
}

function refusalsOf(answer: Answer) {
  return "refusals" in answer ? answer.refusals : [{ code: "notPermitted" as const }];
}
