import { expect, test } from "vitest";
import { packs } from "../../../lib/policy/registry.ts";
import { rulebookOf } from "../../../lib/policy/rulebook.ts";
import { daysAhead, movesOf, obligationsOf, type OwnRequest } from "../../../lib/request/agenda.ts";

const today = "2026-11-23";
const { regimes } = rulebookOf(packs.map((pack) => ({ pack, digest: "" })));

test("questions of a desk come first, then what must be filed earliest", () => {
  const asked = aRequest({ id: "asked", status: "returned" });
  const late = aRequest({ id: "late", crossing: "2026-11-30", requirements: [open("cn-special-goods-permit")] });
  const later = aRequest({ id: "later", crossing: "2027-01-29", requirements: [open("cn-special-goods-permit")] });
  expect(movesOf([later, late, asked], today, regimes).map(({ is, request }) => `${is} ${request.id}`)).toEqual(["answer asked", "record late", "record later"]);
});

test("what can no longer be answered before the crossing says the first day that can", () => {
  const [move] = movesOf([aRequest({ crossing: "2026-11-30", requirements: [open("cn-special-goods-permit")] })], today, regimes);
  expect(move).toMatchObject({ is: "record", requirement: "cn-special-goods-permit", more: 0, earliest: "2026-12-21" });
  const [inTime] = movesOf([aRequest({ crossing: "2027-01-29", requirements: [open("cn-special-goods-permit")] })], today, regimes);
  expect(inTime).toMatchObject({ earliest: null });
});

test("nobody has a move on what is filed, on a colleague's request, or on one that has ended", () => {
  const requirements = [open("cn-special-goods-permit")];
  const nothing = [
    aRequest({ requirements: [{ ...open("cn-special-goods-permit"), status: "filed" }] }),
    aRequest({ requirements, requester: { mine: false, name: "Somebody" } }),
    aRequest({ requirements, status: "closed" }),
  ];
  expect(movesOf(nothing, today, regimes)).toEqual([]);
});

test("a permit asks for what is due before its crossing, and no longer for what was due before the permit", () => {
  const permitted = aRequest({ status: "permitted", requirements: [open("cn-special-goods-permit"), { ...open("int-un3373"), due: "before-crossing", type: "document" }] });
  expect(movesOf([permitted], today, regimes)).toMatchObject([{ requirement: "int-un3373", more: 0 }]);
});

test("whoever a permitted request came to accepts its terms before a crossing, as long as the permit holds", () => {
  const permit = { number: "CWP-1", status: "valid", limitValue: "1", limitUnit: "tube", used: "0", validFrom: today, validUntil: "2026-12-20", revokedFrom: null, controlPoint: null } as const;
  const came = { status: "permitted", permit, termsOwed: true } as const;
  expect(movesOf([aRequest(came), aRequest({ ...came, termsOwed: false }), aRequest({ ...came, permit: { ...permit, status: "revoked" } })], today, regimes).map(({ is }) => is)).toEqual(["accept"]);
});

test("a permit whose revocation was announced ends on the day from which it is revoked", () => {
  const permit = { number: "CWP-1", status: "valid", limitValue: "1", limitUnit: "tube", used: "0", validFrom: today, validUntil: "2026-12-20", controlPoint: null } as const;
  const ends = (revokedFrom: string) => daysAhead([aRequest({ status: "permitted", crossing: "2027-06-01", permit: { ...permit, revokedFrom } })], today, regimes).map(({ day, is }) => `${day} ${is}`);
  expect([ends("2026-12-03"), ends("2026-12-21")]).toEqual([["2026-12-03 permitRevoked"], ["2026-12-20 permitEnds"]]);
});

test("the days ahead are those of the next sixty, soonest first, without crossings that were made", () => {
  const permit = { number: "CWP-1", status: "valid", limitValue: "1", limitUnit: "tube", used: "0", validFrom: today, validUntil: "2026-12-20", revokedFrom: null, controlPoint: null } as const;
  const days = daysAhead([aRequest({ id: "a", status: "permitted", crossing: "2026-12-01", permit }), aRequest({ id: "b", crossing: "2027-03-01" }), aRequest({ id: "c", crossing: "2026-12-02", crossedAt: "2026-11-20T02:00:00Z" })], today, regimes);
  expect(days.map(({ day, is, request }) => `${day} ${is} ${request.id}`)).toEqual(["2026-12-01 crossing a", "2026-12-20 permitEnds a"]);
});

test("a declaration after the crossing is late once its days are over, and not before", () => {
  const owes = (crossedAt: string | null) => obligationsOf([aRequest({ status: "permitted", crossedAt, requirements: [{ ...open("hk-tdec"), due: "after-crossing", type: "declaration" }] })], today, regimes)[0];
  expect(owes("2026-11-09T02:00:00Z")).toMatchObject({ by: "2026-11-23", late: false });
  expect(owes("2026-11-08T02:00:00Z")).toMatchObject({ by: "2026-11-22", late: true });
  expect(owes(null)).toMatchObject({ due: "after-crossing", by: null, late: false });
});

function open(id: string): OwnRequest["requirements"][number] {
  return { id, regime: id, type: "permit", due: "before-permit", uncertain: false, status: "open", date: null, validUntil: null };
}

function aRequest(what: Partial<OwnRequest>): OwnRequest {
  return {
    id: "request", number: "CW-1", kind: "sample", title: "Serum", status: "in-review", requester: { mine: true, name: "Lin Yue" },
    from: { jurisdiction: "CN", city: "guangzhou" }, to: { jurisdiction: "HK", city: "hongkong" }, crossing: "2026-12-10", controlPoint: null,
    changedAt: "2026-11-20T02:00:00Z", steps: [], requirements: [], permit: null, crossedAt: null, termsOwed: false, waits: [], ...what,
  };
}
