import { expect, test } from "vitest";
import type { EventActor } from "../../../lib/request/events.ts";
import { imagine } from "../../../lib/request/imagine.ts";
import type { RequestState } from "../../../lib/request/state.ts";
import { aCase, type Case, endorsed, give, outcomeOf, people, reviewed, stateOf, submitted, today } from "./builders.ts";

/* What is imagined of an act before it is written is what then is so. */

const now = `${today}T02:00:00.000Z`;
const by = (person: string): EventActor => ({ person, desk: null });

function imagined(so: Case, who: typeof people.pi, act: Parameters<typeof give>[2]): RequestState {
  const outcome = outcomeOf(so, who, act);
  if (!("events" in outcome)) throw new Error(JSON.stringify(outcome));
  const before: RequestState = so.target.at === "live" ? so.target.state : { status: "none" };
  return outcome.events.reduce((state, happening) => imagine(state, happening, { now }, by(who.id)), before);
}

test.each<[string, () => Case, typeof people.pi, Parameters<typeof give>[2]]>([
  ["a submission, with which its events begin", aCase, people.requester, { type: "submit" }],
  ["an endorsement", submitted, people.pi, { type: "approve", step: "endorsement" }],
  ["a review", endorsed, people.ethics, { type: "approve", step: "ethics" }],
  ["a signature", reviewed, people.signOff, { type: "approve", step: "sign-off" }],
])("%s", (_, so, who, act) => {
  const then = give(so(), who, act);
  if ("refusals" in then) throw new Error(JSON.stringify(then.refusals));
  const { seq, version, status, steps, changedAt } = stateOf(then);
  expect(imagined(so(), who, act)).toMatchObject({ seq, version, status, changedAt, steps: steps.map(({ id, round, since, outcome }) => ({ id, round, since, outcome })) });
});

test("words are not read, wherever they stand: what is imagined holds none of them", () => {
  const state = imagined(endorsed(), people.biosafety, { type: "return", step: "biosafety", questions: [{ text: "How many tubes?" }] });
  expect(state).toMatchObject({ status: "returned", seq: stateOf(endorsed()).seq + 1 });
  expect(JSON.stringify(state)).not.toContain("tubes");
});
