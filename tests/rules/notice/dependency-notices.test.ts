import { expect, test } from "vitest";
import { dependencyNotice, toldByDependency, type Waiting } from "../../../lib/notice/dependency-notices.ts";
import { after, aCase, aDraft, people, stateOf } from "../request/builders.ts";

const { requester, teammate, pi } = people;
const submitted = after(aCase(aDraft()), [requester, { type: "submit" }]);
const endorsed = after(submitted, [pi, { type: "approve", step: "endorsement" }]);
const rejected = after(submitted, [pi, { type: "reject", step: "endorsement", reasons: [{ code: "other", text: "No." }] }]);
const waiting: Waiting[] = [
  { waiting: "a", until: "submitted", step: null },
  { waiting: "b", until: "step", step: "endorsement" },
  { waiting: "c", until: "approved", step: null },
  { waiting: "d", until: "step", step: "no-such-step" },
];

test("whoever waits is told of the event by which it came about, or by which it never will, and of no other", () => {
  expect(toldByDependency(waiting, { status: "none" }, stateOf(submitted))).toEqual(["a", "d"]);
  expect(toldByDependency(waiting, stateOf(submitted), stateOf(endorsed))).toEqual(["b"]);
  expect(toldByDependency(waiting, stateOf(submitted), stateOf(rejected))).toEqual(["b", "c"]);
  expect(toldByDependency(waiting, stateOf(endorsed), stateOf(endorsed))).toEqual([]);
});

test("its requester and team are told as it stands by now, while it can still be held back", () => {
  const state = stateOf(submitted);
  expect(dependencyNotice("met", "CW-1", state, requester.id)).toEqual({ code: "dependencyMet", to: { as: "requester", person: requester.id }, step: null, awaited: "CW-1" });
  expect(dependencyNotice("ended", "CW-1", state, teammate.id)).toMatchObject({ code: "dependencyEnded", to: { as: "team" } });
  expect(dependencyNotice("open", "CW-1", state, requester.id)).toBeNull();
  expect(dependencyNotice("met", "CW-1", state, pi.id)).toBeNull();
  expect(dependencyNotice("ended", "CW-1", stateOf(rejected), requester.id)).toBeNull();
});
