"use server";

import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Stopped } from "@/app/(auth)/form-state";
import { reader } from "@/lib/server/language";
import { requestDetail } from "@/lib/server/request-detail";
import { currentActor } from "@/lib/server/session";
import type { Difference } from "./differences";
import { goneWords } from "./gone";
import type { SectionError } from "./read-section";
import { saveSectionOf } from "./save-section";
import { valuesOf } from "./typed-values";

export type AutoSaved =
  | { readonly is: "saved"; readonly version: number; readonly at: string; readonly errors: readonly SectionError[] }
  | { readonly is: "refused"; readonly errors: readonly SectionError[] }
  | { readonly is: "conflict"; readonly version: number; readonly differences: readonly Difference[] }
  | { readonly is: "ended" }
  | { readonly is: "gone"; readonly words: Stopped };

/** Saves what can be read of what was touched; an answer that cannot waits on the page until it can. */
export async function autoSave(form: FormData, touched: readonly string[]): Promise<AutoSaved> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  if (actor.kind !== "person") return { is: "ended" };
  const [values, names] = [valuesOf(form), z.array(z.string()).max(5000).safeParse(touched)];
  const id = z.uuid().safeParse(values.requestId);
  const detail = id.success ? await requestDetail(actor, id.data) : null;
  if (detail?.status !== "draft" || typeof values.section !== "string" || !names.success) return { is: "gone", words: goneWords(detail, words.t) };
  // An address that is being typed is nobody's yet.
  const saved = await saveSectionOf({ detail, section: values.section, values: { ...values, teamAdd: "" }, commandId: randomUUID(), actor, words, touched: names.data, partly: true });
  if (saved.is === "saved") return { is: "saved", version: saved.answer.version, at: words.format.time(new Date().toISOString()), errors: saved.errors };
  return saved.is === "gone" ? { is: "gone", words: goneWords(saved.now, words.t) } : saved;
}
