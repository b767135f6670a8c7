import { v7 as newId } from "uuid";
import { expect } from "vitest";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { personActor } from "../../lib/server/person.ts";
import { call, give, keyOf } from "./api-world.ts";

/* A request about seawater from one institution to another, which no rule stands against, as the API makes it. */

const today = dayOf(new Date());
const water = { ...stories.find(({ title }) => title === "Seawater for microplastics, spring")?.facts, date: addDays(today, 20) };
const asker = "researcher@hkust.example";
const endorser = "pi@hkust.example";
type Asked = { readonly by?: string; readonly quantity?: number; /** By their addresses. */ readonly team?: readonly string[]; readonly title?: string; readonly lines?: readonly object[] };

/** Submitted, with all that stood against it on record. Answers its id. */
export async function submitted(asked: Asked = {}): Promise<string> {
  const id = await draft(asked);
  await submit(id, asked.by);
  return id;
}

/** Submits a draft that nothing stands against. */
export async function submit(id: string, by = asker): Promise<void> {
  expect((await give(id, await keyOf(by), { type: "submit" })).status).toBe(200);
}

/** A draft that nothing stands against any more. */
export async function draft({ by = asker, quantity, team = [], title = "Seawater", lines }: Asked = {}): Promise<string> {
  const key = await keyOf(by);
  const facts = quantity === undefined ? water : { ...water, "sample.quantity": quantity };
  const { body } = await call("POST /api/v1/requests", "/api/v1/requests", { key, json: { id: newId(), kind: "sample", title, facts, ...(lines && { lines }), parties: { home: "hkust", host: "sustech" }, endorser, window: { from: today, to: addDays(today, 60) }, limit: { value: String(quantity ?? 24), unit: "tube" } } });
  const { id } = body;
  if (team.length > 0) await give(id, key, { type: "saveDraft", team: await Promise.all(team.map(async (email) => (await personActor(email))?.id)) });
  const { body: draft } = await call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key });
  await give(id, key, { type: "acceptTerms", terms: draft.terms.map((one: { id: string }) => one.id) });
  for (const { requirement } of draft.blockers) await give(id, key, { type: "recordRequirement", requirement, outcome: "granted", reference: "A/1", date: today });
  return id;
}

/** The same, and endorsed: the home institution's sign-off and the host's acceptance are open. */
export async function endorsed(asked: Asked = {}): Promise<string> {
  const id = await submitted(asked);
  expect((await give(id, await keyOf(endorser), { type: "approve", step: "endorsement" })).status).toBe(200);
  return id;
}

/** The same with its permit: nothing stands before it. */
export async function permitted(asked: Asked = {}): Promise<string> {
  const id = await endorsed(asked);
  for (const [email, step] of [["office@hkust.example", "sign-off"], ["host@sustech.example", "acceptance"]] as const) expect((await give(id, await keyOf(email), { type: "approve", step })).status).toBe(200);
  return id;
}
