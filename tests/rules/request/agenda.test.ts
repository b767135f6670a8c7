import { expect, test } from "vitest";
import { packs } from "../../../lib/policy/registry.ts";
import { rulebookOf } from "../../../lib/policy/rulebook.ts";
import { daysAhead, filingOf, movesOf, obligationsOf, type OwnRequest } from "../../../lib/request/agenda.ts";

const today = "2026-11-23";
const { regimes } = rulebookOf(packs.map((pack) => ({ pack, digest: "" })));

test("questions of a desk come first, then what must be filed earliest", () => {
  const asked = aRequest({ id: "asked", status: "returned" });
  const late = aRequest({ id: "late", crossing: "2026-11-30", requirements: [open("cn-special-goods-permit")] });
  const later = aRequest({ id: "later", crossing: "2027-01-29", requirements: [open("cn-special-goods-permit")] });
  expect(movesOf([later, late, asked], today, regimes).map(({ is, request }) => `${is} ${request.id}`)).toEqual(["answer asked", "record late", "record later"]);
});

test("what was due at the submission and does not hold any more is to be had again before the permit, which waits for it", () => {
  const review = { ...open("cn-ethics-review"), due: "before-submission", type: "document" } as const;
  const owed = (change: Partial<OwnRequest["requirements"][number]>, status: OwnRequest["status"] = "in-review") => movesOf([aRequest({ status, requirements: [{ ...review, ...change }] })], today, regimes).map((move) => move.is === "record" && move.requirement);
  expect([owed({ status: "granted", validUntil: "2026-11-22" }), owed({ status: "refused" }, "approved"), owed({ status: "queried" }), owed({ status: "granted", validUntil: today }), owed({ status: "filed" })]).toEqual([["cn-ethics-review"], ["cn-ethics-review"], ["cn-ethics-review"], [], []]);
});

test("what is due before the crossing is nobody's move before there is a permit, and what is shown at the control point is none at all", () => {
  const owed = (change: Partial<OwnRequest["requirements"][number]>, status: OwnRequest["status"]) => movesOf([aRequest({ status, requirements: [{ ...open("int-un3373"), type: "document", ...change }] })], today, regimes).length;
  expect([owed({ due: "before-crossing" }, "in-review"), owed({ due: "before-crossing" }, "permitted"), owed({ due: "at-crossing" }, "in-review")]).toEqual([0, 1, 0]);
  expect([owed({ due: "at-crossing", status: "granted", validUntil: "2026-11-22" }, "permitted"), owed({ due: "after-crossing" }, "permitted")]).toEqual([0, 0]);
});

test("an answer that is there on the day of the crossing is early enough", () => {
  const regime = regimes.get("cn-special-goods-permit");
  const { earliest } = filingOf(regime, "2026-11-30", today);
  expect([earliest, filingOf(regime, earliest ?? "", today).earliest, filingOf(undefined, "2026-11-30", today)]).toEqual(["2026-12-21", null, { by: null, earliest: null }]);
});

test("what must be filed early comes before a crossing that is sooner than its own, and a question before everything", () => {
  const permit = { number: "CWP-1", status: "valid", limitValue: "1", limitUnit: "tube", used: "0", validFrom: today, validUntil: "2026-12-20", revokedFrom: null, controlPoint: null } as const;
  const all = [aRequest({ id: "accepts", crossing: "2026-12-03", status: "permitted", permit, termsOwed: true }), aRequest({ id: "files", crossing: "2026-12-23", requirements: [open("cn-special-goods-permit")] }), aRequest({ id: "asked", crossing: "2027-01-01", status: "returned" }), aRequest({ id: "unknown", crossing: "2026-12-05", requirements: [open("no-such-rule")] })];
  const order = (...at: number[]) => movesOf(at.flatMap((one) => all[one] ?? []), today, regimes).map(({ request }) => request.id);
  for (const at of [[0, 1, 2, 3], [3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1]]) expect(order(...at)).toEqual(["asked", "files", "accepts", "unknown"]);
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
    ...(["closed", "expired", "revoked"] as const).map((status) => aRequest({ requirements: [...requirements, { ...open("int-un3373"), due: "before-crossing" }], status })),
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
  expect(movesOf([aRequest({ ...came, id: "came" }), aRequest({ ...came, termsOwed: false }), aRequest({ ...came, permit: { ...permit, status: "revoked" } }), aRequest({ ...came, permit: null })], today, regimes).map(({ is, request }) => `${is} ${request.id}`)).toEqual(["accept came"]);
});

