import fc from "fast-check";
import { expect, test } from "vitest";
import { ledgerBalance } from "../../../lib/permit/balance.ts";
import { reconcile } from "../../../lib/permit/reconciliation.ts";
import type { LiveState } from "../../../lib/request/state.ts";
import { type Case, give, people, ready, stateOf, today } from "../request/builders.ts";

/* Ledgers of any acts under a permit for 1.5 kg, each stated in any unit of mass, against a plain recomputation in whole billionths of a gram. */

const limit = { value: "1.5", unit: "kg" };
const worth: Readonly<Record<string, bigint>> = { mg: 1_000_000n, g: 1_000_000_000n, kg: 1_000_000_000_000n };

function billionths({ value, unit }: { readonly value: string; readonly unit: string }): bigint {
  const [whole = "0", part = ""] = value.split(".");
  return (BigInt(whole + part.padEnd(12, "0")) * (worth[unit] ?? 0n)) / 1_000_000_000_000n;
}

const quantity = fc.record({ value: fc.tuple(fc.nat(900), fc.nat(999_999)).map(([whole, part]) => `${whole}.${String(part).padStart(6, "0")}`), unit: fc.constantFrom("mg", "g", "g", "kg") });
const act = fc.record({ how: fc.constantFrom("out", "out", "return", "end", "read", "correct", "cancel", "plan", "depart", "arrive"), quantity, which: fc.nat(30) });
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function weighed(): Case {
  const { target, events } = ready();
  if (target.at !== "live" || target.state.status !== "permitted") throw new Error("no permit");
  const state: LiveState = { ...target.state, limit, permit: { ...target.state.permit, limit } };
  return { target: { at: "live", state }, events };
}

const start = weighed();
const at = `${today}T01:00:00Z`;

function commandOf({ how, quantity, which }: Act, so: Case): Parameters<typeof give>[2] {
  const { ledger } = stateOf(so);
  const movement = ledger[which % Math.max(ledger.length, 1)]?.id ?? "01900000-0000-7000-8000-0000000000ff";
  switch (how) {
    case "end":
      return { type: "recordEnd", end: "destroyed", quantity, at };
    case "read":
      return { type: "recordReading", counter: which % 2 === 0 ? "a" : "b", total: quantity, at };
    case "correct":
      return { type: "correctMovement", movement, quantity, reason: "Weighed again." };
    case "cancel":
      return { type: "correctMovement", movement, isVoid: true, reason: "It never was." };
    case "plan":
      return { type: "planMovement", direction: "out", quantity, at };
    case "depart":
      return { type: "recordStage", stage: "departed", quantity, at };
    case "arrive":
      return { type: "recordStage", stage: "arrived", ...(which % 3 > 0 && { movement }), quantity, at };
    default:
      return { type: "recordMovement", direction: how, ...(which % 4 === 0 && { movement }), quantity, at };
  }
}

/** The sums as somebody with the events and a calculator would find them. */
function recomputed(so: Case): { used: bigint; back: bigint; gone: bigint } {
  const held = new Map<string, { stage: string; direction: string; amount: bigint }>();
  for (const { type, data } of so.events.slice(start.events.length)) {
    if (type === "movement.corrected") held.delete(data.corrects);
    if (type === "movement.recorded" || type === "movement.read" || type === "movement.ended" || type === "movement.corrected") {
      const stage = type === "movement.corrected" ? data.stage : type === "movement.ended" ? data.end : "crossed";
      held.set(data.movement, { stage, direction: data.direction, amount: billionths(data.quantity) });
    }
  }
  const sum = (stage: string, direction: string) => [...held.values()].reduce((all, one) => (one.stage === stage && one.direction === direction ? all + one.amount : all), 0n);
  return { used: sum("crossed", "out"), back: sum("crossed", "return"), gone: sum("destroyed", "out") };
}

test("the balance of any ledger is what a plain recomputation from its events comes to, and never past the limit", () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(act, { minLength: 10, maxLength: 40 }), (said) => {
      let so = start;
      for (const [n, one] of said.entries()) {
        const next = give(so, people.requester, commandOf(one, so), { fresh: { permitNumber: "CWP-1", id: `01900000-0000-7000-8000-${String(n).padStart(12, "0")}` } });
        if ("refusals" in next) continue;
        accepted++;
        so = next;
        const { used, back, gone } = recomputed(so);
        const balance = ledgerBalance(limit, stateOf(so).ledger);
        const kilograms = (value: string) => billionths({ value, unit: "kg" });
        expect([kilograms(balance.used), kilograms(balance.remaining), kilograms(balance.outside)]).toEqual([used, billionths(limit) - used, used - back - gone]);
        expect(kilograms(reconcile(stateOf(so).ledger).outside)).toBe(used - back - gone);
        expect(used <= billionths(limit) && back + gone <= used).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
  expect(accepted).toBeGreaterThan(500);
});
