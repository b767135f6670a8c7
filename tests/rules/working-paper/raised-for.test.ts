import { expect, test } from "vitest";
import { commandIn } from "../../../app/_audit/papers/typed.ts";

const form = { type: "raiseFinding", paper: "p", events: ["3", "4"], text: "x" };

test.each([
  ["a desk", "desk hku.biosafety", { desk: "hku.biosafety" }],
  ["an organisation", "organisation hku", { organisation: "hku" }],
  ["nobody", "", {}],
  ["what is neither", "person hku", {}],
  ["a kind without a name", "desk", {}],
])("a form that asks %s says so in its command, and nothing else", (_, asked, said) => {
  expect(commandIn({ ...form, asked })).toEqual({ type: "raiseFinding", events: [3, 4], text: "x", ...said });
});
