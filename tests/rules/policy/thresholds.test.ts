import { describe, expect, it } from "vitest";
import { packs } from "../../../lib/policy/registry.ts";
import { nextThreshold, thresholdsOf } from "../../../lib/policy/thresholds.ts";

const regimes = packs.flatMap((pack) => pack.regimes);
const numbers = (fact: string) => thresholdsOf(regimes, fact).map(({ value, above }) => (above ? `> ${value}` : `>= ${value}`));

describe("the numbers at which rules begin", () => {
  it("are those of the law on data that leaves the Mainland, and of the yearly exchange quota", () => {
    expect(numbers("data.pi_count")).toEqual([">= 100000", ">= 1000000"]);
    expect(numbers("data.sensitive_count")).toEqual([">= 1", ">= 10000"]);
    expect(numbers("funds.individual_quota_used_usd")).toEqual(["> 50000"]);
    expect(numbers("data.personal")).toEqual([]);
    expect(thresholdsOf(regimes, "data.pi_count")[1]?.regimes).toEqual(["cn-data-certification", "cn-data-security-assessment", "cn-data-standard-contract"]);
  });

  it("are of rules in force alone, and found behind a denial", () => {
    const trigger = { not: { any: [{ attr: "n", op: "lt", value: 5 }, { attr: "n", op: "lte", value: 5 }, { attr: "n", op: "eq", value: 7 }, { attr: "m", op: "gt", value: 9 }] } } as const;
    expect(thresholdsOf([{ id: "b", status: "in_force", trigger }, { id: "a", status: "in_force", trigger }, { id: "c", status: "planned", trigger: { attr: "n", op: "gte", value: 6 } }], "n")).toEqual([
      { value: 5, above: false, regimes: ["a", "b"] },
      { value: 5, above: true, regimes: ["a", "b"] },
    ]);
  });

  it.each([
    [99_999, 100_000],
    [100_000, 1_000_000],
    [1_000_000, undefined],
  ])("after %d comes %s", (total, next) => expect(nextThreshold(thresholdsOf(regimes, "data.pi_count"), total)?.value).toBe(next));

  it("is still ahead at a number that must be exceeded", () => {
    const quota = thresholdsOf(regimes, "funds.individual_quota_used_usd");
    expect([nextThreshold(quota, 50_000)?.value, nextThreshold(quota, 50_000.01)]).toEqual([50_000, null]);
  });
});
