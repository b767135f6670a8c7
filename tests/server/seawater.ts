import { v7 as newId } from "uuid";
import { expect } from "vitest";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { personActor } from "../../lib/server/person.ts";
import type { World } from "../db/demo-world.ts";
import { type Answered, call, codesOf, give, keyOf, look, say } from "./api-world.ts";

/* A request about seawater from one institution to another, which no rule stands against, as the API makes it. */

const today = dayOf(new Date());
const water = { ...stories.find(({ title }) => title === "Seawater for microplastics, spring")?.facts, date: addDays(today, 20) };
/** From today on. */
export const window = { from: today, to: addDays(today, 60) };
/** Who asks where nobody else is named. */
export const asker = "researcher@hkust.example";
const endorser = "pi@hkust.example";
type Asked = { readonly by?: string; readonly quantity?: number; /** By their addresses. */ readonly team?: readonly string[]; readonly title?: string; readonly lines?: readonly object[]; readonly claims?: readonly string[] };

/** Submitted, with all that stood against it on record. Answers its id. */
export async function submitted(asked: Asked = {}): Promise<string> {
  const id = await draft(asked);
  await submit(id, asked.by);
  return id;
}

/** Submits a draft that nothing stands against. */
export async function submit(id: string, by = asker): Promise<Answered> {
  const answer = await say(id, by, { type: "submit" });
  expect(codesOf(answer)).toEqual([200]);
  return answer;
}

/** A draft that nothing stands against any more. */
export async function draft(asked: Asked = {}): Promise<string> {
  const id = await begun(asked);
  await prepare(id, asked.by);
  return id;
}

/** A draft as it begins: no terms are accepted, and what the rules ask for first is open. */
export async function begun({ by = asker, quantity, team = [], title = "Seawater", lines, claims }: Asked = {}): Promise<string> {
  const key = await keyOf(by);
  const facts = quantity === undefined ? water : { ...water, "sample.quantity": quantity };
  const { status, body } = await call("POST /api/v1/requests", "/api/v1/requests", { key, json: { id: newId(), kind: "sample", title, facts, ...(lines && { lines }), ...(claims && { claims }), parties: { home: "hkust", host: "sustech" }, endorser, window, limit: { value: String(quantity ?? 24), unit: "tube" } } });
  expect([status, JSON.stringify(body)]).toEqual([201, expect.any(String)]);
  if (team.length > 0) await give(body.id, key, { type: "saveDraft", team: await Promise.all(team.map(async (email) => (await personActor(email))?.id)) });
  return body.id;
}

/** Accepts a draft's terms, and records as granted what stands against it. */
export async function prepare(id: string, by = asker): Promise<void> {
  const { body } = await look(id, by);
  await say(id, by, { type: "acceptTerms", terms: body.terms.map((one: { id: string }) => one.id) });
  await grantBlocking(id, by);
}

/** Records as granted what stands against a draft. */
export async function grantBlocking(id: string, by = asker): Promise<void> {
  const { body } = await look(id, by);
  for (const { requirement } of body.blockers) if (requirement) await say(id, by, { type: "recordRequirement", requirement, outcome: "granted", reference: "A/1", date: today });
}

/** The same, and endorsed: the home institution's sign-off and the host's acceptance are open. */
export async function endorsed(asked: Asked = {}): Promise<string> {
  const id = await submitted(asked);
  expect(codesOf(await say(id, endorser, { type: "approve", step: "endorsement" }))).toEqual([200]);
  return id;
}

/** The same with its permit: nothing stands before it. */
export async function permitted(asked: Asked = {}): Promise<string> {
  const id = await endorsed(asked);
  for (const [email, step] of [["office@hkust.example", "sign-off"], ["host@sustech.example", "acceptance"]] as const) expect(codesOf(await say(id, email, { type: "approve", step }))).toEqual([200]);
  return id;
}

/** An open step, and who may decide it: the person who was named, or staff of its desk. */
export async function openStep({ owner }: Pick<World, "owner">, id: string): Promise<{ readonly step: string; readonly email: string }> {
  const [row] = await owner<{ step: string; email: string }[]>`
    select s.step_id as step, p.email from steps s join people p on p.id = s.assignee or (s.assignee is null and exists (select 1 from grants g where g.person_id = p.id and g.scope_kind = 'desk' and g.scope_id = s.desk))
    where s.request_id = ${id} and s.status = 'open' order by s.step_id, p.email limit 1`;
  return row ?? expect.fail("no open step");
}
