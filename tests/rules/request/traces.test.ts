import { describe, expect, test } from "vitest";
import { readTrace } from "../../../lib/permit/trace.ts";
import { aContext, type Case, codes, give, move, must, people, ready, stateOf, today } from "./builders.ts";

/* A logger's file beside a movement: what it comes to stands in the ledger, and a stretch outside its range is to be explained. */

const document = "01900000-0000-7000-8000-0000000000dd";
type Change = Partial<ReturnType<typeof aContext>>;
const now = `${today}T03:00:00.000Z`;
const file = (...lines: string[]) => ({ now, trace: readTrace(lines.map((line) => `${today}T${line}`).join("\n")) });
const cold = file("00:30:00Z,4", "01:00:00Z,9.5", "01:10:00Z,11", "01:30:00Z,7");

/** Ten crossed, and a paper was attached. */
function crossed(): Case {
  const one = must(give(ready(), people.requester, move("10")));
  return must(give(one, people.requester, { type: "attachDocument", document, name: "logger.csv", paper: null, mediaType: "text/plain", size: 9, sha256: "a".repeat(64) }));
}
const movement = (so: Case) => stateOf(so).ledger[0]?.id ?? "";
const trace = (so: Case, change: Change, more: object = {}) => give(so, people.requester, { type: "recordTrace", movement: movement(so), document, range: { from: "2", to: "8" }, ...more }, change);

describe("a temperature trace", () => {
  test("stands with its movement, and opens a discrepancy where it leaves its range", () => {
    const so = must(trace(crossed(), cold));
    expect(stateOf(so).traces).toMatchObject([{ movement: movement(so), document, readings: 4, lowest: "4", highest: "11", outside: 30, excursionCount: 1, excursions: [{ worst: "11" }] }]);
    expect(stateOf(so).discrepancies).toMatchObject([{ code: "temperatureExcursion", found: "11", expected: "2/8", resolved: null }]);
    expect(stateOf(so).ledger).toHaveLength(1);
  });

  test("that stays inside opens none", () => {
    const so = must(trace(crossed(), cold, { range: { from: "-1.5", to: "11" } }));
    expect([stateOf(so).traces.length, stateOf(so).discrepancies]).toEqual([1, []]);
  });

  test.each<[string, string[], Change, object]>([
    ["of no movement of the ledger", ["unknownMovement"], cold, { movement: "01900000-0000-7000-8000-0000000000ff" }],
    ["in no paper of the request", ["unknownDocument"], cold, { document: "01900000-0000-7000-8000-0000000000ee" }],
    ["whose file is gone", ["unknownDocument"], { now, trace: null }, {}],
    ["against a range that is none", ["rangeReversed"], cold, { range: { from: "8", to: "8" } }],
    ["without readings", ["traceUnread"], { now, trace: readTrace("cold") }, {}],
    ["of a day earlier, by a clock that is a day behind", ["traceElsewhen"], { now, trace: readTrace("2026-11-22T01:00:00Z,4\n2026-11-22T02:00:00Z,4") }, {}],
    ["of a day later, by a clock that is a day ahead", ["dateInFuture"], { now, trace: readTrace(`${today}T01:00:00Z,4\n2026-11-26T02:00:00Z,4`) }, {}],
  ])("%s is refused", (_, refused, change, more) => expect(codes(trace(crossed(), change, more))).toEqual(refused));

  test("is recorded once, by whoever records movements, and where something moved", () => {
    const so = must(trace(crossed(), cold));
    expect(codes(trace(so, cold))).toEqual(["nothingChanged"]);
    const more = must(give(so, people.requester, { ...move("5"), at: `${today}T01:30:00Z` }, { fresh: { permitNumber: "P", id: "01900000-0000-7000-8000-0000000000ab" } }));
    expect(codes(trace(more, cold, { movement: stateOf(more).ledger[1]?.id }))).toEqual([]);
    expect(codes(give(so, people.stranger, { type: "recordTrace", movement: movement(so), document, range: { from: "2", to: "8" } }, cold))).not.toEqual([]);
    expect(codes(give(ready(), people.requester, { type: "recordTrace", movement: "x", document, range: { from: "2", to: "8" } }, cold))).toEqual(["nothingMoved"]);
  });
});
