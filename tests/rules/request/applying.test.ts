import { expect, test } from "vitest";
import type { Condition } from "../../../lib/policy/condition.ts";
import { type Applying, applying, type ServedRule, type ServedRules, type Weighing } from "../../../lib/request/applying.ts";

const human: Condition = { all: [{ attr: "kind", op: "eq", value: "sample" }, { attr: "sample.class", op: "eq", value: "human" }] };
const rule = (id: string, change: Partial<ServedRule> = {}): ServedRule => ({
  id, type: "permit", status: "in_force", kinds: ["sample"], trigger: human, papers: [], from: null, to: null, versions: [], substitutes: [], confidence: "verified", due: "before-permit",
  jurisdiction: "CN", facilitates: [], title: `The ${id}`, usually: "ten days", authority: "Office", citations: ["Law 1"], ...change,
});
const served = (...regimes: ServedRule[]): ServedRules => ({
  kind: "sample", language: "en", packs: [{ id: "cn", version: "1", from: "2026-01-01", to: null, regimes }],
  words: { "sample.class.short": "Kind of sample", "sample.class.options.human": "human", "sample.quantity.short": "Containers" },
});
const weighing = (change: Partial<Weighing> = {}): Weighing => ({ kind: "sample", facts: { "from.city": "shenzhen", "to.city": "hongkong", "sample.class": "human", "sample.quantity": 3 }, claims: [], window: { from: "2026-12-10" }, ...change });
const shown = <K extends keyof Applying>(rules: ServedRules, key: K, so = weighing()) => Object.fromEntries(applying(rules, so).map((card) => [card.id, card[key]]));

test("a card says what the rule is, which answers made it so, and whose it is", () => {
  expect(applying(served(rule("licence"), rule("elsewhere", { trigger: { attr: "sample.class", op: "eq", value: "plant" } })), weighing())).toEqual([
    { id: "licence", jurisdiction: "CN", title: "The licence", usually: "ten days", because: ["Kind of sample: human"], citations: ["Law 1"], authority: "Office", replaces: "", eases: "", uncertain: false, fromMemory: false, stands: "binding" },
  ]);
});

test("what is planned or not verified has no card", () => {
  expect(applying(served(rule("planned", { status: "planned" }), rule("heard-of", { status: "unverified" })), weighing())).toEqual([]);
});

test("how sure one is of it is told: from memory and uncertain are two things", () => {
  const rules = served(rule("sure"), rule("memory", { confidence: "memory" }), rule("uncertain", { confidence: "uncertain" }));
  expect([shown(rules, "uncertain"), shown(rules, "fromMemory")]).toEqual([{ sure: false, memory: false, uncertain: true }, { sure: false, memory: true, uncertain: false }]);
});

test("a programme is offered until it is claimed; what a claimed one takes away stays under it, with the titles of what is served", () => {
  const rules = served(rule("licence"), rule("other"), rule("lane", { type: "facilitation", substitutes: ["licence", "other", "unknown"] }), rule("ease", { type: "facilitation", facilitates: ["other"] }));
  expect(shown(rules, "stands")).toEqual({ licence: "binding", other: "binding", lane: "offered", ease: "offered" });
  expect(shown(rules, "stands", weighing({ claims: ["lane"] }))).toEqual({ licence: "waived", other: "waived", lane: "claimed", ease: "offered" });
  expect(shown(rules, "replaces")).toEqual({ licence: "", other: "", lane: "The licence; The other", ease: "" });
  expect(shown(rules, "eases")).toEqual({ licence: "", other: "", lane: "", ease: "The other" });
});

test("a reason is an answer: neither what the request is nor when, nor what nobody answered; a fact without words goes by its name", () => {
  const attrs: Condition = { all: [human, { attr: "date", op: "gte", value: "2026-01-01" }, { attr: "sample.quantity", op: "gt", value: 1 }, { attr: "to.city", op: "eq", value: "hongkong" }, { not: { attr: "sample.un", op: "eq", value: "UN2814" } }] };
  expect(shown(served(rule("licence", { trigger: attrs })), "because")).toEqual({ licence: ["Kind of sample: human", "Containers: 3", expect.stringMatching(/^to\.city\.short: /)] });
});
