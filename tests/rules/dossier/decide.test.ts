import { describe, expect, test } from "vitest";
import { roles, rolesOf } from "../../../lib/dossier/role.ts";
import { openDossier } from "../../../lib/dossier/decide.ts";
import { kinds } from "../../../lib/policy/pack.ts";
import { people } from "../request/builders.ts";
import { aContext, aRequest, codes, give, opened, requestId } from "./builders.ts";

const [sample, data, person] = [aRequest(1), aRequest(2, { kind: "data", status: "draft" }), aRequest(3, { kind: "person", status: "in-review" })];
const all = [sample, data, person];
const waits = { waiting: data.id, awaits: sample.id, until: "approved" as const, reason: "The genetic resources come first." };
const add = { type: "addDependency" as const, ...waits };

describe("opening", () => {
  test("a dossier is opened with its requests and with what waits for what, or not at all", () => {
    const { state } = opened(all, { dependencies: [waits] });
    expect(state).toMatchObject({ number: "CWD-1", status: "open", opener: people.requester.id, seq: 5 });
    expect(state.requests.map(({ number }) => number)).toEqual(["CW-1", "CW-2", "CW-3"]);
    const outcome = openDossier({ title: "x", requests: [{ request: sample.id, role: "carrier" }, { request: requestId(9), role: "data" }], dependencies: [waits] }, "CWD-1", aContext(all));
    expect(outcome).toEqual({ refusals: [expect.objectContaining({ code: "roleNotOfKind", path: "requests.0.role" }), expect.objectContaining({ code: "unknownRequest", path: "requests.1.request" }), expect.objectContaining({ code: "notLinked", path: "dependencies.0.waiting" })] });
  });

  test("whoever may make no request opens no dossier", () => {
    for (const actor of [people.auditor, people.biosafety, { kind: "public" as const }]) expect(codes(openDossier({ title: "x" }, "CWD-1", aContext([], { actor })))).toEqual(["notPermitted"]);
  });
});

describe("linking", () => {
  test("every kind has a usual role of its own, and every role fits some kind", () => {
    for (const role of roles) expect(kinds.some((kind) => (rolesOf[kind] as readonly string[]).includes(role))).toBe(true);
  });

  test("one's own request is linked, once, and in one dossier at a time", () => {
    const before = opened([sample]);
    const link = (request: typeof sample, role: "data" | "sample" = "sample") => give(before, { type: "link", request: request.id, role }, aContext([sample, request]));
    expect(link(data, "data")).toMatchObject({ state: { requests: [{ number: "CW-1" }, { number: "CW-2", role: "data" }] } });
    expect(codes(link(sample))).toEqual(["linkedAlready"]);
    expect(codes(link({ ...data, elsewhere: "CWD-2" }, "data"))).toEqual(["linkedElsewhere"]);
    expect(codes(link({ ...data, isOwn: false, elsewhere: "CWD-2" }))).toEqual(["linkedElsewhere", "notYourRequest", "roleNotOfKind"]);
    expect(codes(give(before, { type: "link", request: data.id, role: "data" }, aContext([sample])))).toEqual(["unknownRequest"]);
  });

  test("a dossier holds thirty requests and no more", () => {
    const many = Array.from({ length: 31 }, (_, n) => aRequest(n + 1));
    const before = opened(many.slice(0, 30));
    expect(codes(give(before, { type: "link", request: requestId(31), role: "sample" }, aContext(many)))).toEqual(["tooManyRequests"]);
  });

  test("a request is taken out by its own people or by the opener, and only when nothing waits", () => {
    const before = opened(all, { dependencies: [waits] });
    const out = (request: string, context = aContext(all)) => codes(give(before, { type: "unlink", request }, context));
    expect(out(person.id)).toEqual([]);
    expect(out(sample.id)).toEqual(["stillDepends"]);
    expect(out(data.id)).toEqual(["stillDepends"]);
    expect(out(requestId(9))).toEqual(["notLinked"]);
    const colleague = aContext([sample, { ...person, isOwn: false }], { actor: people.stranger });
    expect(out(person.id, colleague)).toEqual(["notYourRequest"]);
  });
});

