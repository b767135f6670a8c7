import { describe, expect, test } from "vitest";
import { misfits, repeats } from "../../../lib/workflow/structure.ts";

type Step = Parameters<typeof misfits>[0]["steps"][number];
const step = (id: string, needs: readonly string[] = [], change: Partial<Step> = {}): Step => ({ id, needs: { join: "all", of: [...needs] }, named: false, mode: "one", ...change });
const told = (steps: readonly Step[], outcome?: Parameters<typeof misfits>[0]["outcome"]) => misfits({ steps, outcome }).map(({ code, path, step: at, found, expected }) => [code, path.join("."), at, found, expected].filter((part) => part !== "").join(" | "));

describe("steps hang together", () => {
  test("where each has its own name and needs those before it", () => {
    expect(told([step("a"), step("b", ["a"]), step("c", ["a", "b"], { named: true, mode: 1 })])).toEqual([]);
  });

  test.each<[string, readonly Step[], string]>([
    ["stands twice", [step("a"), step("a")], "stepTwice | steps.1.id | a | a"],
    ["has the name of the step of an appeal", [step("appeal")], "stepReserved | steps.0.id | appeal | appeal"],
    ["waits for an authority and takes from a quota", [step("a", [], { awaits: { requirements: ["x"], keeps: false }, reserves: { quota: "serum", unit: "mL" } })], "awaitsReserves | steps.0.reserves | a | serum"],
    ["is the endorser's and takes two", [step("a", [], { named: true, mode: 2 })], "namedSeveral | steps.0.mode | a"],
    ["is the second of the endorser", [step("b"), step("a", [], { named: true }), step("c", [], { named: true })], "namedTwice | steps.2.named | c | a"],
    ["is the endorser's and somebody else's who is asked", [step("a", [], { named: true, people: { reserved: true } })], "namedReserved | steps.0.people.reserved | a"],
    ["needs one that is not there", [step("a"), step("b", ["a", "x"])], "needsUnknown | steps.1.needs.of.1 | b | x"],
    ["needs one that stands after it", [step("a", ["b"]), step("b")], "needsLater | steps.0.needs.of.0 | a | b"],
    ["waits for itself, by the way that it does", [step("a", ["b"]), step("b", ["c", "d"]), step("c"), step("d", ["a"])], "needsCircle | steps.0.needs.of.0 | a | a → b → d → a"],
    ["needs more than it names", [step("a"), step("b", ["a"], { needs: { join: 2, of: ["a"] } })], "joinTooMany | steps.1.needs.join | b | 2 | 1"],
  ])("not where one %s", (_, steps, expected) => expect(told(steps)).toContain(expected));

  test("each further step of the endorser is told once, with the first", () => {
    expect(told(["a", "b", "c"].map((id) => step(id, [], { named: true })))).toEqual(["namedTwice | steps.1.named | b | a", "namedTwice | steps.2.named | c | a"]);
  });

  test("also where as many are needed as there are, or one of them stands for each line of a table", () => {
    expect([told([step("a"), step("b", [], { needs: { join: 1, of: ["a"] } })]), told([step("a", [], { per: "line" }), step("b", [], { needs: { join: 9, of: ["a"] } })])]).toEqual([[], []]);
    expect([told([step("a", [], { awaits: { requirements: ["x"], keeps: false } })]), told([step("a", [], { reserves: { quota: "serum", unit: "mL" } })])]).toEqual([[], []]);
  });

  test("a circle is found past what one of its steps needs and is not there", () => {
    expect(told([step("a", ["b"]), step("b", ["x", "a"])])).toEqual(["needsCircle | steps.0.needs.of.0 | a | a → b → a", "needsUnknown | steps.1.needs.of.0 | b | x"]);
  });

  test("no more circles are looked for than are told", () => {
    const all = Array.from({ length: 100 }, (_, at) => `s${at}`);
    expect(told(all.map((id) => step(id, all.filter((one) => one !== id)))).length).toBe(50);
  });

  test("a circle that others wait for is found once, and leads nobody round and round", () => {
    expect(told([step("a", ["b"]), step("b", ["c"]), step("c", ["b"])])).toEqual(["needsLater | steps.0.needs.of.0 | a | b", "needsCircle | steps.1.needs.of.0 | b | b → c → b"]);
  });
});

test("a joint outcome rests on steps that are there, and on no more than it names", () => {
  const steps = [step("a"), step("b")];
  expect([told(steps, { join: 2, of: ["a", "b"] }), told(steps, { join: "all", of: ["a", "b"] }), told(steps, { join: 1, of: ["a", "x"] }), told(steps, { join: 3, of: ["a", "b"] })]).toEqual([[], [], ["outcomeUnknown | outcome.of.1 | x | x"], ["outcomeTooMany | outcome.join | 3 | 2"]]);
});

test("a step or an outcome that counts one twice is found before it is published, and read where it was", () => {
  const steps = [step("a"), step("b", ["a", "a"])];
  const outcome = { join: 2, of: ["a", "b", "a"] };
  expect(repeats({ steps, outcome })).toEqual([{ code: "needsTwice", path: ["steps", 1, "needs", "of", 1], step: "b", found: "a", expected: "" }, { code: "outcomeTwice", path: ["outcome", "of", 2], step: "a", found: "a", expected: "" }]);
  expect([repeats({ steps: [step("a"), step("b", ["a"])] }).map(({ found }) => found), told(steps, outcome)]).toEqual([[], []]);
});
