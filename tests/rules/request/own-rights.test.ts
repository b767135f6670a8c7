import { expect, test } from "vitest";
import type { Actor } from "../../../lib/access/actor.ts";
import type { Target } from "../../../lib/request/context.ts";
import { ownRefusals } from "../../../lib/request/own-rights.ts";
import { aCase, type Case, give, move, people, ready, stateOf } from "./builders.ts";

/* Whoever takes something across answers for themselves: they have accepted the terms, and no revocation keeps them from it. */

const bar = { person: people.requester.id, number: "CW-9", until: "2027-01-01" };
const told = (actor: Actor, target: Target = ready().target, bars = [bar]) => ownRefusals(target, { actor, bars }).map(({ code, path, params }) => [code, path, params]);
const term = (id: string, version: number, person: string) => ({ id, version, person, at: "2026-11-23T01:00:00.000Z" });
const under = (...terms: ReturnType<typeof term>[]): Case => ({ events: [], target: { at: "live", state: { ...stateOf(ready()), terms } } });

test("whom a revocation bars is kept from it, until which day; another is not", () => {
  expect(told(people.requester)).toEqual([["barred", undefined, { number: "CW-9", day: "2027-01-01" }]]);
  expect([told(people.ethics), told({ kind: "worker" }), told(people.requester, aCase().target, [])]).toEqual([[], [], []]);
});

test("the terms are accepted by each of the request’s people for themselves, and by nobody else", () => {
  expect(told(people.teammate, ready().target, [])).toEqual([["termsNotAccepted", "terms", { terms: "true-answers@1" }], ["termsNotAccepted", "terms", { terms: "material-use@1" }]]);
  const both = under(term("true-answers", 1, people.requester.id), term("material-use", 2, people.requester.id), term("true-answers", 1, people.teammate.id));
  expect([told(people.teammate, both.target, []), told(people.requester, both.target, []), told(people.stranger, both.target, [])]).toEqual([[["termsNotAccepted", "terms", { terms: "material-use@2" }]], [], []]);
  expect([told({ kind: "worker" }, both.target, []), told(people.teammate, aCase().target, [])]).toEqual([[], []]);
});

test("so nothing leaves in their hands, while it does in another’s", () => {
  const refused = (who: Actor, bars = [bar]) => {
    const outcome = give(ready(), who, move("1"), { bars });
    return "refusals" in outcome ? outcome.refusals.map(({ code }) => code) : [];
  };
  expect([refused(people.requester), refused(people.teammate, []), refused(people.requester, [])]).toEqual([["barred"], ["termsNotAccepted", "termsNotAccepted"], []]);
});
