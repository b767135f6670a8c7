import { expect, test } from "vitest";
import { atSheet, rowsChanged } from "../../app/_audit/papers/typed.ts";
import { PaperCommand } from "../../lib/working-paper/command.ts";

const [first, second] = ["0199a000-0000-7000-8000-000000000001", "0199a000-0000-7000-8000-000000000002"] as const;

test("what cannot be read of a sheet is told once, at the field of its row where it was typed", () => {
  const cases = rowsChanged({
    [`was.${first}`]: "[]", [`mark.${first}.a1`]: "passed", [`note.${first}`]: "Seen",
    [`was.${second}`]: "[]", [`mark.${second}.a1`]: "passed", [`mark.${second}.a2`]: "perhaps", [`note.${second}`]: "x".repeat(20_000),
  });
  const read = PaperCommand.safeParse({ type: "testCases", commandId: first, expectedVersion: 1, cases });
  const fields = atSheet(read.error?.issues ?? [], cases).map(({ path }) => path.join("."));
  expect(fields.toSorted()).toEqual([`mark.${second}.a2`, `note.${second}`]);
});
