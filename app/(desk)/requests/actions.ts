"use server";

import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { z } from "zod";
import { withErrors, type FormState } from "@/app/(auth)/form-state";
import { refusedState, valuesOf } from "@/app/_request/outcome";
import { readSection } from "@/app/_request/read-section";
import { type Query, readAnswers } from "@/lib/finder/answers";
import { visibleSections } from "@/lib/kind/questions";
import type { FactValue, Facts } from "@/lib/policy/condition";
import type { Kind } from "@/lib/policy/pack";
import { Create } from "@/lib/request/commands/create";
import { SaveDraft } from "@/lib/request/commands/save-draft";
import { isAccepted } from "@/lib/server/answer";
import { createRequest, execute } from "@/lib/server/execute";
import { reader } from "@/lib/server/language";
import { requestDetail } from "@/lib/server/request-detail";
import { requireActor } from "@/lib/server/session";
import { editPages } from "./edit-pages";

/** Begins a draft and goes to its first page. */
export async function beginRequest(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([requireActor(), reader()]);
  const values = valuesOf(form);
  const { answers } = readAnswers(queryOf(values.answers), words.language);
  const found = answers.kind === values.kind ? { facts: answers.facts, claims: answers.claims } : {};
  const command = Create.safeParse({ id: values.id, kind: values.kind, title: values.title, ...found });
  if (!command.success) return withErrors(before, words.ui, command.error.issues.map((issue) => ({ field: issue.path.join("."), message: words.t("pages.fillIn") })), values);
  const answer = await createRequest(actor, command.data);
  if (isAccepted(answer)) redirect(`/requests/${answer.id}/edit/${editPages(command.data.kind, {})[0] ?? "check"}`);
  return refusedState(before, answer, words, values);
}

/** The finder's answers, as its address held them. */
function queryOf(address: unknown): Query {
  const query: Record<string, string[]> = {};
  if (typeof address === "string") for (const [name, value] of new URLSearchParams(address)) (query[name] ??= []).push(value);
  return query;
}

/** Saves one page of the form and goes to the next. An answer that cannot be read stays on the page, beside what is wrong with it. */
export async function saveSection(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([requireActor(), reader()]);
  const values = valuesOf(form);
  const [id, section] = [z.uuid().safeParse(values.requestId), z.string().safeParse(values.section)];
  const detail = id.success ? await requestDetail(actor, id.data) : null;
  if (!detail || !section.success) return refusedState(before, null, words, values);
  const read = readSection(detail, section.data, values, words);
  if (read.errors.length > 0) return withErrors(before, words.ui, read.errors, values);
  const command = SaveDraft.safeParse({ type: "saveDraft", commandId: z.uuid().safeParse(values.commandId).data ?? randomUUID(), version: Number(values.version), ...read.change });
  if (!command.success) return withErrors(before, words.ui, command.error.issues.map((issue) => ({ field: issue.path.join("."), message: words.t("pages.fillIn") })), values);
  const answer = await execute(actor, detail.id, command.data);
  if (!isAccepted(answer)) return refusedState(before, answer, words, values);
  const facts = { ...detail.facts, ...withoutNull(read.change.facts ?? {}) };
  const pages = editPages(detail.kind, facts);
  // An answer can open further questions of the same page; they are asked before the next one.
  const opened = asksMore(detail.kind, section.data, detail.facts, facts);
  const next = values.go === "stay" || opened ? section.data : (pages[pages.indexOf(section.data) + 1] ?? "check");
  redirect(`/requests/${detail.id}/edit/${next}`);
}

function withoutNull(facts: Readonly<Record<string, FactValue | null>>): Record<string, FactValue> {
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, FactValue] => entry[1] !== null));
}

function asksMore(kind: Kind, section: string, before: Facts, after: Facts): boolean {
  const asked = (facts: Facts) => visibleSections(kind, facts).find(({ id }) => id === section)?.fields.map(({ fact }) => fact) ?? [];
  const known = new Set(asked(before));
  return asked(after).some((fact) => !known.has(fact) && after[fact] === undefined);
}
