import { expect, test } from "vitest";
import { type CaseView, caseDifference } from "../../lib/audit/case-view.ts";
import { isForeign, writtenIn } from "../../lib/audit/written-in.ts";
import { momentOf, upTo } from "../../lib/server/case-at.ts";

test("two moments differ field by field: what changed, what came, what went", () => {
  const none = { case: {}, facts: {}, lines: {}, claims: {}, parties: {}, findings: {}, steps: {}, requirements: {}, permit: {}, movements: {}, papers: {}, conditions: {} };
  const was = { ...none, facts: { "sample.volume": 3, mode: "road" }, steps: { home: { status: "open", outcome: null } }, claims: { a: true } } as unknown as CaseView;
  const is = { ...none, facts: { "sample.volume": 4, mode: "road" }, steps: { home: { status: "done", outcome: "approved" } }, permit: { number: "CWP-1" } } as unknown as CaseView;
  expect(caseDifference(was, is)).toEqual([
    { part: "facts", of: null, field: "sample.volume", was: "3", is: "4" },
    { part: "claims", of: "a", field: null, was: "true", is: null },
    { part: "steps", of: "home", field: "outcome", was: null, is: "approved" },
    { part: "steps", of: "home", field: "status", was: "open", is: "done" },
    { part: "permit", of: null, field: "number", was: null, is: "CWP-1" },
  ]);
  expect(caseDifference(is, is)).toEqual([]);
});

test("what came without saying something of a field does not differ in that field", () => {
  const none = { case: {}, facts: {}, lines: {}, claims: {}, parties: {}, findings: {}, steps: {}, requirements: {}, permit: {}, movements: {}, papers: {}, conditions: {} } as unknown as CaseView;
  const is = { ...none, permit: { number: "CWP-1", controlPoint: null }, movements: { a: { stage: "crossed", controlPoint: null } }, conditions: { "ethics-1": null } } as unknown as CaseView;
  expect(caseDifference(none, is)).toEqual([
    { part: "permit", of: null, field: "number", was: null, is: "CWP-1" },
    { part: "movements", of: "a", field: "stage", was: null, is: "crossed" },
    // Its words were erased; that it was made a condition is still so.
    { part: "conditions", of: "ethics-1", field: null, was: null, is: null },
  ]);
});

test("a case at a time is its history up to there without a gap, also where a clock was a little slow", () => {
  const events = [{ seq: 1, at: "2026-11-26T08:00:00.000Z" }, { seq: 2, at: "2026-11-26T08:00:05.000Z" }, { seq: 3, at: "2026-11-26T08:00:03.000Z" }, { seq: 4, at: "2026-11-26T08:00:09.000Z" }];
  const until = (moment: Parameters<typeof upTo>[1]) => upTo(events, moment).map(({ seq }) => seq);
  expect([until({ time: "2026-11-26T08:00:04.000Z" }), until({ time: "2026-11-26T08:00:02.000Z" }), until({ time: "2026-11-26T07:00:00.000Z" }), until({ seq: 2 })]).toEqual([[1, 2, 3], [1], [], [1, 2]]);
});

test("a moment is an entry, a day or a time, and nothing else", () => {
  expect(momentOf("12")).toEqual({ seq: 12 });
  expect(momentOf("2026-11-26")).toEqual({ time: "2026-11-26T15:59:59.999Z" });
  expect(momentOf("2026-11-26T16:00")).toEqual({ time: "2026-11-26T08:00:59.999Z" });
  expect(["0", "-1", "1.5", "2026-02-30", "2026-13-01", "yesterday", ""].map(momentOf)).toEqual([null, null, null, null, null, null, null]);
});

test("words are told by their language as far as letters tell, and marked for readers of another", () => {
  expect(["请说明样本是否提取核酸", "樣本只限於三樓實驗室處理", "The samples are to be kept in the laboratory", "As amostras devem ser mantidas no laboratório para não se perderem", "OK", "12"].map(writtenIn)).toEqual(["zh-Hans", "zh-Hant", "en", "pt", null, null]);
  expect([isForeign("zh-Hant", "en"), isForeign("zh", "zh-Hans"), isForeign("en", "en"), isForeign(null, "pt")]).toEqual([true, false, false, false]);
});
