import { expect, test } from "vitest";
import { asAdviserReads } from "../../../lib/access/adviser-sight.ts";
import { movementFieldsOf } from "../../../lib/kind/movement-fields.ts";
import { kinds } from "../../../lib/policy/pack.ts";
import type { RequestEvent } from "../../../lib/request/events.ts";
import { forAdviser } from "../../../lib/server/detail/for-adviser.ts";
import type { RequestDetail } from "../../../lib/server/request-detail.ts";

/* What is said of a movement besides its amount, for whoever reads a case for their advice alone: docs/privacy.md says which of it is about a person. */

const aboutAPerson: Readonly<Record<string, readonly string[]>> = { data: ["deletedBy"], funds: ["account", "bank", "bankReference", "taxFiling"] };
const digest = "a".repeat(64);
const types = ["movement.recorded", "movement.planned", "movement.departed", "movement.arrived", "movement.ended"] as const;

test.each(kinds)("of a ledger of %s, what is about a person is not on an adviser's page, and everything else is", (kind) => {
  const details = Object.fromEntries(movementFieldsOf(kind).map(({ name }) => [name, `The ${name}.`]));
  const detail = { kind, target: { at: "draft" }, factsBefore: null, amendment: null, facts: {}, lines: [], changed: [], findings: [], documents: [], questions: [], ledger: [{ id: "one", details }] };
  const [read] = forAdviser(detail as unknown as RequestDetail).ledger;
  expect(Object.keys(read?.details ?? {})).toEqual(Object.keys(details).filter((name) => !aboutAPerson[kind]?.includes(name)));
});

test.each(kinds.flatMap((kind) => types.map((type) => [kind, type] as const)))("of %s, the words of %s are in an adviser's copy of the history only where none of them is about a person", (kind, type) => {
  const event = { request: "r", seq: 9, at: "2026-11-27T01:00:00.000Z", actor: { person: "p", desk: null }, type, data: { movement: "m", direction: "out", quantity: { value: "1", unit: "CNY" }, about: { digest } } } as unknown as RequestEvent;
  const sight = asAdviserReads(event, kind);
  expect(sight?.bodyOf(digest, "Words.")).toBe(kind in aboutAPerson ? null : "Words.");
  expect(sight?.bodyOf("b".repeat(64), "Other words.")).toBe("Other words.");
});
