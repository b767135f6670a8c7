import { describe, expect, test } from "vitest";
import type { Actor } from "../../../lib/access/actor.ts";
import { create, Create } from "../../../lib/request/commands/create.ts";
import { warningsOf } from "../../../lib/request/commands/draft-fields.ts";
import type { Context } from "../../../lib/request/context.ts";
import type { Draft } from "../../../lib/request/draft.ts";
import type { Outcome } from "../../../lib/request/rule.ts";
import { noTerms } from "../../../lib/retention/due.ts";
import { aCase, aContext, aDraft, aPerson, approved, codes, give, must, people, serum, submitted, today, type Case } from "./builders.ts";

const named = { id: "01900000-0000-7000-8000-00000000000d", number: "CW-1111-1111-11" };
const now = `${today}T02:00:00.000Z`;
const hku = { organisation: "hku", jurisdiction: "HK" } as const;
const begin = (command: Record<string, unknown> = {}, change: Partial<Context> = {}, by: Actor = people.requester) => create(Create.parse({ kind: "sample", ...command }), named, aContext(by, change));
const save = (command: Record<string, unknown>, { draft = aDraft(), by = people.requester, ...change }: Partial<Context> & { draft?: Draft; by?: Actor } = {}) => give(aCase(draft), by, { type: "saveDraft", ...command }, change);
const draftOf = (one: Outcome | Case) => {
  if ("draft" in one) return one.draft;
  if ("target" in one && one.target.at === "draft") return one.target.draft;
  throw new Error(JSON.stringify(one));
};
const saved = (command: Record<string, unknown>, how?: Parameters<typeof save>[1]) => draftOf(must(save(command, how)));
/** What is refused, where, and with what it is said. */
const refusals = (one: Outcome | ReturnType<typeof give>) => ("refusals" in one ? one.refusals.map(({ code, path, params }) => [code, path, params]) : []);
const warned = (one: Outcome) => ("warnings" in one ? one.warnings.map(({ code, path }) => [code, path]) : []);