describe("who may", () => {
  test("whoever takes part in none of its requests and did not open it changes nothing", () => {
    const before = opened(all);
    const seen = all.map((one) => ({ ...one, isOwn: false }));
    for (const actor of [people.biosafety, people.auditor, people.stranger]) {
      for (const said of [{ type: "rename", title: "x" }, { type: "link", request: sample.id, role: "sample" }, add, { type: "removeDependency", waiting: data.id, awaits: sample.id, reason: "x" }, { type: "closeDossier" }] as const) {
        expect(codes(give(before, said, aContext(seen, { actor })))).toEqual(["notPermitted"]);
      }
    }
  });

  test("only one's own request can be made to wait; another's cannot be held back", () => {
    const before = opened(all);
    expect(codes(give(before, add, aContext([sample, { ...data, isOwn: false }])))).toEqual(["notYourRequest"]);
    expect(codes(give(before, add, aContext([{ ...sample, isOwn: false }, data])))).toEqual([]);
  });

  test("a closed dossier takes nothing more, and does not close while something waits", () => {
    const before = opened(all, { dependencies: [waits] });
    const waiting = aContext(all, { standings: [{ ...waits, standing: "open" }] });
    expect(codes(give(before, { type: "closeDossier" }, waiting))).toEqual(["stillWaits"]);
    const closed = give(before, { type: "closeDossier" }, aContext(all, { standings: [{ ...waits, standing: "met" }] }));
    if ("refusals" in closed) throw new Error("refused");
    expect(closed.state.status).toBe("closed");
    expect(codes(give(closed, { type: "rename", title: "x" }, aContext(all)))).toEqual(["dossierClosed"]);
  });

  test("what was decided on another version is a conflict", () => {
    expect(codes(give(opened(all), { type: "rename", title: "x", expectedVersion: 1 }, aContext(all)))).toEqual(["versionConflict"]);
    expect(codes(give(opened(all), { type: "rename", title: "x", expectedVersion: 4 }, aContext(all)))).toEqual([]);
  });
});

describe("dependencies", () => {
  test("nothing waits for itself, twice for the same, or in a circle, however long", () => {
    const before = opened(all, { dependencies: [waits, { waiting: sample.id, awaits: person.id, until: "permit", reason: "x" }] });
    const more = (waiting: string, awaits: string) => give(before, { ...add, waiting, awaits }, aContext(all.map((one) => ({ ...one, status: "draft" as const }))));
    expect(codes(more(data.id, data.id))).toEqual(["waitsForItself"]);
    expect(codes(more(data.id, sample.id))).toEqual(["dependencyKnown"]);
    expect(more(person.id, data.id)).toEqual({ refusals: [expect.objectContaining({ code: "dependencyCircle", params: { numbers: "CW-3, CW-2, CW-1, CW-3" } })] });
    expect(codes(more(data.id, person.id))).toEqual([]);
    expect(codes(more(requestId(8), requestId(9)))).toEqual(["notLinked", "notLinked"]);
  });

  test("a step is named where one is waited for, and must be one that the other request has", () => {
    const before = opened(all);
    const step = (until: "step" | "permit", named?: string) => codes(give(before, { ...add, until, ...(named && { step: named }) }, aContext(all)));
    expect([step("step", "ethics"), step("step"), step("step", "parrot"), step("permit", "ethics")]).toEqual([[], ["missingStep"], ["unknownStep"], ["stepNotAwaited"]]);
  });

  test("what has its permit, or has ended, cannot be made to wait any more", () => {
    for (const status of ["permitted", "closed", "rejected", "withdrawn", "revoked", "expired"] as const) expect(codes(give(opened(all), add, aContext([sample, { ...data, status }, person])))).toEqual(["dependencyTooLate"]);
  });

  test("a dependency is removed with a reason by anybody who takes part, and then may be made anew", () => {
    const before = opened(all, { dependencies: [waits] });
    const remove = { type: "removeDependency" as const, waiting: data.id, awaits: sample.id, reason: "The sample was refused." };
    const after = give(before, remove, aContext([sample], { actor: people.teammate }));
    if ("refusals" in after) throw new Error("refused");
    expect(after.state.dependencies).toEqual([]);
    expect(codes(give(after, remove, aContext(all)))).toEqual(["unknownDependency"]);
    expect(codes(give(after, add, aContext(all)))).toEqual([]);
  });
});