test("a permit whose revocation was announced ends on the day from which it is revoked", () => {
  const permit = { number: "CWP-1", status: "valid", limitValue: "1", limitUnit: "tube", used: "0", validFrom: today, validUntil: "2026-12-20", controlPoint: null } as const;
  const ends = (revokedFrom: string) => daysAhead([aRequest({ status: "permitted", crossing: "2027-06-01", permit: { ...permit, revokedFrom } })], today, regimes).map(({ day, is }) => `${day} ${is}`);
  expect([ends("2026-12-03"), ends("2026-12-20"), ends("2026-12-21")]).toEqual([["2026-12-03 permitRevoked"], ["2026-12-20 permitRevoked"], ["2026-12-20 permitEnds"]]);
});

test("the days ahead are those of the next sixty, soonest first, without crossings that were made", () => {
  const permit = { number: "CWP-1", status: "valid", limitValue: "1", limitUnit: "tube", used: "0", validFrom: today, validUntil: "2026-12-20", revokedFrom: null, controlPoint: null } as const;
  const days = daysAhead([aRequest({ id: "a", status: "permitted", crossing: "2026-12-01", permit }), aRequest({ id: "b", crossing: "2027-03-01" }), aRequest({ id: "c", crossing: "2026-12-02", crossedAt: "2026-11-20T02:00:00Z" })], today, regimes);
  expect(days.map(({ day, is, request }) => `${day} ${is} ${request.id}`)).toEqual(["2026-12-01 crossing a", "2026-12-20 permitEnds a"]);
});

test("a declaration after the crossing is late once its days are over, and not before", () => {
  const owes = (...days: string[]) => obligationsOf([aRequest({ status: "permitted", owed: days.map((day) => filed(day)), requirements: [{ ...open("hk-tdec"), due: "after-crossing", type: "declaration" }] })], today);
  expect(owes("2026-11-23")).toMatchObject([{ by: "2026-11-23", late: false }]);
  expect(owes("2026-11-22")).toMatchObject([{ by: "2026-11-22", late: true }]);
  expect(owes()).toMatchObject([{ at: "afterwards", by: null, late: false }]);
});

test("what is late is its requester’s move, however the permit ended, before what is due later; what an authority has is not, nor papers that were kept", () => {
  const declared = { ...open("hk-tdec"), due: "after-crossing", type: "permit" } as const;
  const moves = (change: Partial<OwnRequest>) => movesOf([aRequest({ id: "files", crossing: "2027-01-29", requirements: [open("cn-special-goods-permit")] }), aRequest({ id: "owes", requirements: [declared], owed: [filed("2026-11-22")], ...change })], today, regimes).map(({ is, request }) => `${is} ${request.id}`);
  for (const status of ["permitted", "closed", "expired", "revoked"] as const) expect(moves({ status })).toEqual(["overdue owes", "record files"]);
  const nothing: Partial<OwnRequest>[] = [{ owed: [filed(today)] }, { requirements: [{ ...declared, status: "filed" }] }, { requester: { mine: false, name: "Somebody" } }, { owed: [{ id: "1-1", kind: "keepPapers", requirement: null, due: "2026-11-22" }] }];
  for (const change of nothing) expect(moves({ status: "expired", ...change })).toEqual(["record files"]);
});

test("of several that are late the first is named and the others are counted, those of desks among them", () => {
  const report = { id: "9-1", kind: "report", requirement: null, due: "2026-11-20" } as const;
  const [move] = movesOf([aRequest({ status: "revoked", owed: [filed("2026-11-22"), report, { ...report, id: "9-2", due: null }] })], today, regimes);
  expect(move).toMatchObject({ is: "overdue", obligation: { id: "9-1", kind: "report", by: "2026-11-20" }, more: 1 });
});

test("a request whose wait has come to nothing is to be unbound, and one whose wait goes on is not", () => {
  const wait = (standing: string) => ({ dossier: "d", request: "r", number: "CW-2", until: "approved", step: null, standing }) as unknown as OwnRequest["waits"][number];
  const moves = movesOf([aRequest({ waits: [wait("ended"), wait("open"), wait("met")] })], today, regimes);
  expect(moves).toMatchObject([{ is: "unbind", wait: { standing: "ended" } }]);
});

test("of several that are open, the first to be filed is named, and how many more wait", () => {
  const [one, other] = ["cn-special-goods-permit", "cn-hgr-scope-determination"];
  const asked = (...ids: string[]) => movesOf([aRequest({ crossing: "2027-01-29", requirements: ids.map(open) })], today, regimes).map((move) => ({ ...move, request: null }))[0];
  const first = asked(one, other, "no-such-rule");
  expect([asked(other, "no-such-rule", one), asked("no-such-rule", one, other)]).toEqual([first, first]);
  expect(first).toMatchObject({ is: "record", requirement: one, more: 2 });
  expect(asked("no-such-rule")).toMatchObject({ requirement: "no-such-rule", by: null, earliest: null, more: 0 });
});

