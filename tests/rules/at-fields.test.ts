import { expect, test } from "vitest";
import { atFields } from "../../app/_request/at-fields.ts";

const fields = [{ is: "hidden", name: "step" }, { is: "text", name: "to" }, { is: "area", name: "questions.0.text" }, { is: "select", name: "questions.0.fact" }, { is: "area", name: "reason" }];

test("errors come as the questions of the form stand, and what is about none of them comes first", () => {
  const errors = ["reason", "to", ""].map((field) => ({ field, message: `wrong: ${field}` }));
  expect(atFields(errors, fields).map(({ field }) => field)).toEqual(["", "to", "reason"]);
});

test("an error about a list of which nothing was sent, or an amount as a whole, stands at its first question", () => {
  expect(atFields([{ field: "quantity", message: "Too much." }], [{ is: "hidden", name: "quantity.unit" }, { is: "text", name: "quantity.value" }])).toEqual([{ field: "quantity.value", message: "Too much." }]);
  expect(atFields([{ field: "questions", message: "Fill this in." }], fields)).toEqual([{ field: "questions.0.text", message: "Fill this in." }]);
});

test("an error about a field that the form does not have keeps its name", () => {
  expect(atFields([{ field: "elsewhere", message: "Wrong." }], fields)).toEqual([{ field: "elsewhere", message: "Wrong." }]);
});

test("an error about what a form carries unseen leads nowhere", () => {
  expect(atFields([{ field: "reason", message: "Fill this in." }, { field: "step", message: "Not open." }], fields)).toEqual([{ field: "", message: "Not open." }, { field: "reason", message: "Fill this in." }]);
});
