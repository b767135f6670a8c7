import { describe, expect, test } from "vitest";
import { afterHeading, asHeadOf, headRefusals, mayNameHead } from "../../../lib/access/desk-head.ts";
import { emailAddress } from "../../../lib/access/email-address.ts";
import type { PersonActor } from "../../../lib/access/actor.ts";
import { aPerson, people } from "../request/builders.ts";

/* Who names the head of a desk, whom, and what the two hold afterwards. */

const desk = { id: "smu.ethics", organisation: "smu" };
const at = (id: string) => ({ kind: "desk", id }) as const;
const administrator = aPerson("administrator", [["organisation-admin", { kind: "organisation", id: "smu" }]]);
const [next, before] = [aPerson("next", [["desk-officer", at("smu.ethics")]]), aPerson("before", [["desk-lead", at("smu.ethics")]])];
const told = (change: Partial<Parameters<typeof headRefusals>[2]> = {}, actor: PersonActor = administrator) => headRefusals(actor, desk, { person: next, before, ...change }).map(({ code, path, params }) => [code, path, params]);

describe("the head of a desk", () => {
  test("is named by whoever answers for the people of its organisation, and by nobody else", () => {
    const elsewhere = aPerson("elsewhere", [["organisation-admin", { kind: "organisation", id: "hku" }]], "hku");
    expect([administrator, aPerson("platform", [["platform-admin", { kind: "everything" }]]), elsewhere, before, people.requester].map((who) => mayNameHead(who, desk))).toEqual([true, true, false, false, false]);
    expect([told({}, elsewhere), told({}, before), told()]).toEqual([[["notPermitted", undefined, undefined]], [["notPermitted", undefined, undefined]], []]);
  });

  test("is somebody else of that organisation who does not head it yet; the first has nobody before them", () => {
    expect(told({ before: null })).toEqual([]);
    expect(told({ person: null })).toEqual([["unknownPerson", "person", {}]]);
    expect(told({ person: administrator })).toEqual([["namesThemself", "person", {}]]);
    expect(told({ person: { ...next, organisation: "hku" } })).toEqual([["notOfOrganisation", "person", { person: "next" }]]);
    expect(told({ person: before })).toEqual([["headAlready", "person", { person: "before" }]]);
    // To head another desk, or this one for somebody, is not to head it.
    expect([told({ person: aPerson("other", [["desk-lead", at("smu.sign-off")]]) }), told({ person: { ...next, grants: before.grants.map((grant) => ({ ...grant, for: before.id })) } })]).toEqual([[], []]);
  });

  test("is named in the place of whoever heads it now, and not of who does no more", () => {
    expect(told({ before: next, person: aPerson("third", []) })).toEqual([["headNoMore", "before", { person: "next" }]]);
  });

  test("holds its headship in place of an officer’s rights there, and all else as before; whoever headed it stays as an officer, or leaves", () => {
    const many = aPerson("many", [["researcher", { kind: "organisation", id: "smu" }], ["desk-officer", at("smu.ethics")], ["desk-officer", at("smu.sign-off")], ["auditor", at("smu.ethics")]]);
    const others = many.grants.filter((_, place) => place !== 1).map(({ role, scope }) => ({ role, scope }));
    expect(asHeadOf(many, "smu.ethics")).toEqual([...others, { role: "desk-lead", scope: at("smu.ethics") }]);
    const heads = { ...many, grants: [...many.grants, ...before.grants, ...people.both.grants.map((grant) => ({ ...grant, for: people.both.id }))] };
    expect([afterHeading(heads, "smu.ethics", "officer"), afterHeading(heads, "smu.ethics", "leaves")]).toEqual([[...others, { role: "desk-officer", scope: at("smu.ethics") }], others]);
    const warden = { ...next, grants: [{ role: "warden", permissions: ["permit.revoke"] as const, scope: at("smu.ethics") }] };
    expect(afterHeading(warden, "smu.ethics", "leaves")).toEqual([]);
  });
});

test("an address is kept in small letters and plain form, without the space around it, up to 254 characters", () => {
  expect([" Ana@UM.example ", "ａｎａ@um.example"].map(emailAddress)).toEqual(["ana@um.example", "ana@um.example"]);
  expect(["ana", "@um.example", "ana@", "a na@um.example", "ana@um@example", "ana@um.\u200bexample", "ana@um example", ""].map(emailAddress)).toEqual(Array.from({ length: 8 }, () => undefined));
  expect([254, 255].map((length) => emailAddress(`${"a".repeat(length - 11)}@um.example`)?.length)).toEqual([254, undefined]);
});
