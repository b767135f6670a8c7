import { expect, test } from "vitest";
import { skillsIn } from "../../../lib/access/desk-settings.ts";

test("skills are read as workflows name them, whatever stands between them", () => {
  expect(skillsIn("GMO, dual use")).toEqual(["gmo", "dual-use"]);
  expect(skillsIn("gmo、dual_use，gmo； ")).toEqual(["gmo", "dual-use"]);
  expect(skillsIn("Dual \t use,\n\nBSL__3")).toEqual(["dual-use", "bsl-3"]);
  expect(skillsIn(" \n ")).toEqual([]);
});
