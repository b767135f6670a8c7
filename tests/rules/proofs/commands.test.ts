import fc from "fast-check";
import { expect, test } from "vitest";
import { rules } from "../../../lib/request/command.ts";
import { requestStatuses } from "../../../lib/request/state.ts";
import { actOf, anyChoice, type Choice, statusOf } from "./any-act.ts";
import { anyWorkflow } from "./any-workflow.ts";
import { clocksHold, onceHolds, permissionHolds, quantityHolds, quotasHold, replayHolds, separationHolds, shownHolds, somebodyGoesOn, statusHolds, steeringHolds } from "./holds.ts";
import { aPlay, give, type Play, raiseQuotas } from "./play.ts";
import { seed, told } from "./told.ts";

/* Any commands by anybody on requests under any workflow. `npm run test:long` gives five times as many; `SEED=…` plays a run again. */

const commands = Number(process.env.COMMANDS ?? 200_000);
const aRun = 250;
const lines = ["Serum A", "Serum B"].map((material) => ({ material, container: "cryovial-2ml", count: 15, each: "1", unit: "mL" }));
const workflows = fc.tuple(anyWorkflow(1), fc.option(anyWorkflow(2), { freq: 2 })).map(([first, second]) => (second === null ? [first] : [first, second]));

test(`whatever ${commands} commands are given by whomever: P1 to P8`, { timeout: 7_200_000 }, () => {
  const seen = new Set<string>();
  let given = 0;
  const played = (runs: number, by: object) => {
    fc.assert(
      fc.property(workflows, fc.record({ lines: fc.constantFrom([], lines), waits: fc.constantFrom(0, 0.5, 1), claims: fc.nat(3).map((n) => n === 0), quota: fc.constantFrom("1000", "40", "1") }), fc.array(anyChoice, { minLength: aRun, maxLength: aRun }), (versions, draft, choices) => {
        let play = aPlay(versions, draft);
        try {
          for (const choice of choices) {
            if (isOver(play) && choice.what % 6 === 0) {
              ended(play);
              play = aPlay(versions, draft);
            }
            turn(play, choice, seen);
            given++;
          }
          ended(play);
        } catch (broken) {
          throw told(broken, play);
        }
      }),
      { numRuns: runs, ...by },
    );
  };
  played(Math.ceil(commands / aRun), seed);
  // Some acts need much to have come before them: chance is given a little longer where it has left one out.
  const missing = () => Object.keys(rules).filter((type) => !seen.has(type));
  for (let more = 0; more < 20 && missing().length > 0; more++) played(50, {});
  expect(given).toBeGreaterThanOrEqual(commands);
  expect(requestStatuses.filter((status) => !seen.has(status))).toEqual([]);
  expect(missing()).toEqual([]);
});

function turn(play: Play, choice: Choice, seen: Set<string>): void {
  const { who, act } = actOf(choice, play);
  if (act.type === "goOn") raiseQuotas(play);
  const given = give(play, who, act);
  permissionHolds(who, given);
  if (choice.more === 7) shownHolds(who, play, given);
  if (given.refusals.length > 0) return;
  seen.add(act.type).add(statusOf(play.target));
  separationHolds(play, given);
  steeringHolds(given);
  statusHolds(play, given);
  onceHolds(play, given);
  quotasHold(play);
  if (given.events.some(({ type }) => type.startsWith("movement.")) || given.events.some(({ type }) => type === "permit.amended")) quantityHolds(play);
}

function ended(play: Play): void {
  if (play.events.length % 2 === 0) replayHolds(play);
  clocksHold(play);
  somebodyGoesOn(play);
}

/** Ended, and now and then also one that goes on. */
function isOver({ target }: Play): boolean {
  return !["draft", "submitted", "in-review", "returned", "approved", "permitted"].includes(statusOf(target));
}
