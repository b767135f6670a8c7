import { auditEvents, type AuditFilters } from "../../../db/queries/audit.ts";
import type { EventKey } from "../../../db/queries/taken-events.ts";
import type { Actor } from "../../access/actor.ts";

/** A question to the record, as the auditor's page asks it. */
export type RecordQuestion = Omit<AuditFilters, "cursor">;

const names = ["q", "type", "from", "to"] as const;

/** What of an address is the question; what is empty is not asked. */
export function recordParams(asked: Readonly<Record<string, string | string[] | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(names.flatMap((name) => (typeof asked[name] === "string" && asked[name] !== "" ? [[name, asked[name]]] : [])));
}

export function recordAddress(params: Readonly<Record<string, string>>): string {
  return new URLSearchParams(params).toString();
}

/** The question that an address asks; null where it asks nothing that can be asked, which the auditor's page says in words. */
export async function readRecordQuestion(_actor: Actor, params: Readonly<Record<string, string>>): Promise<{ readonly question: RecordQuestion } | null> {
  return { question: params };
}

/** How many events a question finds. */
export async function countMatching(actor: Actor, question: RecordQuestion): Promise<{ readonly all: number; readonly more: boolean }> {
  let all = 0;
  for await (const keys of matchingKeys(actor, question)) all += keys.length;
  return { all, more: false };
}

/** Where the events stand that a question finds, newest first, some at a time. */
export async function* matchingKeys(actor: Actor, question: RecordQuestion): AsyncGenerator<readonly EventKey[]> {
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await auditEvents(actor, { ...question, cursor });
    yield items;
    if (next === null) return;
    cursor = next;
  }
}
