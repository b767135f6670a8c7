import { expect, test } from "vitest";
import type { Actor } from "../../../lib/access/actor.ts";
import { type CommandType, ruleFor, rules } from "../../../lib/request/command.ts";
import { type RequestStatus, requestStatuses } from "../../../lib/request/state.ts";
import { aContext, type Case, people } from "../request/builders.ts";
import { cast, reached } from "./cases.ts";

/** A case never changes, so each is played once. */
function inStatus(status: RequestStatus): Case {
  return (played[status] ??= reached[status].case());
}
const played: Partial<Record<RequestStatus, Case>> = {};

test.each(requestStatuses)("a request can come to be %s", (status) => {
  const { target } = inStatus(status);
  expect(target.at === "draft" ? "draft" : target.state.status).toBe(status);
});

test("an auditor and somebody who has no part in a request can change nothing of it; the auditor can only have it kept", () => {
  for (const actor of [people.auditor, people.stranger]) {
    for (const status of requestStatuses) for (const command of commands.filter((one) => one !== "placeHold" && one !== "liftHold")) expect(`${status} ${command} ${mayGive(command, status, actor)}`).toBe(`${status} ${command} false`);
  }
});

test("what is over stays over: nobody decides, moves, withdraws or resubmits; what is erased or kept changes nothing of what was decided", () => {
  const over = ["closed", "rejected", "withdrawn", "expired", "revoked"] as const;
  const changing = commands.filter((command) => command !== "comment" && command !== "correct" && command !== "appeal" && command !== "recordRequirement" && command !== "attachDocument" && command !== "erase" && command !== "placeHold");
  for (const status of over) for (const command of changing) expect(`${status} ${command} ${who(command, status)}`).toBe(`${status} ${command} `);
});

const commands = Object.keys(rules) as CommandType[];

function who(command: CommandType, status: RequestStatus): string {
  return cast.filter(({ actor }) => mayGive(command, status, actor)).map(({ letter }) => letter).join("");
}

function mayGive(command: CommandType, status: RequestStatus, actor: Actor): boolean {
  const { target } = inStatus(status);
  const later = command === "expire" ? { now: "2027-01-01T02:00:00.000Z", today: "2027-01-01" } : {};
  const context = aContext(actor, { checkpoints: [{ desk: "hkia", controlPoints: ["hkia"] }], ...later });
  const rule = ruleFor(command);
  const atStep = "step" in rules[command].schema.shape;
  const steps = atStep && target.at === "live" ? target.state.steps.map(({ id }) => id) : [undefined];
  return steps.some((step) => rule.permitted(target, context, step) && rule.may(target, context, step).length === 0);
}
