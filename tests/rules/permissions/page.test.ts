import { expect, test } from "vitest";
import { addDays } from "../../../lib/calendar/day.ts";
import { type CommandType, ruleFor, rules } from "../../../lib/request/command.ts";
import type { Context } from "../../../lib/request/context.ts";
import { type Refusal, type RefusalCode, refusalCodes } from "../../../lib/request/refusal.ts";
import { requestStatuses } from "../../../lib/request/state.ts";
import refusals from "../../../messages/en/refusals.json" with { type: "json" };
import { aContext, type Case, today } from "../request/builders.ts";
import { cast, reached, type Situation, situations } from "./cases.ts";
import { conditions } from "./conditions.ts";

test("who may give which command when, and why not, is as docs/permissions.md prints it", async () => {
  await expect(page()).toMatchFileSnapshot("../../../docs/permissions.md");
});

const commands = Object.keys(rules) as CommandType[];
const all: readonly Situation[] = [...requestStatuses.map((status) => ({ named: status, ...reached[status] })), ...situations];

/** `yes`, the reasons why not, or null where somebody has no such right at all. */
function answer(command: CommandType, so: Case, context: Context): "yes" | readonly RefusalCode[] | null {
  const rule = ruleFor(command);
  const steps = "step" in rules[command].schema.shape && so.target.at === "live" ? so.target.state.steps.map(({ id }) => id) : [undefined];
  const against = steps.filter((step) => rule.permitted(so.target, context, step)).map((step): readonly Refusal[] => rule.may(so.target, context, step));
  // Of several steps the one that most is possible at speaks.
  const [least] = against.toSorted((a, b) => a.length - b.length);
  if (least === undefined) return null;
  return least.length === 0 ? "yes" : [...new Set(least.map(({ code }) => code))];
}

function contextIn({ context }: Situation, actor: Context["actor"], command: CommandType): Context {
  // The day on which the system does by itself what it does: the others act on the day of the case.
  const day = command === "expire" ? "2027-01-01" : command === "tellClock" ? addDays(today, 20) : today;
  return aContext(actor, { checkpoints: [{ desk: "hkia", controlPoints: ["hkia"] }], ...context, today: day, now: `${day}T02:00:00.000Z` });
}

function page(): string {
  const seen = new Set<RefusalCode>();
  const sections = all.flatMap((situation) => section(situation, seen));
  return [
    "# Permissions",
    "",
    "Who may give which command in which state of a request; where somebody may not, why. The tests print this page from the rules themselves (`tests/rules/permissions`) and fail when it differs;",
    "`npx vitest run --project rules tests/rules/permissions -u` prints it anew. The case is a serum sample from Guangzhou to Hong Kong. Generated cases hold besides that nobody changes",
    "anything by a command that is not theirs: the column “who” is written a second time for them, apart from the rules (`tests/rules/proofs/reading.ts`).",
    "",
    "## By what",
    "",
    "A command is had by a role at the desk that it concerns, or by being a party of the request. The roles that read, audit or set up the platform have none of these. A key acts as its person, and only within its scopes.",
    "",
    "- **deciders** of a step: the officers of its desk and whoever stands in for one; the endorser whom the request names, at the endorser’s own step; the officer to whom it was delegated; at a step that is reserved to whoever is asked, that person",
    "- **four eyes**: nobody decides a request of their own or of their team (but the named endorser may, at that step), two steps of one request (but where the workflow keeps steps of one desk together), or a request on which they advised (but at a reserved step). Whoever stands in for a party decides nothing of its request, and what somebody decides in another’s place counts as a decision of both",
    "- **head** of a desk: whoever holds `permit.revoke` for it, which only the role of head gives",
    "- **in nobody else’s hands**: no other officer has it; the head of the desk and whoever stands in for the holder may act all the same",
    "",
    row(["command", "who", "if"]),
    row(["---", "---", "---"]),
    ...commands.map((command) => row([`\`${command}\``, conditions[command].who, conditions[command].if])),
    "",
    "## When",
    "",
    "✓ may. A code is the reason why not at this moment; all are listed under Reasons. · has no such right in this case; the answer is `notPermitted`. Where a command can be given at several steps, the cell is about the step with the fewest reasons against it.",
    "",
    ...cast.map(({ letter, who }) => `- **${letter}** ${who}`),
    "",
    ...sections,
    "## Reasons",
    "",
    row(["code", "as it is said"]),
    row(["---", "---"]),
    ...refusalCodes.filter((code) => seen.has(code)).map((code) => row([`\`${code}\``, refusals[code].replaceAll("|", "\\|")])),
    "",
  ].join("\n");
}

function section(situation: Situation, seen: Set<RefusalCode>): string[] {
  const so = situation.case();
  const told = commands.map((command) => ({ command, answers: cast.map(({ actor }) => answer(command, so, contextIn(situation, actor, command))) }));
  const given = told.filter(({ answers }) => answers.includes("yes"));
  // What nobody may now is one line: mostly a matter of the status alone.
  const shut = told.filter(({ answers }) => !answers.includes("yes"));
  for (const { answers } of given) for (const one of answers) if (one !== null && one !== "yes") for (const code of one) seen.add(code);
  return [
    `### ${situation.named}`,
    "",
    `${situation.told[0]?.toUpperCase()}${situation.told.slice(1)}.`,
    "",
    row(["command", ...cast.map(({ letter }) => letter)]),
    row(["---", ...cast.map(() => "---")]),
    ...given.map(({ command, answers }) => row([`\`${command}\``, ...answers.map(cell)])),
    "",
    `Nobody: ${shut.map(({ command, answers }) => `\`${command}\`${whyNobody(answers, seen)}`).join(", ")}.`,
    "",
  ];
}

function cell(one: ReturnType<typeof answer>): string {
  if (one === null) return "·";
  return one === "yes" ? "✓" : one.join(" ");
}

function whyNobody(answers: readonly ReturnType<typeof answer>[], seen: Set<RefusalCode>): string {
  const codes = [...new Set(answers.flatMap((one) => (one === null || one === "yes" ? [] : one)))];
  for (const code of codes) seen.add(code);
  return codes.length === 0 ? "" : ` (${codes.join(", ")})`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
