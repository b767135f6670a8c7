import { expect, test } from "vitest";
import { appealDesk } from "../../../lib/workflow/appeal.ts";
import type { DeskFunction } from "../../../lib/workflow/definition.ts";
import type { PlanDesk } from "../../../lib/workflow/plan.ts";

/* Who looks again at what was rejected. */

const desk = (id: string, ...staff: readonly string[]): PlanDesk => ({ id, organisation: id.split(".")[0] ?? id, function: id.split(".")[1] as DeskFunction, programmes: [], staff: staff.length > 0 ? staff : [`${id}.1`, `${id}.2`] });
// In no order that would do.
const all = [desk("smu.customs"), desk("smu.endorsement"), desk("hku.acceptance"), desk("smu.sign-off"), desk("smu.ethics"), desk("hku.ethics"), desk("hku.data-steward")];
const staffOf = (...ids: readonly string[]) => all.filter(({ id }) => ids.includes(id)).flatMap(({ staff }) => staff);

test("it is the same office of the other side, then the same desk, then those that answer for an institution, one after another", () => {
  const inOrder = ["hku.ethics", "smu.ethics", "smu.sign-off", "hku.acceptance", "hku.data-steward", "smu.endorsement"];
  for (const [at, id] of inOrder.entries()) expect(appealDesk(all, "smu.ethics", staffOf(...inOrder.slice(0, at)))?.id).toBe(id);
  // A desk of another field answers for nothing of it.
  expect(appealDesk(all, "smu.ethics", staffOf(...inOrder))).toBeUndefined();
});

test("it is a desk where one is left who took no part, in whatever order desks are named", () => {
  expect(appealDesk(all, "smu.ethics", ["hku.ethics.1"])?.id).toBe("hku.ethics");
  expect(appealDesk(all.toReversed(), "smu.ethics", [])?.id).toBe("hku.ethics");
  expect(appealDesk([desk("smu.ethics", "one"), desk("smu.sign-off")], "smu.ethics", ["one"])?.id).toBe("smu.sign-off");
});

test("of what an office that answers for the whole rejected, its like of the other side comes first", () => {
  const both = [desk("smu.sign-off"), desk("hku.sign-off"), desk("hku.acceptance")];
  expect(appealDesk(both, "smu.sign-off", [])?.id).toBe("hku.sign-off");
});

test("where the desk that rejected is not there any more, those that answer for the whole look again", () => {
  expect(appealDesk(all, "gone.ethics", [])?.id).toBe("smu.sign-off");
});
