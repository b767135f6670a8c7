import { describe, expect, test } from "vitest";
import type { Pack, Regime } from "../../../lib/policy/pack.ts";
import { askedData, type Asking, askingRefusals, weigh } from "../../../lib/request/asked.ts";
import type { Context } from "../../../lib/request/context.ts";
import { askingOf } from "../../../lib/request/commands/submit.ts";
import { aStep, aWorkflow } from "../patterns/play.ts";
import { aCase, aContext, aDraft, give, must, people, serum, today } from "./builders.ts";

/* What a submission fixes, and what it is refused for: each reason with its place and what its sentence needs. */

const asking = (change: Partial<Asking> = {}): Asking => ({ ...askingOf(aDraft()), ...change });
const about = (change: Partial<Asking> = {}, context: Partial<Context> = {}) => {
  const [asked, all] = [asking(change), aContext(people.requester, context)];
  return askingRefusals(asked, weigh(asked, all), [], all).map(({ code, path, params }) => [code, path, params]);
};
const fixed = (change: Partial<Asking> = {}, context: Partial<Context> = {}) => {
  const [asked, all] = [asking(change), aContext(people.requester, context)];
  return askedData(asked, weigh(asked, all), all);
};

describe("is refused", () => {
  const { "sample.class": _class, date: _date, ...facts } = serum;
  const window = (from: string, to: string) => ({ window: { from, to } });
  test.each<[string, Partial<Asking>, readonly unknown[]]>([
    ["a title that is too long", { title: "x".repeat(201) }, ["tooLong", "title", { most: 200 }]],
    ["without a window", { window: null }, ["missingWindow", "window", {}]],
    ["a crossing that is over", { facts: { ...serum, date: "2026-11-23" }, ...window("2026-11-01", "2026-12-31") }, ["dateInPast", "facts.date", { day: "2026-11-23" }]],
    ["a window that is over", { facts: { ...serum, date: today }, ...window("2026-11-01", "2026-11-23") }, ["dateInPast", "window.to", { day: "2026-11-23" }]],
    ["a crossing after its window", window("2026-11-24", "2026-12-09"), ["crossingOutsideWindow", "facts.date", { from: "2026-11-24", to: "2026-12-09" }]],
    ["a crossing outside a window of one day", window("2026-12-11", "2026-12-11"), ["crossingOutsideWindow", "facts.date", { from: "2026-12-11", to: "2026-12-11" }]],
    ["a programme that does not fit", { claims: ["no-such-programme"] }, ["notOffered", "claims", { programme: "no-such-programme" }]],
  ])("%s", (_, change, refused) => expect(about(change)).toContainEqual(refused));
  test("a question without an answer, each at its field", () => {
    expect(about({ facts: { ...facts, date: serum.date } })).toEqual([["missingAnswer", "facts.sample.class", { fact: "sample.class" }]]);
  });
  test("a way that ends in the place where it begins, and not one that nobody told", () => {
    expect(about({ facts: { ...serum, "from.city": "hongkong" } }).filter(([code]) => code === "samePlace")).toEqual([["samePlace", "facts.to.jur", {}]]);
    expect(about({ facts: {} }).map(([code]) => code)).not.toContain("samePlace");
  });
  test("where no workflow applies, and where a step has no desk", () => {
    expect(about({}, { workflow: null })).toEqual([["noWorkflow", undefined, { kind: "sample" }]]);
    expect(about({}, { home: null })).toEqual([["noWorkflow", undefined, { kind: "sample" }]]);
    expect(about({}, { desks: aContext(people.requester).desks.filter((desk) => desk.function !== "ethics") })).toEqual([["noDesk", undefined, { step: "ethics", function: "ethics" }]]);
  });
  test("and not with a title as long as may be, a crossing of today, or one on the last day", () => {
    expect(about({ title: "x".repeat(200) })).toEqual([]);
    expect(about({ facts: { ...serum, date: today }, ...window(today, today) })).toEqual([]);
    expect(about(window("2026-12-10", "2026-12-10"))).toEqual([]);
  });
});

test("a review of each line is called for by amounts as numbers, also where a cell keeps them as decimal text", () => {
  const line = (each: string) => ({ material: "Serum", container: "bag", count: "2", each, unit: "mL" });
  const lines = [line("5"), line("10"), line("5.000001"), line("0.5")];
  const called = (attr: string, op: "gt" | "lt" | "eq", value: number | string) => {
    const definition = aWorkflow([aStep("ethics", { per: "line", when: { attr, op, value } })]);
    const { plan } = weigh(asking({ lines }), aContext(people.requester, { workflow: { definition, digest: "0".repeat(64) } }));
    return plan?.steps.map(({ line: at }) => at);
  };
  expect([called("line.each", "gt", 5), called("line.each", "lt", 5), called("line.each", "eq", 10), called("line.count", "gt", 1), called("line.unit", "eq", "mL")]).toEqual([[2, 3], [4], [2], [1, 2, 3, 4], [1, 2, 3, 4]]);
});

