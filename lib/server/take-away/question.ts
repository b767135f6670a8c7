import { auditCounts, everyKey, type Asked } from "../../../db/queries/audit-search.ts";
import type { EventKey } from "../../../db/queries/taken-events.ts";
import type { Actor } from "../../access/actor.ts";
import { addressOf, auditParams, readAsked } from "../audit-ask.ts";

/** A question to the record, as the auditor's page asks it. */
export type RecordQuestion = Asked;

/** What of an address is the question; what is empty is not asked. */
export function recordParams(asked: Readonly<Record<string, string | string[] | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(auditParams.flatMap((name) => (typeof asked[name] === "string" && asked[name] !== "" ? [[name, asked[name]]] : [])));
}

export function recordAddress(params: Readonly<Record<string, string>>): string {
  return addressOf(params);
}

/** The question that an address asks; null where it asks nothing that can be asked, which the auditor's page says in words. */
export async function readRecordQuestion(actor: Actor, params: Readonly<Record<string, string>>): Promise<{ readonly question: RecordQuestion } | null> {
  const read = await readAsked(actor, params);
  return "asked" in read ? { question: read.asked } : null;
}

/** How many events a question finds: exactly up to a bound, and whether there are more. */
export async function countMatching(actor: Actor, question: RecordQuestion): Promise<{ readonly all: number; readonly more: boolean }> {
  return auditCounts(actor, question);
}

/** Where the events stand that a question finds, newest first, some at a time. */
export function matchingKeys(actor: Actor, question: RecordQuestion): AsyncGenerator<readonly EventKey[]> {
  return everyKey(actor, question);
}
