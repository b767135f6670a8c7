import { expect, test } from "vitest";
import { allowed } from "../../../lib/request/allowed.ts";
import { isParty } from "../../../lib/request/context.ts";
import { organisationsOf, permitStatus, permitOf } from "../../../lib/request/state.ts";
import { aCase, aContext, endorsed, people, ready, stateOf } from "./builders.ts";

test("what may be done is told for the request once, and for each step that is open or comes; of a draft there are no steps", () => {
  const { target } = endorsed();
  const all = allowed(target, aContext(people.ethics));
  expect([...new Set(all.flatMap(({ step }) => step ?? []))]).toEqual(["biosafety", "ethics", "sign-off", "acceptance"]);
  expect(all.filter(({ command }) => command === "approve").map(({ step, reasons }) => [step, reasons.map(({ code }) => code)])).toEqual([["biosafety", ["notPermitted"]], ["ethics", []], ["sign-off", ["notPermitted"]], ["acceptance", ["notPermitted"]]]);
  expect(all.find(({ command }) => command === "submit")).toStrictEqual({ command: "submit", allowed: false, reasons: [{ code: "notPermitted" }] });
  const draft = allowed(aCase().target, aContext(people.requester));
  expect([draft.length, draft.filter(({ step }) => step !== undefined), draft.find(({ command }) => command === "submit")]).toEqual([all.filter(({ step }) => step === undefined).length, [], { command: "submit", allowed: true, reasons: [] }]);
  for (const one of draft) expect("step" in one).toBe(false);
});

test("how a permit stands is how its request ended, else whether it is suspended", () => {
  const state = stateOf(ready());
  const permit = permitOf(state);
  if (!permit) throw new Error("no permit");
  const stands = (status: string, suspended: string | null = null) => permitStatus({ ...state, status } as typeof state, { ...permit, suspended });
  expect(["permitted", "closed", "expired", "revoked"].flatMap((status) => [stands(status), stands(status, "2026-11-24T02:00:00Z")])).toEqual(["valid", "suspended", "closed", "closed", "expired", "expired", "revoked", "revoked"]);
});

test("parties are the requester and the team, the institutions the home and a host that has joined", () => {
  const { target } = ready();
  expect([people.requester, people.teammate, people.ethics].map((actor) => isParty(target, { actor }))).toEqual([true, true, false]);
  expect([isParty(target, { actor: { kind: "worker" } }), isParty(aCase().target, { actor: people.teammate })]).toEqual([false, true]);
  const { home, host } = stateOf(ready());
  expect([organisationsOf({ home, host }), organisationsOf({ home, host: { ror: "00t33hh48" } })]).toEqual([["smu", "hku"], ["smu"]]);
});
