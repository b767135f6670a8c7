import { describe, expect, test } from "vitest";
import type { PersonActor } from "../../../lib/access/actor.ts";
import { hiddenOfficers, readsOfficers } from "../../../lib/access/hidden-officers.ts";
import type { LiveState } from "../../../lib/request/state.ts";
import { aPerson, endorsed, people, stateOf } from "../request/builders.ts";

/* A desk that decides without names: who reads its officers' names all the same, and whose are not read. */

const state = stateOf(endorsed());
const at = "2026-11-24T02:00:00.000Z";
type Step = LiveState["steps"][number];
const ethics = (change: Partial<Step>): LiveState => ({ ...state, steps: state.steps.map((step) => (step.id === "ethics" ? { ...step, ...change } : step)) });
const asked = (person: string, by: string) => ({ id: "r", person, by, at, due: null, question: { digest: "" }, status: "open", recommends: null, text: null }) as const;
const someone = aPerson("someone", [["desk-officer", { kind: "desk", id: "um.ethics" }]]);

describe("officers' names are read", () => {
  test("by the desks of the case, by whoever one of them drew in, by auditors of its places, and by Causeway itself", () => {
    expect([people.ethics, people.acceptance].map((who) => readsOfficers(who, state))).toEqual([true, true]);
    const drawn: readonly Partial<Step>[] = [{ holder: { person: someone.id, how: "delegated", since: at, from: people.ethics.id } }, { substitutes: [someone.id] }, { referrals: [asked(someone.id, people.ethics.id)] }];
    expect([readsOfficers(someone, state), ...drawn.map((change) => readsOfficers(someone, ethics(change)))]).toEqual([false, true, true, true]);
    expect(drawn.map((change) => readsOfficers(people.stranger, ethics(change)))).toEqual([false, false, false]);
    const audits = (kind: "organisation" | "jurisdiction", id: string) => readsOfficers(aPerson("auditor", [["auditor", { kind, id }]]), state);
    expect([audits("organisation", "smu"), audits("organisation", "hku"), audits("jurisdiction", "CN"), audits("jurisdiction", "HK"), audits("jurisdiction", "MO"), audits("organisation", "um")]).toEqual([true, true, true, true, false, false]);
    expect((["system", "worker", "public", "signIn"] as const).map((kind) => readsOfficers({ kind }, state))).toEqual([true, true, false, false]);
  });

  test("not by its people, nor by whoever reads it in another way", () => {
    for (const who of [people.requester, people.pi, people.stranger]) expect([who.name, readsOfficers(who, state)]).toEqual([who.name, false]);
    expect(readsOfficers(aPerson("administrator", [["organisation-admin", { kind: "organisation", id: "smu" }]]), state)).toBe(false);
  });
});

describe("the desk is named in place of", () => {
  const desk = "smu.ethics";
  const none = new Map<string, string>();
  const hidden = (one: LiveState, events: Parameters<typeof hiddenOfficers>[1] = [], officers: ReadonlyMap<string, string> = none, hiding = [desk]) => Object.fromEntries(hiddenOfficers(one, events, new Set(hiding), officers));
  const by = (who: PersonActor | string, place: string | null, more: object = {}) => ({ actor: { person: typeof who === "string" ? who : who.id, desk: place, ...more } });

  test("everybody who has a part in a step of it", () => {
    const all = ethics({
      holder: { person: "has", how: "delegated", since: at, from: "handed-on" }, members: ["member"], substitutes: ["substitute"], recused: ["aside"],
      decisions: [{ person: "decided", for: "in-place-of", at, outcome: "approved", seq: 2 }], ballots: [{ person: "voted", for: "voted-for", vote: "for", at, seq: 3 }], referrals: [asked("adviser", "who-asked")],
    } as unknown as Partial<Step>);
    expect(Object.keys(hidden(all)).toSorted()).toEqual(["adviser", "aside", "decided", "handed-on", "has", "in-place-of", "member", "substitute", "voted", "voted-for", "who-asked"]);
    expect([hidden(state), hidden(all, [], none, ["smu.sign-off"])]).toEqual([{}, {}]);
    expect(hidden(ethics({ assignee: "named" }))).toEqual({ named: desk });
  });

  test("whoever did something for it, or is of it and did something for no desk, and for whom", () => {
    expect(hidden(state, [by("officer", desk, { for: "away" }), by("other", "hku.biosafety"), { actor: { system: true } }])).toEqual({ officer: desk, away: desk });
    expect(hidden(state, [by("officer", null), by("stranger", null)], new Map([["officer", desk], ["stranger", "hku.biosafety"]]))).toEqual({ officer: desk });
    expect(hidden(state, [by("officer", "hku.biosafety")], new Map([["officer", desk]]))).toEqual({});
  });

  test("but nobody of the request itself, nor whom it named", () => {
    expect(hidden(state, [people.requester, people.teammate, people.pi].map((who) => by(who, desk)))).toEqual({});
    expect(hidden({ ...state, endorser: null }, [by(people.pi, desk)])).toEqual({ [people.pi.id]: desk });
  });
});
