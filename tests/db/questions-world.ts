import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "../../lib/access/actor.ts";
import { type Narrowing, type Question, questions } from "../../lib/insight/question.ts";
import { languages } from "../../lib/language.ts";
import { personActor } from "../../lib/server/person.ts";
import { questionAnswer, type QuestionAnswer } from "../../lib/server/question-answer.ts";
import { answerShape } from "../../lib/server/question-shape.ts";
import { demoWorld, type World } from "./demo-world.ts";

/* The demonstration as auditors ask it their questions. What is planted is planted by whoever owns the database, with a chain that fits. */

export let world: World;
export const actors: Record<string, PersonActor> = {};
type Case = { readonly id: string; readonly requester: string; readonly number: string };
/** Submitted requests between the Mainland and Hong Kong, each of another requester; every test takes the next one, so that none is in another's way. */
let cases: Case[] = [];

/** Makes the world of a file, and ends it. */
export function askDemonstration(): void {
  beforeAll(async () => {
    world = await demoWorld();
    for (const email of ["auditor@causeway.example", "auditor.mo@causeway.example", "auditor@hku.example", "researcher@hku.example", "biosafety@hku.example", "admin@hku.example", "researcher@smu.example"]) actors[email] = (await personActor(email)) as PersonActor;
    cases = (await world.owner<Case[]>`
      select distinct on (r.requester) r.request_id as id, r.requester, r.number from requests r where r.home <> 'hku' and coalesce(r.host_organisation, '') <> 'hku' and r.from_jurisdiction <> 'MO' and r.to_jurisdiction <> 'MO' order by r.requester, r.request_id`).slice();
  });
  afterAll(() => world.stop());
}

export const next = (): Case => cases.shift() ?? expect.fail("no case is left");
export const someone = (email = "biosafety@hku.example") => (actors[email] as PersonActor).id;

export async function ask(question: Question, narrowing: Narrowing = {}, email = "auditor@causeway.example"): Promise<QuestionAnswer> {
  const answer = await questionAnswer(actors[email] as PersonActor, question, narrowing, new Date());
  return answer ?? expect.fail(`${email} is answered nothing`);
}

/** The rows of an answer about one request. */
export async function about(question: Question, id: string, narrowing: Narrowing = {}) {
  const found = [];
  for (let cursor: string | undefined; ; ) {
    const answer = await ask(question, { ...narrowing, ...(cursor !== undefined && { cursor }) });
    found.push(...answer.items.filter(({ request, entries }) => request?.id === id || entries.some((entry) => entry.id === id)));
    if (answer.next === null) return found;
    cursor = answer.next;
  }
}

/** Says, of whatever was planted before, that it can be said. */
export function everyRowIsSaid(): void {
  test("every row of every answer can be said in every language", async () => {
    for (const question of questions) {
      const answer = await ask(question);
      for (const language of languages) for (const { says } of answerShape(answer, {}, language).items) expect(says).toMatch(/\S{2}/);
    }
  });
}