describe("a new draft", () => {
  test("holds what was given, the requester's home and when it was made, and nothing that nobody said", () => {
    expect(draftOf(begin({}, { host: null }))).toMatchObject({ ...named, kind: "sample", version: 1, requester: people.requester.id, team: [], title: "", lines: [], claims: [], home: "smu", host: null, endorser: null, window: null, limit: null, terms: [], recorded: [], createdAt: now, updatedAt: now });
    const window = { from: today, to: "2026-12-31" };
    const limit = { value: "30", unit: "container" };
    expect(draftOf(begin({ title: "Serum", claims: ["p", "p"], endorser: people.pi.email, window, limit, parties: { home: "smu", host: "hku" } }))).toMatchObject({ title: "Serum", claims: ["p"], endorser: people.pi.email, window, limit, host: { organisation: "hku" } });
    expect(draftOf(begin({ parties: { home: "smu", host: "00t33hh48" } }, { host: { ror: "00t33hh48" } })).host).toEqual({ ror: "00t33hh48" });
  });
  test("keeps the workflow and packs that it began under", () => {
    const { began } = draftOf(begin());
    expect(began?.workflow).toMatchObject({ id: "sample", digest: "0".repeat(64) });
    expect(began?.packs.length).toBeGreaterThan(3);
    expect(draftOf(begin({}, { workflow: null })).began?.workflow).toBeNull();
    expect(began?.packs.length).toBeLessThanOrEqual(aContext(people.requester).packs.length);
  });
  test("is begun by a person who may, for an institution that is known", () => {
    expect(refusals(begin({}, {}, { kind: "system" }))).toEqual([["notPermitted", undefined, undefined]]);
    expect(refusals(begin({}, {}, people.auditor)).map(([code]) => code)).toEqual(["notPermitted"]);
    expect(refusals(begin({ parties: { home: "nowhere" } }, { home: null }))).toEqual([["unknownOrganisation", "parties.home", { organisation: "nowhere" }]]);
    expect(refusals(begin({ parties: { home: "must" } }, { home: { organisation: "must", jurisdiction: "MO" } })).map(([code]) => code)).toEqual(["notPermitted"]);
  });
  test("is refused while its kind is closed, and with everything that is wrong in it named at its place", () => {
    const { workflow } = aContext(people.requester);
    if (!workflow) throw new Error("no workflow");
    expect(refusals(begin({}, { workflow: { ...workflow, definition: { ...workflow.definition, closed: true } } }))).toEqual([["noWorkflow", "kind", { kind: "sample" }]]);
    const wrong = begin({ facts: { nonsense: "x", "sample.class": "stone", date: "2020-01-01" }, limit: { value: "0", unit: "mile" }, window: { from: "2026-01-01", to: "2026-01-02" }, parties: { home: "smu", host: "nowhere" }, lines: [{ material: "Serum", count: "many" }] }, { host: null });
    expect(refusals(wrong).map(([code, path]) => `${code} ${path}`)).toEqual(expect.arrayContaining(["unknownFact facts.nonsense", "wrongValue facts.sample.class", "dateInPast facts.date", "wrongUnit limit.unit", "notPositive limit.value", "dateInPast window.to", "unknownOrganisation parties.host", "wrongValue lines.0.count"]));
    expect(refusals(begin({ window: { from: "2026-01-01", to: today } }))).toEqual([]);
    expect(refusals(begin({ parties: { home: "smu", host: "smu" } }, { host: { organisation: "smu", jurisdiction: "CN" } }))).toEqual([["sameParty", "parties.host", {}]]);
  });
  test("is warned of what may be looked at again", () => {
    const much = { title: "x".repeat(201), endorser: "nobody@smu.example", window: { from: "2026-12-31", to: "2026-12-01" }, facts: { date: "2027-02-01" } };
    expect(warned(begin(much, { endorser: null }))).toEqual([["tooLong", "title"], ["unknownEndorser", "endorser"], ["windowReversed", "window"], ["crossingOutsideWindow", "facts.date"]]);
    expect(warned(begin({ title: "x".repeat(200), endorser: people.pi.email, window: { from: today, to: today }, facts: { date: today } }))).toEqual([]);
  });
});

