import { expect, test } from "vitest";
import type { Actor } from "../../../lib/access/actor.ts";
import { type CommandType, ruleFor, rules } from "../../../lib/request/command.ts";
import { type RequestStatus, requestStatuses } from "../../../lib/request/state.ts";
import { aCase, aContext, aPerson, after, approved, type Case, endorsed, give, grant, people, ready, submitted } from "./builders.ts";

const worker: Actor = { kind: "worker" };

/** A case in each status, each reached by commands alone. */
const reached: Readonly<Record<RequestStatus, () => Case>> = {
  draft: aCase,
  submitted,
  "in-review": endorsed,
  returned: () => after(endorsed(), [people.biosafety, { type: "return", step: "biosafety", questions: [{ text: "How many?" }] }]),
  approved: () => heldBack(),
  permitted: ready,
  closed: () => after(ready(), [people.requester, { type: "close" }]),
  rejected: () => after(endorsed(), [people.biosafety, { type: "reject", step: "biosafety", reasons: [{ code: "risk", text: "No cabinet." }] }]),
  withdrawn: () => after(submitted(), [people.requester, { type: "withdraw", reason: "Not needed." }]),
  expired: () => expired(),
  revoked: () => after(ready(), [people.signOff, { type: "revoke", reason: "Seal broken." }]),
};

/** A case never changes, so each is played once. */
function inStatus(status: RequestStatus): Case {
  return (played[status] ??= reached[status]());
}
const played: Partial<Record<RequestStatus, Case>> = {};

const cast: readonly (readonly [letter: string, who: string, actor: Actor])[] = [
  ["R", "the requester", people.requester],
  ["T", "somebody of the team, who also staffs a desk of the case", people.teammate],
  ["E", "the endorser whom the request names", people.pi],
  ["D", "an officer of a desk of the case", people.biosafety],
  ["L", "the lead of a desk of the case", people.signOff],
  ["H", "the head of a desk whose step is open", aPerson("heads", ["smu.endorsement", "hku.biosafety"].map((id) => ["desk-lead", { kind: "desk", id }] as const))],
  ["C", "an officer of the permit’s control point", aPerson("officer", [["control-point-officer", { kind: "desk", id: "hkia" }]], "hkia")],
  ["A", "an auditor", people.auditor],
  ["O", "a researcher who has no part in it", people.stranger],
  ["S", "the system; `expire` the day after the last, `issuePermit` once another request of the dossier has come as far as this one waited for", worker],
];

test.each(requestStatuses)("a request can come to be %s", (status) => {
  const { target } = inStatus(status);
  expect(target.at === "draft" ? "draft" : target.state.status).toBe(status);
});

test("who may do what, in which status, is as docs/lifecycle.md prints it", async () => {
  await expect(page()).toMatchFileSnapshot("../../../docs/lifecycle.md");
});

test("an auditor and somebody who has no part in a request can change nothing of it", () => {
  for (const actor of [people.auditor, people.stranger]) {
    for (const status of requestStatuses) for (const command of commands) expect(`${status} ${command} ${mayGive(command, status, actor)}`).toBe(`${status} ${command} false`);
  }
});

test("what is over stays over: nobody decides, moves, withdraws or resubmits", () => {
  const over = ["closed", "rejected", "withdrawn", "expired", "revoked"] as const;
  const changing = commands.filter((command) => command !== "comment" && command !== "correct" && command !== "appeal" && command !== "recordRequirement" && command !== "attachDocument");
  for (const status of over) for (const command of changing) expect(`${status} ${command} ${who(command, status)}`).toBe(`${status} ${command} `);
});

const commands = Object.keys(rules) as CommandType[];

function who(command: CommandType, status: RequestStatus): string {
  return cast.filter(([, , actor]) => mayGive(command, status, actor)).map(([letter]) => letter).join("");
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

/** Everything is there but another request that it waits for. */
function heldBack(): Case {
  const waits = [{ dossier: "d", request: "r", number: "CW-2", until: "approved", step: null, standing: "open" }] as const;
  return ["cn-special-goods-permit", "hk-biological-import-599a", "cn-hgr-scope-determination"].reduce((so, id) => {
    const next = give(so, people.requester, grant(id), { waits });
    if ("refusals" in next) throw new Error(JSON.stringify(next.refusals));
    return next;
  }, approved());
}

function expired(): Case {
  const outcome = give(ready(), worker, { type: "expire" }, { now: "2027-01-01T02:00:00.000Z", today: "2027-01-01" });
  if ("refusals" in outcome) throw new Error(JSON.stringify(outcome.refusals));
  return outcome;
}

function page(): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    "# Lifecycle",
    "",
    "Who may give which command in which status. The tests print this page from the rules themselves (`tests/rules/request/lifecycle.test.ts`) and fail when it differs;",
    "`npx vitest run --project rules -u tests/rules/request/lifecycle.test.ts` prints it anew. The case is a serum sample from Guangzhou to Hong Kong; in review its reviews are open.",
    "",
    ...cast.map(([letter, meaning]) => `- **${letter}** ${meaning}`),
    "",
    row(["command", ...requestStatuses]),
    row(["---", ...requestStatuses.map(() => "---")]),
    ...commands.map((command) => row([`\`${command}\``, ...requestStatuses.map((status) => who(command, status) || "·")])),
    "",
  ].join("\n");
}
