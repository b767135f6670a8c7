import { eq, inArray } from "drizzle-orm";
import { format } from "../../../lib/format.ts";
import { languages, type Text } from "../../../lib/language.ts";
import type { Find } from "../../../lib/insight/question.ts";
import type { ScopedTx } from "../../client.ts";
import { desks, organisations } from "../../schema/configuration.ts";
import { requests } from "../../schema/requests.ts";
import { namesOf } from "../names-of.ts";
import { pinnedSteps, stepName } from "../step-names.ts";

/** What people, desks, institutions and steps of an answer are called; a step by its request and its id; and the numbers of requests whose events a row rests on without being about one of them. */
export type AnswerNames = { readonly people: Readonly<Record<string, string>>; readonly places: Readonly<Record<string, Text>>; readonly steps: Readonly<Record<string, Text>>; readonly numbers: Readonly<Record<string, string>> };

export async function namesInAnswer(tx: ScopedTx, items: readonly Find[]): Promise<AnswerNames> {
  const [people, places, steps, numbers] = [await namesOf(tx, items.flatMap((one) => one.people)), await placesIn(tx, items), await stepsIn(tx, items), await numbersIn(tx, items)];
  return { people: Object.fromEntries(people), places, steps, numbers };
}

async function numbersIn(tx: ScopedTx, items: readonly Find[]): Promise<AnswerNames["numbers"]> {
  const further = items.flatMap(({ request, entries }) => entries.flatMap(({ of, id }) => (of === "request" && id !== request?.id ? [id] : [])));
  if (further.length === 0) return {};
  const rows = await tx.select({ id: requests.requestId, number: requests.number }).from(requests).where(inArray(requests.requestId, [...new Set(further)]));
  return Object.fromEntries(rows.map(({ id, number }) => [id, number]));
}

async function placesIn(tx: ScopedTx, items: readonly Find[]): Promise<AnswerNames["places"]> {
  const named = [...new Set(items.flatMap(({ desks: at, values }) => [...at, ...[values.scope, values.otherScope, values.subject].flatMap((scope) => (typeof scope === "string" ? [scope.slice(scope.indexOf(":") + 1)] : [])), ...(typeof values.organisation === "string" ? [values.organisation] : [])]))];
  if (named.length === 0) return {};
  const whole = await tx.select({ id: organisations.id, names: organisations.names }).from(organisations).where(inArray(organisations.id, named));
  const parts = await tx.select({ id: desks.id, names: desks.names, of: organisations.names }).from(desks).innerJoin(organisations, eq(organisations.id, desks.organisation)).where(inArray(desks.id, named));
  // Many institutions have a desk of one name.
  const within = (names: Text, of: Text) => Object.fromEntries(languages.map((language) => [language, format(language).within(names[language], of[language])])) as Text;
  return Object.fromEntries([...whole.map(({ id, names }) => [id, names] as const), ...parts.map(({ id, names, of }) => [id, within(names, of)] as const)]);
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