test("what has expired before the crossing is to be had again, and what is forbidden can be had by nobody", () => {
  const expired = { ...open("int-un3373"), status: "granted", validUntil: "2026-11-22", due: "before-permit" } as const;
  const moves = (requirement: OwnRequest["requirements"][number], status: OwnRequest["status"]) => movesOf([aRequest({ status, requirements: [requirement] })], today, regimes).length;
  expect([moves(expired, "permitted"), moves({ ...expired, validUntil: today }, "permitted"), moves({ ...open("x"), type: "prohibition" }, "in-review")]).toEqual([1, 0, 0]);
});

test("answers that are expected and licences that end are days ahead, to the last of the sixty", () => {
  const filed = { ...open("cn-special-goods-permit"), status: "filed", date: "2026-11-20" } as const;
  const granted = (validUntil: string) => ({ ...open("cn-hgr-scope-determination"), status: "granted", date: "2026-11-01", validUntil }) as const;
  const ahead = (...requirements: OwnRequest["requirements"]) => daysAhead([aRequest({ crossing: "2027-06-01", requirements })], today, regimes).map(({ day, is, requirement }) => `${day} ${is} ${requirement}`);
  expect(ahead(filed, granted("2026-12-01"))).toEqual(["2026-12-01 licenceEnds cn-hgr-scope-determination", "2026-12-18 answerDue cn-special-goods-permit"]);
  expect([ahead(granted("2027-01-22")), ahead(granted("2027-01-23")), ahead(granted(today)), ahead(granted("2026-11-22")), ahead({ ...filed, status: "open" })].map(({ length }) => length)).toEqual([1, 0, 1, 0, 0]);
  for (const status of ["closed", "expired", "revoked"] as const) expect(daysAhead([aRequest({ status, requirements: [filed] })], today, regimes)).toEqual([]);
  // What is filed has a last day as well, and it is no licence yet.
  expect(ahead({ ...open("no-such-rule"), status: "filed", date: "2026-11-20", validUntil: "2026-12-01" })).toEqual([]);
});

test("what is shown at the control point is owed until the goods are across, what is declared afterwards also once the permit has ended; the first day comes first", () => {
  const [shown, declared] = [{ ...open("int-un3373"), due: "at-crossing", type: "document" } as const, { ...open("hk-tdec"), due: "after-crossing", type: "declaration" } as const];
  const owed = (change: Partial<OwnRequest>) => obligationsOf([aRequest({ requirements: [shown, declared], ...change })], today).map(({ requirement }) => requirement);
  expect([owed({ status: "permitted" }), owed({ status: "permitted", crossedAt: "2026-11-20T02:00:00Z" }), owed({ status: "in-review" })]).toEqual([["int-un3373", "hk-tdec"], ["hk-tdec"], []]);
  // However its permit ended, if anything went across.
  for (const status of ["closed", "expired", "revoked"] as const) expect([owed({ status, crossedAt: "2026-11-20T02:00:00Z" }), owed({ status })]).toEqual([["hk-tdec"], []]);
  const [late, early] = [aRequest({ id: "late", status: "permitted", crossedAt: "2026-11-20T02:00:00Z", requirements: [declared], owed: [filed("2026-12-04")] }), aRequest({ id: "early", status: "permitted", crossedAt: "2026-11-10T02:00:00Z", requirements: [declared], owed: [filed("2026-11-24")] })];
  for (const all of [[late, early], [early, late]]) expect(obligationsOf([aRequest({ id: "open", status: "permitted", requirements: [declared] }), ...all], today).map(({ request }) => request.id)).toEqual(["early", "late", "open"]);
  expect(obligationsOf([aRequest({ status: "permitted", requirements: [{ ...declared, due: "before-crossing" }, { ...declared, due: "before-permit" }] })], today)).toEqual([]);
  expect(obligationsOf([aRequest({ status: "permitted", requirements: [{ ...declared, status: "filed" }, { ...declared, type: "prohibition" }] })], today)).toEqual([]);
});

function filed(due: string): OwnRequest["owed"][number] {
  return { id: "hk-tdec", kind: "file", requirement: "hk-tdec", due };
}

function open(id: string): OwnRequest["requirements"][number] {
  return { id, regime: id, type: "permit", due: "before-permit", uncertain: false, status: "open", date: null, validUntil: null };
}

function aRequest(what: Partial<OwnRequest>): OwnRequest {
  return {
    id: "request", number: "CW-1", kind: "sample", title: "Serum", status: "in-review", requester: { mine: true, name: "Lin Yue" },
    from: { jurisdiction: "CN", city: "guangzhou" }, to: { jurisdiction: "HK", city: "hongkong" }, crossing: "2026-12-10", controlPoint: null,
    changedAt: "2026-11-20T02:00:00Z", steps: [], requirements: [], permit: null, crossedAt: null, owed: [], termsOwed: false, waits: [], ...what,
  };
}