describe("saving a draft", () => {
  test("merges answers, takes back what is null, and leaves what was not spoken of", () => {
    const before = aDraft({ limit: { value: "30", unit: "container" } });
    const { updatedAt, version, ...after } = saved({ facts: { "project.purpose": "clinical_research", checkpoint: null } }, { draft: before });
    expect([updatedAt, version]).toEqual([now, before.version + 1]);
    expect(after).toMatchObject({ title: before.title, host: before.host, endorser: before.endorser, window: before.window, limit: before.limit, team: before.team, terms: before.terms, claims: before.claims });
    expect([after.facts["project.purpose"], after.facts.checkpoint, after.facts["sample.quantity"]]).toEqual(["clinical_research", undefined, 30]);
  });
  test("sets and empties each of the fields", () => {
    const before = aDraft({ limit: { value: "30", unit: "container" }, claims: ["old"] });
    expect(saved({ title: "New", host: null, endorser: null, window: null, limit: null, team: [], claims: [] }, { draft: before, host: null })).toMatchObject({ title: "New", host: null, endorser: null, window: null, limit: null, team: [], claims: [] });
    expect(saved({ endorser: "", team: [named.id, named.id], claims: ["a", "a"] }, { draft: before })).toMatchObject({ endorser: null, team: [named.id], claims: ["a"] });
    expect(saved({ host: "hku" }, { draft: aDraft({ host: null }), host: hku }).host).toEqual({ organisation: "hku" });
    expect(saved({ host: "00t33hh48" }, { host: { ror: "00t33hh48" } }).host).toEqual({ ror: "00t33hh48" });
    // Who is named stays named where a save says nothing of them, whatever became of them meanwhile.
    expect([saved({ title: "New" }, { host: null }).host, draftOf(begin()).host]).toEqual([{ organisation: "hku" }, null]);
  });
  test("counts lines for the requester", () => {
    const lines = [{ material: "Serum A", container: "cryovial-2ml", count: "12", each: "1", unit: "mL" }, { material: "Serum B", container: "cryovial-2ml", count: "20", each: "1", unit: "mL" }];
    expect(saved({ lines }).facts["sample.quantity"]).toBe(32);
    expect(saved({ title: "New" }, { draft: aDraft({ lines }) }).lines).toEqual(lines);
  });
  test("is refused where it was changed meanwhile, and where something is wrong", () => {
    expect(refusals(save({ version: 2, title: "Late" }))).toEqual([["versionConflict", undefined, { version: 3 }]]);
    expect(refusals(save({ version: 3, title: "In time" }))).toEqual([]);
    expect(refusals(save({ host: "nowhere" }, { host: null }))).toEqual([["unknownOrganisation", "host", { organisation: "nowhere" }]]);
    const wrong = save({ facts: { nonsense: "x", date: "2020-01-01", unheard: null }, limit: { value: "0", unit: "mile" }, lines: [{ material: "Serum", count: "many" }] });
    expect(refusals(wrong).map(([code, path]) => `${code} ${path}`)).toEqual(expect.arrayContaining(["unknownFact facts.nonsense", "unknownFact facts.unheard", "dateInPast facts.date", "wrongUnit limit.unit", "notPositive limit.value", "wrongValue lines.0.count"]));
    expect(refusals(save({ facts: { kind: "data" } }))).toEqual([["wrongValue", "facts.kind", { fact: "kind", problem: "otherKind", expected: "sample" }]]);
    expect(codes(give(submitted(), people.requester, { type: "saveDraft", title: "Late" }))).toEqual(["wrongStatus"]);
  });
  test("says of each what it is about, and what was expected", () => {
    expect(refusals(save({ facts: { nonsense: "x" } }))).toEqual([["unknownFact", "facts.nonsense", { fact: "nonsense" }]]);
    expect(refusals(save({ facts: { "sample.class": "stone" } }))).toEqual([["wrongValue", "facts.sample.class", { fact: "sample.class", problem: expect.any(String), expected: expect.stringContaining("human") }]]);
    expect(refusals(save({ facts: { kind: "sample" } }))).toEqual([]);
    expect(refusals(save({ limit: { value: "1", unit: "mile" } }))).toEqual([["wrongUnit", "limit.unit", { unit: expect.stringContaining("container, ") }]]);
    const lines = [{ material: "Serum A", container: "cryovial-2ml", count: "12", each: "1", unit: "mL" }, { material: "Serum B", container: "cryovial-2ml", count: "many", each: "1", unit: "mL" }];
    expect(refusals(save({ lines }))).toEqual([["wrongValue", "lines.1.count", { fact: "count", problem: expect.any(String), expected: expect.anything(), line: 2 }]]);
  });
  test("is warned of a window that went by or that does not hold the crossing", () => {
    const warnings = (draft: Partial<Draft>, change: Partial<Context> = {}) => warningsOf(aDraft(draft), aContext(people.requester, change)).map(({ code, path, params }) => [code, path, params]);
    const past = { from: "2026-11-01", to: "2026-11-20" };
    const later = { from: "2026-12-11", to: "2026-12-31" };
    expect(warnings({ window: past })).toEqual([["dateInPast", "window", { day: "2026-11-20" }], ["crossingOutsideWindow", "facts.date", past]]);
    expect(warnings({ window: later })).toEqual([["crossingOutsideWindow", "facts.date", later]]);
    expect(warnings({ title: "x".repeat(201), endorser: null }, { endorser: null })).toEqual([["tooLong", "title", { most: 200 }]]);
  });
  test("is written by its requester also from another institution, or from none", () => {
    const elsewhere = { ...people.requester, organisation: "must", grants: people.stranger.grants };
    for (const by of [{ ...people.requester, organisation: null }, elsewhere]) expect(refusals(save({ title: "Mine" }, { by }))).toEqual([]);
    expect(refusals(save({ title: "Mine" }, { by: { ...elsewhere, organisation: null } }))).toEqual([["notPermitted", undefined, undefined]]);
  });
  test("a day that has passed stays where it stood before, and cannot come in anew", () => {
    const draft = aDraft({ facts: { ...serum, date: "2026-11-01" } });
    expect(refusals(save({ facts: { date: "2026-11-01" } }, { draft }))).toEqual([]);
    expect(refusals(save({ facts: { date: "2026-11-02" } }, { draft }))).toEqual([["dateInPast", "facts.date", { day: "2026-11-02" }]]);
    expect(refusals(save({ facts: { date: today } }, { draft }))).toEqual([]);
  });
  test("as one of another kind keeps what both ask, and begins its lines, unit and rules anew", () => {
    const lines = [{ material: "Serum A", container: "cryovial-2ml", count: "12", each: "1", unit: "mL" }];
    const before = aDraft({ lines, limit: { value: "30", unit: "container" }, facts: { ...serum, kind: "sample" } });
    const other = saved({ kind: "data" }, { draft: before });
    expect(other).toMatchObject({ kind: "data", lines: [], limit: null, title: before.title, window: before.window });
    expect([other.facts["from.city"], other.facts["sample.class"]]).toEqual(["guangzhou", undefined]);
    expect(other.terms.map(({ id }) => id)).toEqual(["true-answers"]);
    expect(other.began).not.toBeNull();
    const same = saved({ kind: "sample" }, { draft: before });
    expect(same).toMatchObject({ lines, limit: before.limit, terms: before.terms, began: null });
    const pieces = aDraft({ kind: "reagent", limit: { value: "5", unit: "container" }, facts: {} });
    expect(saved({ kind: "sample" }, { draft: pieces }).limit).toEqual({ value: "5", unit: "container" });
  });
  test("is the requester's and the team's alone", () => {
    expect(codes(save({ title: "Ours" }, { by: people.teammate }))).toEqual([]);
    for (const by of [people.stranger, people.auditor, people.pi]) expect(codes(save({ title: "Mine" }, { by }))).toEqual(["notPermitted"]);
  });
});

