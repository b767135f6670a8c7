import { expect, test } from "vitest";
import { limitsAgainst } from "../../../lib/request/grant-limits.ts";
import type { Requirement } from "../../../lib/request/state.ts";
import { after, move, people, ready, stateOf, today } from "./builders.ts";

/* A grant is for ten; eight have crossed under the permit, on the day of its tests. */

const of = (value: string) => ({ value, unit: "container" });
const others = (...moves: Parameters<typeof move>[]) => stateOf(after(ready(), ...moves.map((one) => [people.requester, move(...one)] as const))).ledger;
const licence: Requirement = { id: "licence", regime: "licence", type: "permit", due: "before-crossing", uncertain: false, status: "granted", reference: null, date: "2026-11-01", validUntil: null, waivedBy: null, limit: of("10") };
const more = (value: string, change: Partial<Requirement> = {}, beside = others(["8"]), entry: { readonly direction?: "out" | "return"; readonly stage?: "crossed" | "arrived" } = {}) =>
  limitsAgainst({ stage: "crossed", direction: "out", quantity: of(value), ...entry }, { permit: { limit: of("30") }, state: { requirements: [{ ...licence, ...change }] }, others: beside }).map(({ code, path, params }) => [code, path, params]);
const left = (remaining: string) => [["overGrant", "quantity.value", { requirement: "licence", remaining, unit: "container" }]];

test("what crossed uses a grant to the last of it, and what came back is not given again", () => {
  expect([more("2"), more("3"), more("3", {}, others(["8"], ["5", "return"]))]).toEqual([[], left("2"), left("2")]);
  expect([more("1", {}, others(["8"], ["4"])), more("3", {}, others(["8"]), { direction: "return" }), more("3", {}, others(["8"]), { stage: "arrived" })]).toEqual([left("0"), [], []]);
});

test("a grant counts from its first day only where it came in place of another; what crossed that day counts", () => {
  const earlier = [{ reference: null, date: "2026-10-01", validUntil: null }];
  const later = { validFrom: "2026-11-25" };
  expect([more("3", later), more("3", { date: "2026-11-25" })]).toEqual([left("2"), left("2")]);
  expect([more("3", { ...later, earlier }), more("3", { date: "2026-11-25", earlier }), more("3", { validFrom: today, earlier }), more("3", { date: null, earlier })]).toEqual([[], [], left("2"), left("2")]);
});

test("what was not granted, is for no amount, is due afterwards or counts otherwise keeps nothing", () => {
  const { limit: _, ...unlimited } = licence;
  expect([more("3", { status: "filed" }), more("3", { due: "after-crossing" }), more("3", { limit: { value: "1", unit: "mL" } })]).toEqual([[], [], []]);
  expect(limitsAgainst({ stage: "crossed", direction: "out", quantity: of("3") }, { permit: { limit: of("30") }, state: { requirements: [unlimited] }, others: others(["8"]) })).toEqual([]);
  expect(limitsAgainst({ stage: "crossed", direction: "out", quantity: of("23") }, { permit: { limit: of("30") }, state: { requirements: [unlimited] }, others: others(["8"]) }).map(({ code }) => code)).toEqual(["overLimit"]);
});
