"use server";

import { v5 as idFrom } from "uuid";
import { z } from "zod";
import { leadTo } from "@/app/_ui/lead-to";
import { attemptAfter, type FormState, withErrors } from "@/app/(auth)/form-state";
import { endedSession } from "@/app/_request/ended";
import { malformedState, refusalSentence } from "@/app/_request/outcome";
import { valuesOf } from "@/app/_request/typed-values";
import { type NamedRequest, namedRequests } from "@/db/queries/named-requests";
import { queueColumns, QueueSettings } from "@/lib/access/queue-settings";
import { isAccepted } from "@/lib/server/answer";
import { type Decided, decideMany, DecideMany } from "@/lib/server/decide-many";
import { execute } from "@/lib/server/execute";
import { type Reader, reader } from "@/lib/server/language";
import { localPath } from "@/lib/server/local-path";
import { keepQueueSettings } from "@/lib/server/queue-settings";
import { currentActor, requireActor } from "@/lib/server/session";
import { readRow } from "./rows";

/** What became of one of many. */
export type Result = { readonly id: string; readonly href: string; readonly number: string; readonly title: string; readonly ok: boolean; readonly said: string };
export type BatchState = FormState & { readonly results?: readonly Result[] };

/** Takes a step into one's hands, or gives it back. What stands against it is said on the page of the case, where the same button is. */
export async function takeRow(form: FormData): Promise<void> {
  const actor = await requireActor();
  const { claim, release, commandId, next } = valuesOf(form);
  const row = readRow(claim ?? release);
  const id = z.uuid().safeParse(commandId);
  const back = localPath(typeof next === "string" ? next : "/inbox");
  if (!row || !id.success) leadTo(back);
  const answer = await execute(actor, row.request, { type: claim === undefined ? "release" : "claim", commandId: id.data, step: row.step });
  leadTo(isAccepted(answer) ? back : `/requests/${row.request}/decide/${row.step}#hands`);
}

/** Keeps how one's queue is shown, and shows it so. */
export async function saveQueueSettings(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const typed = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, typed, words);
  const shown = [typed.columns ?? []].flat();
  const asked = QueueSettings.safeParse({ order: typed.order, view: typed.view, rows: Number(typed.rows), hidden: queueColumns.filter((column) => !shown.includes(column)) });
  if (!asked.success) return malformedState(before, words, typed);
  await keepQueueSettings(actor, asked.data);
  leadTo("/inbox");
}

/** Decides every ticked row by the same words, each as if it were alone, and says what became of each. */
export async function decideRows(before: BatchState, form: FormData): Promise<BatchState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const { t, ui } = words;
  const rows = [values.row ?? []].flat().flatMap((row) => readRow(row) ?? []);
  const batch = z.uuid().safeParse(values.batch);
  if (rows.length === 0) return withErrors(before, ui, [{ field: "row", message: t("pages.batch.tickOne") }], values);
  if (values.type === undefined) return withErrors(before, ui, [{ field: "type", message: t("pages.batch.choose") }], values);
  const asked = DecideMany.safeParse({ decisions: rows.map(({ request, step }) => ({ request, step, type: values.type, commandId: batch.success ? idFrom(`${request} ${step} ${values.type}`, batch.data) : "", ...saidIn(values) })) });
  if (!asked.success) {
    const isLong = asked.error.issues.some(({ code }) => code === "too_big");
    return withErrors(before, ui, [{ field: "text", message: t(isLong ? "pages.tooLong" : "pages.fillIn") }], values);
  }
  const decided = await decideMany(actor, asked.data.decisions);
  // Not from the queue: what was decided has left it, and may have before this was sent a second time.
  const named = await namedRequests(actor, rows.map(({ request }) => request));
  return { attempt: attemptAfter(before), errors: [], values, results: decided.map((one) => resultOf(one, named, words)) };
}

/** What each command needs to be said, from the one text of the form. */
function saidIn({ type, text, code }: FormState["values"]): Record<string, unknown> {
  const said = typeof text === "string" ? text : "";
  if (type === "approveWithConditions") return { conditions: [{ text: said }] };
  if (type === "return") return { questions: [{ text: said }] };
  return type === "reject" ? { reasons: [{ code, text: said }] } : {};
}

function resultOf({ decision: { request, step, type }, answer }: Decided, named: readonly NamedRequest[], words: Reader): Result {
  const { language, t } = words;
  const item = named.find(({ id }) => id === request);
  const names = item ? { [step]: item.stepNames(step) } : {};
  const ok = isAccepted(answer);
  const refusals = ok ? [] : "refusals" in answer ? answer.refusals : [{ code: "notPermitted" as const }];
  return {
    id: `${request} ${step}`,
    href: `/requests/${request}/decide/${step}`,
    number: item?.number ?? "",
    title: item ? `${item.title || t("pages.untitled")} · ${item.stepNames(step)[language]}` : t("pages.batch.gone"),
    ok,
    said: ok ? t(`pages.batch.done.${type}`) : words.format.sentences(refusals.map((one) => refusalSentence(one, words, { ...names, ...("steps" in answer ? answer.steps : {}) }))),
  };
}