describe("terms", () => {
  const accept = (terms: readonly string[], so: Case, by: Actor = people.requester, change: Partial<Context> = {}) => give(so, by, { type: "acceptTerms", terms }, change);
  const bare = aCase(aDraft({ terms: [] }));
  test("are accepted by id, or by id and version, once each, by whoever accepts them and at that moment", () => {
    const one = must(accept(["true-answers", "true-answers@1"], bare));
    const acceptance = { id: "true-answers", version: 1, person: people.requester.id, at: now };
    expect(draftOf(one)).toMatchObject({ terms: [acceptance], version: 4, updatedAt: now });
    const again = must(accept(["true-answers", "material-use"], one, people.requester, { now: `${today}T05:00:00.000Z` }));
    expect(draftOf(again).terms).toEqual([acceptance, { id: "material-use", version: 1, person: people.requester.id, at: `${today}T05:00:00.000Z` }]);
    const mate = must(accept(["true-answers"], one, people.teammate));
    expect(draftOf(mate).terms.map(({ person }) => person)).toEqual([people.requester.id, people.teammate.id]);
  });
  test("of a new version are accepted beside the old", () => {
    const newer = { terms: [{ id: "true-answers", version: 2 }] };
    const one = must(accept(["true-answers"], aCase(), people.requester, newer));
    expect(draftOf(one).terms.map(({ id, version }) => `${id}@${version}`)).toEqual(["true-answers@1", "material-use@1", "true-answers@2"]);
    expect(refusals(accept(["true-answers@1"], aCase(), people.requester, newer))).toEqual([["unknownTerms", "terms.0", { terms: "true-answers@1" }]]);
  });
  test("that are unknown are refused by name, and none is accepted with them", () => {
    expect(refusals(accept(["true-answers", "soul", "true-answers@9"], bare))).toEqual([["unknownTerms", "terms.1", { terms: "soul" }], ["unknownTerms", "terms.2", { terms: "true-answers@9" }]]);
  });
  test("are accepted on a request under way as an event of their own", () => {
    for (const so of [submitted(), approved()]) {
      const one = must(accept(["true-answers@1", "true-answers"], so));
      expect(one.events.slice(so.events.length).map(({ type, data }) => ({ type, data }))).toEqual([{ type: "terms.accepted", data: { terms: [{ id: "true-answers", version: 1 }] } }]);
    }
    expect(codes(accept(["true-answers"], submitted(), people.stranger))).toEqual(["notPermitted"]);
  });
});

