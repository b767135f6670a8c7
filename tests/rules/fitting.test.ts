import { describe, expect, test } from "vitest";
import { fitting, meant } from "../../app/_ui/fitting.ts";

const containers = [
  { value: "tube-2ml", label: "2 mL cryovial", names: ["2 mL 凍存管", "2 mL 冻存管", "Criotubo de 2 mL"] },
  { value: "tube-5ml", label: "5 mL tube", names: ["5 mL 試管", "5 mL 试管", "Tubo de 5 mL"] },
  { value: "bag", label: "Bag", names: ["袋", "Saco"] },
];

describe("a choice of a long list is meant", () => {
  test.each([
    ["by its name", "bag", "bag"],
    ["by its id", "tube-5ml", "tube-5ml"],
    ["in another language", "5 mL 试管", "tube-5ml"],
    ["without accents, width or case", "５ ml TUBE", "tube-5ml"],
    ["by a part that only one has", "cryo", "tube-2ml"],
    ["by words in any order", "ml 冻", "tube-2ml"],
  ])("%s", (_how, typed, value) => expect(meant(containers, typed)).toBe(value));

  test.each([["tub", "tub"], ["bucket", "bucket"], ["  ", ""], [" bucket ", "bucket"]])("not by %j, which stays to be put right", (typed, stays) => expect(meant(containers, typed)).toBe(stays));

  test("by its own name, though others hold it too", () => {
    expect(meant([{ value: "mL", label: "mL" }, { value: "L", label: "L" }], "l")).toBe("L");
  });
});

test("what fits holds every word, and everything fits nothing typed", () => {
  expect(fitting(containers, "5 tub").map(({ value }) => value)).toEqual(["tube-5ml"]);
  expect(fitting(containers, " ")).toEqual(containers);
});
