import { expect, test } from "vitest";
import { strataNamed, stratumNamed } from "../../../../lib/audit/sampling/asked.ts";

test("a stratum's name has its parts in the order asked for, and they are read out of it again", () => {
  const parts = { kind: "sample", corridor: "CN>HK", outcome: "closed", month: "2026-11", desk: "-", organisation: "hku" };
  const named = stratumNamed(parts, ["month", "corridor"]) ?? "";
  expect(named).toBe("2026-11 | CN>HK");
  expect(strataNamed(named, ["month", "corridor"])).toEqual({ month: "2026-11", corridor: "CN>HK" });
  expect(stratumNamed(parts, [])).toBeUndefined();
  expect(strataNamed("sample", ["kind", "desk"])).toEqual({ kind: "sample", desk: undefined });
});
