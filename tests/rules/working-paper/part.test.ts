import { describe, expect, test } from "vitest";
import { partOf } from "../../../lib/working-paper/part.ts";
import { PaperPlace, placeIn, placeText } from "../../../lib/working-paper/place.ts";
import type { AuditFinding, PaperCase, WorkingPaper } from "../../../lib/working-paper/state.ts";

const sealed = { salt: "00", digest: "a".repeat(64) };
const at = "2026-11-24T02:00:00.000Z";
/** Of every three cases one is not tested, one has passed, one is an exception in a sheet that is half done. */
const cases = Array.from({ length: 60 }, (_, n): PaperCase => ({ request: `r${n + 1}`, number: `CW-${n + 1}`, stratum: null, marks: [[], [{ attribute: "1", result: "passed" }, { attribute: "2", result: "notApplicable" }], [{ attribute: "2", result: "exception" }]][n % 3] as PaperCase["marks"], note: null, testedBy: null, testedAt: null }));
/** Every fourth is closed, every fourth replied to. */
const findings = Array.from({ length: 40 }, (_, n): AuditFinding => ({ finding: n + 1, request: "r1", severity: "low", text: sealed, events: [], desk: "hku.ethics", organisation: null, replyBy: "2026-12-01", raisedBy: "p", raisedAt: at, replies: n % 4 === 1 ? [{ by: "p", at, stance: "accepted", text: sealed }] : [], followUp: null, closed: n % 4 === 0 ? { by: "p", at, reason: null } : null, told: [] }));
const paper = { cases, findings, attributes: [{ id: "1", name: sealed }, { id: "2", name: sealed }] } as unknown as WorkingPaper;

describe("what is shown of a working paper", () => {
  test("goes through every case and every finding once, page by page, whatever state is asked for", () => {
    for (const state of [undefined, "untested", "tested", "exception"] as const) {
      const seen = walk((casesAfter) => partOf(paper, { cases: state, casesAfter }, 7).cases).map(({ request }) => request);
      const wanted = cases.filter((_, n) => state === undefined || (state === "tested" ? n % 3 === 1 : state === "exception" ? n % 3 === 2 : n % 3 !== 1)).map(({ request }) => request);
      expect([state, seen]).toEqual([state, wanted]);
    }
    for (const state of [undefined, "asked", "replied", "closed"] as const) {
      const seen = walk((findingsAfter) => partOf(paper, { findings: state, findingsAfter }, 7).findings).map(({ finding }) => finding);
      expect([state, seen.length, seen]).toEqual([state, state === undefined ? 40 : state === "asked" ? 20 : 10, seen.toSorted((a, b) => a - b)]);
    }
  });

  test("is counted over all pages, by state", () => {
    const { cases: sheet, findings: found } = partOf(paper, { cases: "exception", casesAfter: 50, findings: "closed", findingsAfter: 39 });
    expect(sheet.counts).toEqual({ all: 60, untested: 40, tested: 20, exception: 20 });
    expect(found.counts).toEqual({ all: 40, asked: 20, replied: 10, closed: 10 });
    expect([found.items, found.next]).toEqual([[], null]);
  });

  test("stays where it was when what stands before it leaves the state that is asked for", () => {
    const [first, after] = [partOf(paper, { cases: "untested" }).cases, (shown: WorkingPaper, casesAfter: number | null) => partOf(shown, { cases: "untested", casesAfter: casesAfter ?? 0 }).cases.items];
    const tested = { ...paper, cases: cases.map((one, n) => (n < 30 ? { ...one, marks: [{ attribute: "1", result: "passed" }, { attribute: "2", result: "passed" }] } : one)) } as WorkingPaper;
    expect(after(tested, first.next).map(({ request }) => request)).toEqual(after(paper, first.next).map(({ request }) => request));
  });
});

describe("a place of a working paper", () => {
  test("is its address, and back", () => {
    const place = { cases: "untested", casesAfter: 25, findings: "replied", findingsAfter: 50, before: 12 } as const;
    expect(placeText(place)).toBe("?cases=untested&casesAfter=25&findings=replied&findingsAfter=50&before=12");
    expect(placeIn(placeText(place))).toEqual(place);
    expect(placeText({})).toBe("");
  });

  test.each([{ cases: "lost" }, { cases: ["tested", "tested"] }, { casesAfter: "-1" }, { casesAfter: "1.5" }, { findingsAfter: "1e400" }, { before: "" }, { before: "9".repeat(40) }, { other: "x" }])("leaves out what cannot be read: %j", (query) => {
    expect(placeText(PaperPlace.parse(query))).toBe("");
  });
});

function walk<T>(page: (after: number | undefined) => { readonly items: readonly T[]; readonly next: number | null }): T[] {
  const seen: T[] = [];
  for (let after: number | undefined | null; after !== null; ) {
    const { items, next } = page(after);
    seen.push(...items);
    after = next;
  }
  return seen;
}
