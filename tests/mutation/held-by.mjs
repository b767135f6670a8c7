import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Which rules tests a folder of lib is held to when it is mutated: the quick ones that concern it. Generated cases and printed pages are left out: what the first find differs from run to run, and the others only compare with what they print. */
const heldBy = {
  calendar: ["calendar"],
  access: ["access", ...["acting-heads", "stand-ins", "separation"].map((about) => `request/${about}.test.ts`)],
  workflow: ["workflow", "patterns", ...["advice", "after-an-entry", "allotted", "appeal", "clocks", "hands", "members-vote", "move", "reminders", "standing-aside"].map((about) => `request/${about}.test.ts`)],
  request: ["request", "account", "patterns", "permit", "dossier", "insight", "notice", "policy/programmes.test.ts", "kind/data-lines.test.ts", "kind/reagent-lines.test.ts"],
};

const leftOut = ["page.test.ts", "live-rules.test.ts", "letters.test.ts", "properties.test.ts", "ledgers.test.ts"];

/** Takes a folder of lib and gives the files of its tests, from the project's root. */
export function testsOf(folder) {
  return heldBy[folder].flatMap((tests) => (tests.endsWith(".ts") ? [join("tests/rules", tests)] : filesIn(join("tests/rules", tests))));
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts") && !leftOut.includes(file))
    .map((file) => join(folder, file))
    .toSorted();
}
