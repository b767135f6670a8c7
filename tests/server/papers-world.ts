import { v7 as newId } from "uuid";
import { expect } from "vitest";
import type { PersonActor } from "../../lib/access/actor.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { personActor } from "../../lib/server/person.ts";
import type { World } from "../db/demo-world.ts";
import { type Answered, call, keyOf } from "./api-world.ts";

export const today = dayOf(new Date());
export const auditor = "auditor@causeway.example";

export async function person(email: string): Promise<PersonActor> {
  const found = await personActor(email);
  if (!found) throw new Error(email);
  return found;
}
export async function sample(query: string, email = auditor): Promise<Answered> {
  return call("GET /api/v1/audit/sample", `/api/v1/audit/sample?${query}`, { key: await keyOf(email) });
}
export async function start(json: Readonly<Record<string, unknown>>, email = auditor): Promise<Answered> {
  return call("POST /api/v1/audit/papers", "/api/v1/audit/papers", { key: await keyOf(email), json: { title: "Approvals", question: { type: "request.submitted" }, sample: { size: 3, seed: "s" }, attributes: ["Signed"], ...json } });
}
export async function say(id: string, said: Readonly<Record<string, unknown>>, email = auditor): Promise<Answered> {
  return call("POST /api/v1/audit/papers/{id}/commands", `/api/v1/audit/papers/${id}/commands`, { key: await keyOf(email), json: { commandId: newId(), ...said }, language: "en" });
}
export async function look(id: string, email = auditor): Promise<Answered> {
  return call("GET /api/v1/audit/papers/{id}", `/api/v1/audit/papers/${id}`, { key: await keyOf(email) });
}
export async function asked(email: string): Promise<Answered> {
  return call("GET /api/v1/audit/findings", "/api/v1/audit/findings", { key: await keyOf(email) });
}

/** A paper with a finding about its first case: who decides at the desk that is asked, and its requester. */
export async function withFinding(world: World, email = auditor, more: Readonly<Record<string, unknown>> = {}) {
  const { status, body } = await start(more, email);
  expect([status, JSON.stringify(body)]).toEqual([201, expect.stringContaining("paper.opened")]);
  const { id } = body;
  const [first, ...others] = (await look(id, email)).body.cases as { request: string; number: string }[];
  const request = first?.request ?? "";
  const [desk] = await world.owner<{ id: string; email: string; requester: string }[]>`
    select s.desk as id, p.email, (select q.email from requests r join people q on q.id = r.requester where r.request_id = ${request}) as requester
      from steps s join grants g on g.scope_kind = 'desk' and g.scope_id = s.desk join roles r on r.id = g.role and 'step.decide' = any (r.permissions) join people p on p.id = g.person_id
     where s.request_id = ${request} order by 1, 2 limit 1`;
  if (!desk) throw new Error("a case without a desk");
  const raised = await say(id, { type: "raiseFinding", request, severity: "high", text: "No reason was given.", events: [1], desk: desk.id, replyBy: addDays(today, 7) }, email);
  expect([raised.status, raised.body.finding]).toEqual([200, 1]);
  return { id: id as string, request, others, number: first?.number ?? "", desk };
}
export const reply = { type: "replyToFinding", finding: 1, stance: "accepted", text: "So it was." };
