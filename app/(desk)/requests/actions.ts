"use server";

import { randomUUID } from "node:crypto";
import { z } from "zod";
import { leadTo } from "@/app/_ui/lead-to";
import { type FormState, withErrors } from "@/app/(auth)/form-state";
import { endedSession } from "@/app/_request/ended";
import { withFilledLines } from "@/app/_request/filled-lines";
import { goneState } from "@/app/_request/gone";
import { endedState, refusedState, unreadState } from "@/app/_request/outcome";
import { type Saved, saveSectionOf } from "@/app/_request/save-section";
import { valuesOf } from "@/app/_request/typed-values";
import { withUploadedLines } from "@/app/_request/uploaded-lines";
import { queryIn, readAnswers } from "@/lib/finder/answers";
import { visibleSections } from "@/lib/kind/questions";
import type { Facts } from "@/lib/policy/condition";
import type { Kind } from "@/lib/policy/pack";
import { Create } from "@/lib/request/commands/create";
import { isAccepted } from "@/lib/server/answer";
import { createRequest } from "@/lib/server/execute";
import { type Reader, reader } from "@/lib/server/language";
import { requestDetail } from "@/lib/server/request-detail";
import { currentActor } from "@/lib/server/session";
import { editPages, pageOf } from "./edit-pages";

/** Begins a draft and goes to its first page. */
export async function beginRequest(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const { answers } = readAnswers(queryIn(new URLSearchParams(String(values.answers ?? ""))), words.language);
  const found = answers.kind === values.kind ? { facts: answers.facts, claims: answers.claims } : {};
  const command = Create.safeParse({ id: values.id, kind: values.kind, title: values.title, ...found });
  if (!command.success) return unreadState(before, command.error, words, values);
  const answer = await createRequest(actor, command.data);
  if (isAccepted(answer)) leadTo(`/requests/${answer.id}/edit/${editPages(command.data.kind, {})[0] ?? "check"}`);
  return refusedState(before, answer, words, values);
}

/** Saves one page of the form and goes to the next. An answer that cannot be read stays on the page, beside what is wrong with it. */
export async function saveSection(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const sent = valuesOf(form);
  if (actor.kind !== "person") return endedState(before, sent, words);
  const [id, section] = [z.uuid().safeParse(sent.requestId), z.string().safeParse(sent.section)];
  const detail = id.success ? await requestDetail(actor, id.data) : null;
  if (!section.success) return refusedState(before, null, words, sent);
  if (detail?.status !== "draft") return goneState(before, sent, { now: detail, section: section.data, actor, words });
  const { values: typed, problem } = await withUploadedLines(form, sent, detail.kind);
  if (problem) return withErrors(before, words.ui, [{ field: "lines.file", message: words.t(`form.file.${problem}`) }], typed);
  const values = await withFilledLines(typed, detail, actor, words.language);
  const isFilled = values !== typed;
  const commandId = z.uuid().safeParse(values.commandId).data ?? randomUUID();
  const saved = await saveSectionOf({ detail, section: section.data, values, commandId, actor, words, partly: false });
  if (saved.is === "gone") return goneState(before, values, { now: saved.now, section: section.data, actor, words });
  if (saved.is !== "saved") return unsaved(before, saved, words, values);
  const now = await requestDetail(actor, detail.id);
  const facts = now?.facts ?? {};
  const pages = editPages(detail.kind, facts);
  // An answer can open further questions of the same page, and be doubtful the first time it is given; both are looked at before the next page.
  const doubtful = (now?.warnings ?? []).some((one) => pageOf(one.path, detail.kind, facts) === section.data && !detail.warnings.some(({ code, path }) => code === one.code && path === one.path));
  const stays = values.go === "stay" || doubtful || isFilled || asksMore(detail.kind, section.data, String(values.asked ?? "").split(" "), facts);
  leadTo(`/requests/${detail.id}/edit/${stays ? section.data : (pages[pages.indexOf(section.data) + 1] ?? "check")}${isFilled ? "?filled" : ""}`);
}

/** The page again: with what is wrong, or with what was saved elsewhere beside what was typed here. Sent again it keeps what was typed. */
function unsaved(before: FormState, saved: Exclude<Saved, { is: "saved" | "gone" }>, { t, ui }: Reader, values: FormState["values"]): FormState {
  if (saved.is === "refused") return withErrors(before, ui, saved.errors, values);
  const version = { ...values, version: String(saved.version) };
  const elsewhere = saved.differences.map(({ name, theirs }) => ({ field: name, message: t("form.changedThere", { theirs }) }));
  return withErrors(before, ui, [{ field: "", message: t("form.conflict") }, ...elsewhere], version);
}

/** Whether a page has a question that did not stand on it when it was sent; what saves by itself may have opened it already. */
function asksMore(kind: Kind, section: string, asked: readonly string[], facts: Facts): boolean {
  const fields = visibleSections(kind, facts).find(({ id }) => id === section)?.fields ?? [];
  return fields.some(({ fact }) => !asked.includes(fact) && facts[fact] === undefined);
}
