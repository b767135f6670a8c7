import { expect, test } from "vitest";
import { papersInUse } from "../../../lib/request/papers-in-use.ts";
import type { CaseDocument, LiveState, Requirement } from "../../../lib/request/state.ts";
import type { Settled } from "../../../lib/request/obligations.ts";
import { ready, stateOf, today } from "./builders.ts";

const paper = (id: string): CaseDocument => ({ id, name: { digest: "" }, paper: null, mediaType: "text/plain", size: 1, sha256: "", person: null, at: "", erased: null });
const asks = (id: string, change: Partial<Requirement> = {}): Requirement => ({ id, regime: id, type: "document", due: "before-permit", uncertain: false, status: "granted", reference: null, date: null, validUntil: null, waivedBy: null, paper: "a", ...change });
const shown = (change: Partial<Settled> = {}): Settled => ({ obligation: "o", as: "fulfilled", at: "", person: null, date: null, reference: null, document: "a", reason: null, ...change });
const kept = (change: Partial<LiveState>, ...papers: string[]) => papersInUse((papers.length > 0 ? papers : ["a"]).map(paper), { ...stateOf(ready()), requirements: [], ...change } as LiveState, today).map(({ code, path, params }) => [code, path, params]);
const rests = (requirement: string) => ["requirementRestsOnPaper", "documents", { requirement }];

test("a paper by which a requirement is met stays, also one of an amendment, and is told once", () => {
  expect([kept({ requirements: [asks("x")] }), kept({ requirements: [asks("x", { status: "filed" })] }), kept({ requirements: [asks("x")] }, "b", "a")]).toEqual([[rests("x")], [rests("x")], [rests("x")]]);
  const amendment = { requirements: [asks("x"), asks("y")] } as unknown as LiveState["amendment"];
  expect([kept({ amendment }), kept({ requirements: [asks("x")], amendment })]).toEqual([[rests("x"), rests("y")], [rests("x"), rests("y")]]);
});

test("one that met nothing, or what it met was refused, asked about or is over, may go; so may all once the request has ended", () => {
  for (const change of [{ status: "refused" }, { status: "queried" }, { status: "open" }, { validUntil: "2026-11-23" }, { paper: "b" }] as const) expect(kept({ requirements: [asks("x", change)] })).toEqual([]);
  expect([kept({ requirements: [asks("x")], settledObligations: [shown()], endedOn: today }), kept({ requirements: [asks("x", { validUntil: today })] })]).toEqual([[], [rests("x")]]);
});

test("one that shows an obligation to be done stays, and not one that was waived or shown by another", () => {
  expect([kept({ settledObligations: [shown()] }), kept({ settledObligations: [shown({ as: "waived" })] }), kept({ settledObligations: [shown({ document: "b" })] }), kept({ settledObligations: [shown({ document: null })] })]).toEqual([[["obligationRestsOnPaper", "documents", {}]], [], [], []]);
});
