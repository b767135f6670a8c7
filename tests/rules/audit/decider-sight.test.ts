import { expect, test } from "vitest";
import type { ShownEvent } from "../../../db/queries/request-events.ts";
import { asDeciderSaw, couldSee, type Decider } from "../../../lib/server/decider-sight.ts";

/* A history as its auditor reads it, and as whoever decided did: the first wall between sides and desks, which no policy repeats, since an event is one row. */

const officer: Decider = { person: "o", desks: ["smu.biosafety"], sides: ["origin"], party: null };
const entry = (seq: number, type: string, data: object, person = "p"): ShownEvent => ({ seq, type, at: "2026-11-01T00:00:00.000Z", actor: { person, desk: null }, data, salt: "s", digest: `digest ${seq}`, hash: `hash ${seq}`, texts: {} });
const text = { digest: "d" };
const history = [
  entry(1, "request.submitted", { kind: "sample" }),
  entry(2, "comment.added", { audience: "side", side: "destination", text }),
  entry(3, "comment.added", { audience: "side", side: "origin", text }),
  entry(4, "step.substituteNamed", { desk: "szu.acceptance", step: "acceptance", round: 1, to: "x", reason: text }),
  entry(5, "step.substituteNamed", { desk: "smu.biosafety", step: "biosafety", round: 1, to: "x", reason: text }),
  entry(6, "comment.added", { audience: "side", side: "destination", text }, "o"),
  entry(7, "hold.placed", { authority: text, reason: text }),
];

test("whoever decided saw the notes of their own side and desk, what they wrote, and what is for every desk", () => {
  expect(history.flatMap((one) => ("type" in one && couldSee(officer, one) ? [one.seq] : []))).toEqual([1, 3, 5, 6, 7]);
});

test("what they did not see is a link of the chain without its content, and what the auditor does not see stays one", () => {
  const withheld = { seq: 8, digest: "digest 8", hash: "hash 8", withheld: true } as const;
  const seen = asDeciderSaw([...history, withheld], officer);
  expect(seen.map((one) => ("withheld" in one ? Object.keys(one).toSorted() : one.seq))).toEqual([1, ["digest", "hash", "seq", "withheld"], 3, ["digest", "hash", "seq", "withheld"], 5, 6, 7, ["digest", "hash", "seq", "withheld"]]);
});
