import { expect, test } from "vitest";
import { entriesIn } from "../../app/_request/kept-entries.ts";

/* What a device kept, as it is read again: anything may stand there by now. */

const entry = { id: "a", person: null, at: "2026-11-26T20:50+08:00", what: "Record it out", fields: [["type", "recordMovement"], ["at", "2026-11-26T20:50+08:00"]] };

test("entries are read as they were kept, with what the server said", () => {
  for (const one of [entry, { ...entry, person: "b", refused: ["More than is left."] }]) expect(entriesIn(JSON.stringify([one]))).toEqual([one]);
});

test.each(["", "null", "{}", "[null]", "[1]", '["a"]', "[[]]", ...[{ at: "yesterday" }, { at: null }, { id: 1 }, { person: 1 }, { person: undefined }, { what: {} }, { fields: {} }, { fields: [["a"]] }, { fields: [["a", 1]] }, { fields: ["ab"] }, { refused: "no" }, { refused: [1] }].map((change) => JSON.stringify([{ ...entry, ...change }]))])("what is no entry of ours is passed over: %s", (text) => {
  expect(entriesIn(text)).toEqual([]);
});
