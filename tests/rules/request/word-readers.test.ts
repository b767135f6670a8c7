import { expect, test } from "vitest";
import { sealWords } from "../../../lib/audit/seal-words.ts";
import type { Context } from "../../../lib/request/context.ts";
import type { RequestEvent } from "../../../lib/request/events.ts";
import { readersOfWords } from "../../../lib/request/word-readers.ts";
import { aStep, aWorkflow, caseOf, lead as leads, officer, submit } from "../patterns/play.ts";
import { aPerson, after, type Case, endorsed, give, must, outcomeOf, people, requestId, stateOf } from "./builders.ts";

/* Who may read the words of an entry is worked out anew from the history; it is what the command said. */

const lead = aPerson("lead", [["desk-lead", { kind: "desk", id: "hku.biosafety" }]], "hku");
const second = aPerson("second", [["desk-officer", { kind: "desk", id: "hku.biosafety" }]], "hku");
const step = { step: "biosafety" } as const;
const held = () => after(endorsed(), [people.biosafety, { type: "claim", ...step }]);
const referred = () => must(give(endorsed(), people.biosafety, { type: "refer", ...step, to: second.id, question: "Which level?" }, { named: second }));
const referral = () => stateOf(referred()).steps.flatMap(({ referrals }) => referrals)[0]?.id;
const board = aWorkflow([aStep("ethics", { mode: { vote: { present: 3, carries: "majority", veto: false, casting: false } } })]);
const voting = (...recused: string[]): Case => {
  const played = caseOf(board).play(submit, ...recused.map((one) => [officer(one), { type: "recuse", step: "ethics", reason: "My sister." }] as const));
  return { events: [], target: { at: "live", state: played.state() } };
};

type Told = readonly [by: Context["actor"], act: object, so?: () => Case, change?: Partial<Context>];
const entries: Readonly<Record<string, Told>> = {
  "a comment to everybody": [people.requester, { type: "comment", audience: "requester", text: "So." }],
  "one among desks": [people.biosafety, { type: "comment", audience: "desks", text: "So." }],
  "one on a side": [people.biosafety, { type: "comment", audience: "side", text: "So." }],
  "a reviewer": [lead, { type: "addReviewer", ...step, to: second.id, reason: "Both." }, held, { named: second }],
  "a question to an adviser": [people.biosafety, { type: "refer", ...step, to: second.id, question: "Which level?" }, endorsed, { named: second }],
  "advice": [second, { type: "advise", ...step, referral: referral(), recommends: "yes", text: "Level 2." }, referred],
  "an assignment": [lead, { type: "assign", ...step, to: second.id, keepWork: true, reason: "Her field." }, held, { named: second }],
  "a step handed on": [people.biosafety, { type: "delegate", ...step, to: second.id, reason: "Away." }, held, { named: second }],
  "a step given back": [people.biosafety, { type: "release", ...step, reason: "Too much." }, held],
  "a hold": [people.auditor, { type: "placeHold", authority: "Court 7", reason: "Case 12." }],
  "its end": [people.auditor, { type: "liftHold", reason: "Over." }, () => after(endorsed(), [people.auditor, { type: "placeHold", authority: "Court 7", reason: "Case 12." }])],
  "a vote": [officer("ethics"), { type: "vote", step: "ethics", vote: "for", casting: false, text: "Yes." }, () => voting()],
  "standing aside": [officer("ethics"), { type: "recuse", step: "ethics", reason: "My sister." }, () => voting()],
  "somebody named in another’s place": [leads("ethics-9"), { type: "nameSubstitute", step: "ethics", to: "x", reason: "She is away." }, () => voting("ethics"), { named: officer("ethics-7") }],
  "a withdrawal": [people.requester, { type: "withdraw", reason: "No." }],
};

test.each(Object.entries(entries))("of %s", (_, [by, act, so = endorsed, change = {}]) => {
  const before = so();
  const given = act as Parameters<typeof give>[2];
  const outcome = outcomeOf(before, by, given, change);
  const event = must(give(before, by, given, change)).events[before.events.length];
  if (!("events" in outcome) || !outcome.events[0] || !event) throw new Error(JSON.stringify(outcome));
  const { words } = sealWords(outcome.events[0], () => "00");
  expect(words.length).toBeGreaterThan(0);
  for (const { readers } of words) expect(readers?.toSorted() ?? null).toEqual(readersOfWords(event, stateOf(before))?.toSorted() ?? null);
});

test("what nobody wrote is read by the desks alone", () => {
  const event: RequestEvent = { type: "hold.lifted", data: { reason: { digest: "" } }, request: requestId, seq: 9, at: "", actor: { system: true } };
  expect(readersOfWords(event, stateOf(endorsed()))?.filter((reader) => reader.startsWith("person:"))).toEqual(["person:"]);
});
