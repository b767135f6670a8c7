import { expect, test } from "vitest";
import type { DraftRecord } from "../../../lib/request/draft.ts";
import { recordedEvent } from "../../../lib/request/recorded.ts";

const words = (text: string) => ({ say: text, readers: null });
const record = (outcome: DraftRecord["outcome"], more: Partial<DraftRecord> = {}) => recordedEvent({ requirement: "x", outcome, reference: "R/1", date: "2026-11-20", validUntil: null, ...more });
const data = { requirement: "x", reference: words("R/1"), date: "2026-11-20", validUntil: null };
const limit = { value: "5", unit: "mL" } as const;
const grant = { organisation: "smu", quota: "goods", year: 2026, unit: "mL" } as const;

test("what was recorded is an entry of what it came to, with what was said of it and nothing else", () => {
  expect(record("filed")).toStrictEqual({ type: "requirement.filed", data });
  expect(record("filed", { paper: "p" })).toStrictEqual({ type: "requirement.filed", data: { ...data, paper: "p" } });
  expect([record("queried", { question: "Why?" }), record("queried")]).toStrictEqual([{ type: "requirement.queried", data: { ...data, question: words("Why?") } }, { type: "requirement.queried", data: { ...data, question: words("") } }]);
  expect([record("refused", { reason: "No." }), record("refused")]).toStrictEqual([{ type: "requirement.refused", data: { ...data, reason: words("No.") } }, { type: "requirement.refused", data }]);
});

test("a grant says from when it holds, what it is for and which one it replaces; one that rests on a standing grant says on which", () => {
  expect(record("granted")).toStrictEqual({ type: "requirement.granted", data });
  expect(record("granted", { validFrom: "2026-12-01", limit })).toStrictEqual({ type: "requirement.granted", data: { ...data, validFrom: "2026-12-01", limit } });
  expect(record("granted", { grant })).toStrictEqual({ type: "requirement.linked", data: { ...data, grant } });
  expect(record("granted", { grant, validFrom: "2026-12-01", limit })).toStrictEqual({ type: "requirement.linked", data: { ...data, validFrom: "2026-12-01", grant } });
  for (const type of ["requirement.granted", "requirement.linked"] as const) {
    expect(recordedEvent({ requirement: "x", outcome: "granted", reference: "R/1", date: "2026-11-20", validUntil: null, ...(type === "requirement.linked" && { grant }) }, 7)).toStrictEqual({ type, data: { ...data, ...(type === "requirement.linked" && { grant }), replaces: 7 } });
  }
});
