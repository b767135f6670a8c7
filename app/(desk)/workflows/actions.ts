"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { leadTo } from "@/app/_ui/lead-to";
import { fileOf, textOf, withErrors, type FormState } from "@/app/(auth)/form-state";
import { endedSession } from "@/app/_request/ended";
import { malformedState, refusalSentence, refusedState } from "@/app/_request/outcome";
import { reader, type Reader } from "@/lib/server/language";
import { readPackFile } from "@/lib/server/pack-file";
import { shapeOf } from "@/lib/server/json-shape";
import { deepest, type JsonTrouble, readJsonBytes } from "@/lib/server/parse-json";
import { executeOnProposal, proposeWorkflow } from "@/lib/server/publish-workflow";
import { currentActor } from "@/lib/server/session";
import type { Refusal } from "@/lib/request/refusal";
import { ProposalCommand, ProposeWorkflow } from "@/lib/workflow/proposal/command";
import { readsWorkflows } from "@/lib/workflow/proposal/readers";

/** Puts a version forward from a file or from text. What is wrong with it stands at the text, and what was typed stays. */
export async function proposeVersion(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const { t, ui } = words;
  const file = fileOf(form, "file");
  const typed = { definition: textOf(form, "definition"), effectiveFrom: textOf(form, "effectiveFrom"), note: textOf(form, "note") };
  if (actor.kind !== "person") return endedSession(before, typed, words);
  const again = (field: string, message: string) => withErrors(before, ui, [{ field, message }], typed);
  if (file && typed.definition.trim() !== "") return again("file", t("workflows.form.both"));
  if (!file && typed.definition.trim() === "") return again("file", t("workflows.form.neither"));
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(typed.definition);
  const at = file ? "file" : "definition";
  if (bytes.byteLength > largest) return withErrors(before, ui, [{ field: at, message: t("workflows.form.tooLarge") }], { ...typed, definition: "" });
  const read = readJsonBytes(bytes);
  if ("trouble" in read) return again(at, unread(bytes, read.trouble, words));
  const { value: definition } = read;
  const note = typed.note.trim();
  const asked = ProposeWorkflow.safeParse({ id: textOf(form, "id"), definition, effectiveFrom: typed.effectiveFrom, ...(note !== "" && { note }) });
  if (!asked.success) return withErrors(before, ui, asked.error.issues.map(({ path: [name] }) => unfit(String(name), at, t)), typed);
  const answer = await proposeWorkflow({ ...actor, language: words.language }, asked.data);
  if ("refusals" in answer) return withErrors(before, ui, answer.refusals.map((one) => ({ field: fieldOf(one, at), message: refusalSentence(one, words) })), typed);
  revalidatePath("/workflows");
  leadTo(`/workflows/proposals/${answer.id}`);
}

/** Approves, rejects or withdraws. */
export async function decideOnProposal(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const typed = { reason: textOf(form, "reason") };
  if (actor.kind !== "person") return endedSession(before, typed, words);
  const { t, ui } = words;
  const reason = typed.reason.trim();
  const [id, command] = [z.uuid().safeParse(textOf(form, "id")), ProposalCommand.safeParse({ type: textOf(form, "type"), commandId: textOf(form, "commandId"), ...(textOf(form, "type") !== "approve" && reason !== "" && { reason }) })];
  if (!id.success) return malformedState(before, words, typed);
  if (!command.success) return command.error.issues.some(({ path }) => path[0] === "reason") ? withErrors(before, ui, [{ field: "reason", message: t(reason === "" ? "pages.fillIn" : "pages.tooLong") }], typed) : malformedState(before, words, typed);
  const answer = readsWorkflows(actor) ? await executeOnProposal({ ...actor, language: words.language }, id.data, command.data) : { notFound: true as const };
  if ("notFound" in answer) return malformedState(before, words, typed);
  if ("refusals" in answer) return refusedState(before, answer, words, typed);
  revalidatePath("/workflows");
  leadTo(`/workflows/proposals/${answer.id}`);
}

/** As much as the API takes. */
const largest = 1_000_000;

/** Which line is no JSON; or that it is JSON of a kind that cannot be kept, or that says one thing twice. */
function unread(bytes: Uint8Array, { code, path }: JsonTrouble, { t }: Reader): string {
  if (code === "repeated") return t("workflows.form.repeated", { name: path });
  const text = new TextDecoder().decode(bytes);
  // What is nested without end would end the stack of whoever looks for the line.
  if (shapeOf(text).depth > deepest) return t("workflows.form.strange");
  const read = readPackFile(text);
  return "notJson" in read ? t("workflows.form.unread", { line: String(read.notJson) }) : t("workflows.form.strange");
}

function unfit(name: string, at: string, t: Reader["t"]): { field: string; message: string } {
  if (name === "effectiveFrom") return { field: name, message: t("workflows.form.day") };
  return name === "note" ? { field: name, message: t("pages.tooLong") } : { field: at, message: t("refusals.malformed", { expected: "" }) };
}

/** Whatever is said of the definition stands where it was given. */
function fieldOf({ path = "" }: Refusal, at: string): string {
  return path.startsWith("definition") ? at : path;
}
