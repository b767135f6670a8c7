import { type Asked, auditCounts, everyKey } from "../../../db/queries/audit-search.ts";
import type { EventKey } from "../../../db/queries/taken-events.ts";
import type { Actor } from "../../access/actor.ts";
import { addressOf, type AskedWrongly, auditParams, type AuditParams, readAsked } from "../audit-ask.ts";

/** A question to the record, made ready to be asked. */
export type RecordQuestion = Asked;

/** What of an address is the question; what is empty is not asked. */
export function recordParams(asked: Readonly<Record<string, string | string[] | undefined>>): AuditParams {
  return Object.fromEntries(auditParams.flatMap((name) => (typeof asked[name] === "string" && asked[name] !== "" ? [[name, asked[name]]] : [])));
}

export function recordAddress(params: AuditParams): string {
  return addressOf(params);
}

/** The question that an address asks, or everything that is wrong with it. */
export async function readRecordQuestion(actor: Actor, params: AuditParams): Promise<{ readonly question: RecordQuestion } | { readonly problems: readonly AskedWrongly[] }> {
  const meant = await readAsked(actor, params);
  return "asked" in meant ? { question: meant.asked } : meant;
}

/** How many events a question finds: so many are counted that whoever waits for them can see how far they have come. */
export async function countMatching(actor: Actor, question: RecordQuestion): Promise<{ readonly all: number; readonly more: boolean }> {
  const { all, more } = await auditCounts(actor, question, 1_000_000);
  return { all, more };
}

/** Where the events stand that a question finds, newest first, some at a time. */
export function matchingKeys(actor: Actor, question: RecordQuestion): AsyncGenerator<readonly EventKey[]> {
  return everyKey(actor, question);
}