describe("fixes", () => {
  const regime = (id: string, change: Partial<Regime> = {}): Regime => {
    const [some] = aContext(people.requester).packs.flatMap(({ pack }) => pack.regimes);
    if (!some) throw new Error("no regimes");
    return { ...some, id, type: "filing", status: "in_force", kinds: ["sample"], trigger: { attr: "kind", op: "eq", value: "sample" }, from: null, to: null, versions: [], substitutes: [], facilitates: [], due: "after-crossing", clock: null, confidence: "verified", ...change };
  };
  const pack = (id: string, version: string, regimes: Regime[], change: Partial<Pack> = {}) => {
    const [some] = aContext(people.requester).packs;
    if (!some) throw new Error("no packs");
    return { pack: { ...some.pack, id, version, from: "2026-01-01", to: null, regimes, ...change }, digest: `${id}@${version}` };
  };
  const clock = { days: 14, unit: "day", calendar: "CN", from: "crossing" } as const;

  test("the packs in force on the day, and of what is due after the crossing how long it may take", () => {
    const packs = [
      pack("cn", "1", [regime("older", { clock })], { to: "2026-12-09" }),
      pack("cn", "2", [regime("report", { clock }), regime("no-limit"), regime("permit", { due: "before-permit", clock }), regime("note", { status: "planned", clock }), regime("elsewhere", { trigger: { attr: "sample.class", op: "eq", value: "plant" }, clock })], { from: "2026-12-10" }),
      pack("hk", "1", [regime("hk-report", { clock: { ...clock, calendar: "HK" } })]),
      pack("hk", "2", [regime("later", { clock })], { from: "2027-01-01" }),
    ];
    const said = fixed({}, { packs });
    expect(said.packs).toEqual([{ id: "cn", version: "2", digest: "cn@2" }, { id: "hk", version: "1", digest: "hk@1" }]);
    expect(said.clocks).toEqual({ report: clock, "hk-report": { ...clock, calendar: "HK" } });
    expect(said.findings.map(({ id }) => id)).toEqual(["report", "no-limit", "permit", "note", "hk-report"]);
  });
  test("claims that no desk here confirms, and which are made; what there is none of is left out", () => {
    const lane = regime("lane", { type: "facilitation", facilitates: ["report"], due: "before-crossing" });
    const said = fixed({ claims: ["lane"] }, { packs: [pack("cn", "1", [lane, regime("report")])] });
    expect([said.claims, said.unconfirmed, "clocks" in said]).toEqual([["lane"], ["lane"], false]);
    const plain = fixed({}, { packs: [pack("cn", "1", [lane, regime("report")])] });
    expect([plain.claims, "unconfirmed" in plain, "outcome" in plain]).toEqual([[], false, false]);
  });
  test("claims that a changed pack still has; those that it closed go, and every desk is told which", () => {
    const lane = regime("lane", { type: "facilitation", facilitates: ["report"], due: "before-crossing" });
    const packs = [pack("cn", "2", [lane, regime("report")])];
    const began = { workflow: null, packs: [{ id: "cn", version: "1", digest: "older" }] };
    const [first] = must(give(aCase(aDraft({ began, claims: ["closed", "lane"] })), people.requester, { type: "submit" }, { packs })).events;
    expect(first?.type === "request.submitted" && [first.data.claims, first.data.sinceBegun]).toEqual([["lane"], [{ code: "packChanged", id: "cn", was: "1", now: "2" }, { code: "programmeGone", id: "closed", was: "", now: "" }]]);
  });
  test("the answers with their lines, and the rates by which money was weighed where there are any; the title without blanks around it", () => {
    const lines = [{ set: "Survey", fields: "survey", records: 12 }];
    const rate = { currency: "HKD", perUsd: "7.8", day: "2026-11-20", source: "HKAB" } as const;
    const told = (context: Partial<Context>) => {
      const { answers, title } = fixed({ title: " Serum ", lines }, context);
      return { title: "say" in title && title.say, ...("say" in answers && (JSON.parse(answers.say) as object)) };
    };
    expect(told({ rates: [rate] as never })).toEqual({ title: "Serum", facts: expect.objectContaining({ "sample.quantity": 30, "from.jur": "CN" }), lines, rates: [rate] });
    expect(Object.keys(told({}))).toEqual(["title", "facts", "lines"]);
  });
  test("the crossing that is planned, else the first day of the window", () => {
    const { date: _, ...undated } = serum;
    expect([fixed().crossing, fixed({ facts: undated }).crossing]).toEqual(["2026-12-10", "2026-11-24"]);
  });
  test("nothing before its window and its way are known", () => {
    const all = aContext(people.requester);
    for (const [asked, context] of [[asking({ window: null }), all], [asking(), { ...all, workflow: null }]] as const) expect(() => askedData(asked, weigh(asked, context), context)).toThrow("asked before it was weighed");
  });
});
