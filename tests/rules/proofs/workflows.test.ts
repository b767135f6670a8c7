import fc from "fast-check";
import { expect, test } from "vitest";
import { anyWorkflow } from "./any-workflow.ts";
import { aPlay, give } from "./play.ts";
import { seed, told } from "./told.ts";
import { bringToAnEnd } from "./willing.ts";
import { requester } from "./world.ts";

const lines = ["Serum A", "Serum B", "Serum C"].map((material) => ({ material, container: "cryovial-2ml", count: 15, each: "1", unit: "mL" }));

test("P3: a workflow that publishing accepts is played to its end by whoever is willing, in any order", { timeout: 3_600_000 }, () => {
  fc.assert(
    fc.property(anyWorkflow(1), fc.constantFrom([], lines), fc.boolean(), fc.array(fc.nat(9), { maxLength: 20 }), (workflow, table, claims, order) => {
      const play = aPlay([workflow], { lines: table, claims });
      try {
        expect(give(play, requester, { type: "submit" }).refusals).toEqual([]);
        bringToAnEnd(play, order);
        if (play.target.at === "live") expect(["approved", "permitted"]).toContain(play.target.state.status);
      } catch (broken) {
        throw told(broken, play);
      }
    }),
    { numRuns: 250, ...seed },
  );
});
