import { inArray } from "drizzle-orm";
import type { Text } from "../../../lib/language.ts";
import type { Find } from "../../../lib/insight/question.ts";
import type { ScopedTx } from "../../client.ts";
import { desks, organisations } from "../../schema/configuration.ts";
import { requests } from "../../schema/requests.ts";
import { namesOf } from "../names-of.ts";
import { pinnedSteps, stepName } from "../step-names.ts";

/** What people, desks, institutions and steps of an answer are called; a step by its request and its id. */
export type AnswerNames = { readonly people: Readonly<Record<string, string>>; readonly places: Readonly<Record<string, Text>>; readonly steps: Readonly<Record<string, Text>> };

export async function namesInAnswer(tx: ScopedTx, items: readonly Find[]): Promise<AnswerNames> {
  const [people, places, steps] = [await namesOf(tx, items.flatMap((one) => one.people)), await placesIn(tx, items), await stepsIn(tx, items)];
  return { people: Object.fromEntries(people), places, steps };
}

async function placesIn(tx: ScopedTx, items: readonly Find[]): Promise<AnswerNames["places"]> {
  const named = [...new Set(items.flatMap(({ desks: at, values }) => [...at, ...[values.scope, values.otherScope].flatMap((scope) => (typeof scope === "string" ? [scope.slice(scope.indexOf(":") + 1)] : [])), ...(typeof values.organisation === "string" ? [values.organisation] : [])]))];
  if (named.length === 0) return {};
  const found = [
    ...(await tx.select({ id: organisations.id, names: organisations.names }).from(organisations).where(inArray(organisations.id, named))),
    ...(await tx.select({ id: desks.id, names: desks.names }).from(desks).where(inArray(desks.id, named))),
  ];
  return Object.fromEntries(found.map(({ id, names }) => [id, names]));
}

async function stepsIn(tx: ScopedTx, items: readonly Find[]): Promise<AnswerNames["steps"]> {
  const asked = items.flatMap(({ request, values }) => (request && typeof values.step === "string" ? values.step.split(" ").map((step) => ({ request: request.id, step })) : []));
  if (asked.length === 0) return {};
  const rows = await tx.select({ id: requests.requestId, workflowId: requests.workflowId, workflowVersion: requests.workflowVersion }).from(requests).where(inArray(requests.requestId, [...new Set(asked.map(({ request }) => request))]));
  const stepOf = await pinnedSteps(tx, rows);
  const pinned = new Map(rows.map(({ id, ...one }) => [id, one]));
  return Object.fromEntries(asked.flatMap(({ request, step }) => {
    const at = pinned.get(request);
    return at ? [[`${request} ${step}`, stepName(stepOf(at, step), step)] as const] : [];
  }));
}
