import { describe, expect, it } from "vitest";
import { outcomeOf } from "../../../lib/finder/outcome.ts";
import { wanting } from "../../../lib/finder/wanting.ts";
import { all, any, is, isOneOf, not } from "../../../lib/policy/packs/conditions.ts";
import { packs } from "../../../lib/policy/registry.ts";
import type { Facts } from "../../../lib/policy/condition.ts";

const toHongKong: Facts = { "from.city": "shenzhen", "to.city": "hongkong", mode: "courier", date: "2026-12-14", "sample.class": "human", "sample.pathogen_cat_cn": "none", "sample.live_animal": false };
const humanCells: Facts = { ...toHongKong, "sample.human_origin_cn": true, "sample.hgr_material": "cell_containing", "org.foreign_party": true, "sample.hgr_clinical_trial_no_export": false, "sample.special_goods_cn": true, "sample.regulated_drug_device": false };

function outcome(facts: Facts, claims: readonly string[] = []) {
  return outcomeOf(packs, "sample", facts, claims);
}

describe("what the finder says", () => {
  it("groups what binds by the crossing: before, at and after it", () => {
    const { needs } = outcome(humanCells);
    expect(needs.before.map(({ id }) => id)).toContain("cn-hgr-export-approval");
    expect([...needs.before, ...needs.at, ...needs.after].every(({ binding }) => binding)).toBe(true);
  });
  it("names what the answers ruled out, and by which answer", () => {
    const { ruledOut } = outcome({ ...toHongKong, "sample.human_origin_cn": false });
    expect(ruledOut.find(({ regime }) => regime.id === "cn-hgr-export-approval")?.because).toEqual(["sample.human_origin_cn"]);
  });
  it("does not call ruled out what an open question can still bring in, nor what lies on another route", () => {
    const ids = outcome(toHongKong).ruledOut.map(({ regime }) => regime.id);
    expect(ids).not.toContain("cn-hgr-export-approval");
    expect(ids).not.toContain("mo-blood-organ-licence");
  });
  it("weighs money by the imported rates of the day, else by those that come along", () => {
    const facts: Facts = { "from.city": "shenzhen", "to.city": "hongkong", mode: "bank", date: "2026-12-14", "funds.amount": 380_000, "funds.currency": "HKD", "funds.purpose": "subcontract_service" };
    const needsAt = (perUsd?: string) => outcomeOf(packs, "funds", facts, [], perUsd === undefined ? [] : [{ currency: "HKD", day: "2026-12-11", perUsd, source: "HKMA" }]).needs.before.map(({ id }) => id);
    // 50,000 US dollars is the limit above which the tax office wants to be told.
    expect(needsAt("7.8")).not.toContain("cn-tax-filing-outbound");
    expect(needsAt()).not.toContain("cn-tax-filing-outbound");
    expect(needsAt("7.5")).toContain("cn-tax-filing-outbound");
  });
  it("says what a programme that does not fit yet would take", () => {
    const near = outcome({ ...humanCells, "from.zone": "hetao_sz", "org.from.hetao_whitelist": false }).near.find(({ regime }) => regime.id === "cn-special-goods-hetao-fast");
    expect(near?.wants.map(({ leaf, should }) => [leaf.attr, leaf.value, should])).toEqual([["org.from.hetao_whitelist", true, true]]);
  });
  it("never asks anybody to be of another nationality or to live elsewhere for a programme", () => {
    const attributes = outcome(humanCells).near.flatMap(({ wants }) => wants.map(({ leaf }) => leaf.attr));
    expect(attributes.filter((attr) => attr.endsWith(".city") || attr.endsWith(".jur"))).toEqual([]);
  });
  it("ignores a claim that no programme here bears", () => {
    expect(outcome(humanCells, ["no-such-programme"]).evaluation.refusedClaims).toEqual([]);
  });
});

describe("what a rule would take", () => {
  const facts: Facts = { a: "x", b: false };
  it.each([
    ["nothing more when it holds", is("a", "x"), [[]]],
    ["the missing part of several", all(is("a", "x"), is("b", true)), [["b"]]],
    ["either of two", any(is("a", "y"), is("b", true)), [["a"], ["b"]]],
    ["that something is not so", not(is("a", "x")), [["a"]]],
    ["both of two", all(isOneOf("a", "y", "z"), is("b", true)), [["a", "b"]]],
    ["no way, where one thing would have to be two", all(is("a", "y"), is("a", "z")), []],
  ])("%s", (_, condition, expected) => {
    expect(wanting(condition, facts).map((wants) => wants.map(({ leaf }) => leaf.attr))).toEqual(expected);
  });
});