describe("deleting a draft", () => {
  test("is the requester's alone, and only while it is a draft", () => {
    expect(codes(give(aCase(), people.requester, { type: "deleteDraft" }))).toEqual([]);
    expect(codes(give(aCase(), people.teammate, { type: "deleteDraft" }))).toEqual(["notRequester"]);
    expect(codes(give(aCase(), people.stranger, { type: "deleteDraft" }))).toEqual(["notPermitted"]);
    expect(codes(give(submitted(), people.requester, { type: "deleteDraft" }))).toEqual(["wrongStatus"]);
  });
  test("waits while a hold keeps everything of the home institution, and is not for whoever lifted one", () => {
    const erase = (retention: Partial<Context["retention"]>) => codes(give(aCase(), people.requester, { type: "deleteDraft" }, { retention: { terms: noTerms, held: false, lifters: [], entries: [], ...retention } }));
    expect(erase({ held: true })).toEqual(["underHold"]);
    expect(erase({ lifters: [people.requester.id] })).toEqual(["liftedTheHold"]);
    expect(erase({ lifters: [people.pi.id] })).toEqual([]);
  });
});

describe("submitting", () => {
  const submit = (change: Partial<Draft> = {}, context: Partial<Context> = {}, by: Actor = people.requester) => give(aCase(aDraft(change)), by, { type: "submit" }, context);
  test("needs parties that are known, two of them, and an endorser who is somebody else", () => {
    expect(refusals(submit({}, { home: null })).map(([code, path]) => `${code} ${path}`)).toContain("unknownOrganisation parties.home");
    expect(refusals(submit({ host: null }, { host: null }))).toEqual([["missingHost", "parties.host", {}]]);
    expect(refusals(submit({}, { host: null })).map(([code, path]) => `${code} ${path}`)).toContain("unknownOrganisation parties.host");
    expect(refusals(submit({}, { host: { organisation: "smu", jurisdiction: "CN" } })).map(([code, path]) => `${code} ${path}`)).toContain("sameParty parties.host");
    expect(refusals(submit({}, { endorser: null })).map(([code, path]) => `${code} ${path}`)).toContain("unknownEndorser endorser");
    expect(refusals(submit({}, { home: null }))).toContainEqual(["unknownOrganisation", "parties.home", { organisation: "smu" }]);
    // Where nobody is named, nobody is unknown.
    expect(codes(submit({ endorser: null }, { endorser: null }))).not.toContain("unknownEndorser");
    expect(refusals(submit({}, { endorser: people.requester.id })).map(([code, path]) => `${code} ${path}`)).toContain("endorserIsRequester endorser");
  });
  test("needs a window that is the right way round, not over, and holds the crossing; a title that can be read", () => {
    const about = (change: Partial<Draft>) => refusals(submit(change)).map(([code, path]) => `${code} ${path}`);
    expect(about({ window: { from: "2026-12-31", to: "2026-12-01" } })).toEqual(["windowReversed window"]);
    expect(about({ window: { from: "2026-10-01", to: "2026-10-31" } })).toEqual(["dateInPast window.to", "crossingOutsideWindow facts.date"]);
    expect(about({ window: { from: "2026-12-11", to: "2026-12-31" } })).toEqual(["crossingOutsideWindow facts.date"]);
    expect(about({ window: { from: "2026-12-10", to: "2026-12-10" } })).toEqual([]);
    expect(about({ title: "x".repeat(201) })).toEqual(["tooLong title"]);
    expect(about({ title: "  " })).toEqual(["missingTitle title"]);
    expect(about({ facts: { ...serum, date: "2026-11-01" }, window: { from: "2026-11-01", to: "2026-12-31" } })).toContain("dateInPast facts.date");
    expect(about({ claims: ["no-such-programme"] })).toEqual(["notOffered claims"]);
  });
  test("terms that a teammate accepted are not the requester's", () => {
    const terms = aDraft().terms.map((one) => ({ ...one, person: people.teammate.id }));
    expect(refusals(submit({ terms }))).toEqual([["termsNotAccepted", "terms", { terms: "true-answers@1" }], ["termsNotAccepted", "terms", { terms: "material-use@1" }]]);
    const older = aDraft().terms.map((one) => ({ ...one, version: 0 }));
    expect(refusals(submit({ terms: older })).map(([code]) => code)).toEqual(["termsNotAccepted", "termsNotAccepted"]);
    // One of them accepted is not the other.
    expect(refusals(submit({ terms: aDraft().terms.slice(0, 1) }))).toEqual([["termsNotAccepted", "terms", { terms: "material-use@1" }]]);
  });
  test("takes along the papers of the draft and what was recorded of requirements that still apply", () => {
    const paper = { id: named.id, name: "mta.pdf", paper: "doc-mta", mediaType: "application/pdf", size: 9, sha256: "a".repeat(64) };
    const gone = { requirement: "no-longer", outcome: "granted" as const, reference: "R/9", date: "2026-11-01", validUntil: null };
    const so = must(submit({ recorded: [...aDraft().recorded, gone] }, { draftDocuments: [paper] }));
    const [first, attached, ...recorded] = so.events;
    expect(first).toMatchObject({ type: "request.submitted", data: { number: "CW-0000-0000-00", draftVersion: 3, requester: people.requester.id, team: [people.teammate.id], endorser: people.pi.id, home: { organisation: "smu" }, host: { organisation: "hku" }, workflow: { id: "sample" } } });
    expect(first && "sinceBegun" in first.data).toBe(false);
    expect(attached).toMatchObject({ type: "document.attached", data: { document: named.id, paper: "doc-mta", mediaType: "application/pdf", size: 9, sha256: "a".repeat(64) } });
    expect(recorded.map(({ type, data }) => [type, "requirement" in data && data.requirement])).toEqual([["requirement.granted", "doc-mta"], ["requirement.granted", "cn-ethics-review"]]);
  });
  test("says what changed since the draft began", () => {
    const began = draftOf(begin()).began;
    if (!began?.workflow) throw new Error("no workflow");
    const [pack, ...others] = began.packs;
    if (!pack) throw new Error("no packs");
    const older = { workflow: { ...began.workflow, version: 0, digest: "1".repeat(64) }, packs: [{ ...pack, version: "0.1", digest: "2".repeat(64) }, ...others] };
    const since = (change: Partial<Draft>) => {
      const so = must(submit(change));
      const [first] = so.events;
      return first?.type === "request.submitted" ? first.data.sinceBegun : null;
    };
    expect(since({ began })).toBeUndefined();
    expect(since({ began: older })).toEqual([
      { code: "workflowChanged", id: "sample", was: "0", now: String(began.workflow.version) },
      { code: "packChanged", id: pack.id, was: "0.1", now: pack.version },
    ]);
    expect(since({ began: { ...began, workflow: null } })).toBeUndefined();
    // A claim of a programme that a changed pack closed is left out and said; with packs unchanged it is refused.
    expect(since({ began: older, claims: ["no-such-programme"] })?.at(-1)).toEqual({ code: "programmeGone", id: "no-such-programme", was: "", now: "" });
    expect(codes(submit({ began, claims: ["no-such-programme"] }))).toEqual(["notOffered"]);
    expect(codes(submit({ began: { ...older, packs: began.packs }, claims: ["no-such-programme"] }))).toEqual(["notOffered"]);
  });
  test("whom a revocation bars is told until when", () => {
    expect(refusals(submit({}, { bars: [{ person: people.requester.id, number: "CW-9", until: "2027-01-01" }] })).map(([code]) => code)).toEqual(["barred"]);
  });
  test("is the requester's, not an endorser's nor a stranger's", () => {
    expect(codes(submit({}, {}, aPerson("other", [["researcher", { kind: "organisation", id: "smu" }]])))).toEqual(["notPermitted"]);
  });
});
