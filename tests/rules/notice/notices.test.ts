import { describe, expect, test } from "vitest";
import type { EventType, RequestEvent } from "../../../lib/request/events.ts";
import { replay } from "../../../lib/request/evolve.ts";
import { maySee } from "../../../lib/request/visibility.ts";
import { noticesFor } from "../../../lib/notice/notices.ts";
import { recipients } from "../../../lib/notice/recipients.ts";
import { aCase, after, approved, type Case, endorsed, grant, move, people, permitted, ready, reviewed, submitted, today } from "../request/builders.ts";

const staff: Readonly<Record<string, readonly string[]>> = {
  "smu.endorsement": [people.head.id],
  "hku.biosafety": [people.biosafety.id],
  "smu.ethics": [people.ethics.id, people.both.id],
  "smu.sign-off": [people.signOff.id, people.teammate.id, people.both.id],
  "hku.acceptance": [people.acceptance.id],
};

/** Who is told of the events of a command, by the types of the events: `name code`. */
function toldOf(before: Case, actor: (typeof people)[keyof typeof people] | { readonly kind: "worker" }, act: Parameters<typeof after>[1][1]): string[] {
  const so = after(before, [actor, act]);
  return so.events.slice(before.events.length).flatMap((event) => toldAt(so.events, event));
}

function toldAt(events: readonly RequestEvent[], event: RequestEvent): string[] {
  const state = replay(events.slice(0, event.seq));
  if (state.status === "none") throw new Error("nothing was submitted");
  const notices = noticesFor(event, replay(events.slice(0, event.seq - 1)), state);
  return recipients(event, notices, state, { staffOf: (desk) => staff[desk] ?? [] }).map(({ person, notice }) => `${person.replace("person-", "")} ${notice.code}`);
}

/** The same with somebody standing in, everywhere, for one of them: `name code` and, after an arrow, for whom. */
function toldWithStandIn(so: Case, away: string, standIn: string): string[] {
  const event = so.events.findLast(({ type }) => type === "request.submitted" || type === "step.approved");
  const state = replay(so.events.slice(0, event?.seq));
  if (state.status === "none" || !event) throw new Error("nothing was submitted");
  const standInsOf = (person: string) => (person === away ? [standIn] : []);
  return recipients(event, noticesFor(event, replay(so.events.slice(0, event.seq - 1)), state), state, { staffOf: (desk) => staff[desk] ?? [], standInsOf }).map(({ person, notice, standsInFor }) => [person.replace("person-", ""), notice.code, ...(standsInFor === undefined ? [] : [`for ${standsInFor.replace("person-", "")}`])].join(" "));
}

describe("whoever stands in is told what the one who is away is told", () => {
  test("at their desk, beside them", () => {
    expect(toldWithStandIn(endorsed(), people.ethics.id, "person-locum")).toEqual(["biosafety yourStep", "ethics yourStep", "both yourStep", "locum yourStep for ethics"]);
  });
  test("once, and in their own name where they are of the desk themselves", () => {
    expect(toldWithStandIn(endorsed(), people.ethics.id, people.both.id)).toEqual(["biosafety yourStep", "ethics yourStep", "both yourStep"]);
  });
  test("but not of a step that they may not decide: the requester, the team, whoever decided another", () => {
    for (const standIn of [people.requester, people.teammate, people.pi]) expect(toldWithStandIn(endorsed(), people.ethics.id, standIn.id)).toEqual(["biosafety yourStep", "ethics yourStep", "both yourStep"]);
  });
  test("and not in the place of an endorser, who was named in person", () => {
    expect(toldWithStandIn(submitted(), people.pi.id, "person-locum")).toEqual(["pi yourStep"]);
  });
});

const returned = () => after(endorsed(), [people.biosafety, { type: "return", step: "biosafety", questions: [{ text: "How many?" }] }]);
const comment = (audience: string) => ({ type: "comment", audience, text: "Seen." }) as const;

describe("whoever's move it has become is told, and so is whoever waited for it", () => {
  test.each<[string, () => string[], string[]]>([
    ["a submission goes to the endorser who was named", () => toldOf(aCase(), people.requester, { type: "submit" }), ["pi yourStep"]],
    ["an endorsement goes to the desks that review next", () => toldOf(submitted(), people.pi, { type: "approve", step: "endorsement" }), ["biosafety yourStep", "ethics yourStep", "both yourStep"]],
    ["a step that leaves others open is told to nobody", () => toldOf(endorsed(), people.biosafety, { type: "approve", step: "biosafety" }), []],
    ["conditions are told to the requester and the team", () => toldOf(endorsed(), people.biosafety, { type: "approveWithConditions", step: "biosafety", conditions: [{ text: "On ice." }] }), ["requester conditions", "teammate conditions"]],
    ["a review's end goes to both institutions", () => toldOf(after(endorsed(), [people.biosafety, { type: "approve", step: "biosafety" }]), people.ethics, { type: "approve", step: "ethics" }), ["sign-off yourStep", "both yourStep", "acceptance yourStep"]],
    ["a return is told to the requester and the team", () => toldOf(endorsed(), people.biosafety, { type: "return", step: "biosafety", questions: [{ text: "How many?" }] }), ["requester returned", "teammate returned"]],
    ["an answered return goes back to whoever asked", () => toldOf(returned(), people.requester, { type: "resubmit", answers: [{ question: "1", text: "Thirty." }] }), ["biosafety yourStep"]],
    ["an approval that still waits for papers is told to the requester", () => toldOf(after(reviewed(), [people.signOff, { type: "approve", step: "sign-off" }]), people.acceptance, { type: "approve", step: "acceptance" }), ["requester approved", "teammate approved"]],
    ["a rejection is told to the requester, the team and the endorser, and to the desks that need not go on", () => toldOf(endorsed(), people.biosafety, { type: "reject", step: "biosafety", reasons: [{ code: "incomplete", text: "No." }] }), ["requester rejected", "teammate rejected", "pi rejected", "ethics stopped", "both stopped"]],
    ["a withdrawal is told to whoever was deciding, the team and the endorser", () => toldOf(endorsed(), people.requester, { type: "withdraw", reason: "Not needed." }), ["biosafety withdrawn", "ethics withdrawn", "both withdrawn", "teammate withdrawn", "pi withdrawn"]],
    ["a filing is told to nobody", () => toldOf(approved(), people.requester, { ...grant("cn-special-goods-permit"), outcome: "filed" }), []],
    ["a refusal by an authority is told to whoever did not record it", () => toldOf(approved(), people.requester, { ...grant("cn-special-goods-permit"), outcome: "refused" }), ["teammate requirementRefused"]],
    ["a permit is told to the requester, the team, the endorser and the host's desks", () => toldOf(after(approved(), ...["cn-special-goods-permit", "hk-biological-import-599a"].map((id) => [people.requester, grant(id)] as const)), people.teammate, grant("cn-hgr-scope-determination")), ["requester permit", "pi permit", "biosafety permit", "acceptance permit"]],
    ["a crossing is told to the team and to the host's desks", () => toldOf(ready(), people.requester, move("5")), ["teammate crossing", "biosafety crossing", "acceptance crossing"]],
    ["a revocation is told to everybody of the case", () => toldOf(permitted(), people.signOff, { type: "revoke", reason: "Recalled." }), ["requester revoked", "teammate revoked", "pi revoked", "head revoked", "biosafety revoked", "ethics revoked", "both revoked", "acceptance revoked"]],
    ["a closing is told to the team", () => toldOf(permitted(), people.requester, { type: "close" }), ["teammate closed"]],
    ["talk with the requester goes to them, the team and the desks that have it", () => toldOf(endorsed(), people.biosafety, comment("requester")), ["requester comment", "teammate comment", "ethics comment", "both comment"]],
    ["talk among desks goes to desks alone", () => toldOf(endorsed(), people.biosafety, comment("desks")), ["ethics comment", "both comment"]],
    ["a side's notes are told to nobody of the other", () => toldOf(reviewed(), people.biosafety, comment("side")), ["acceptance comment"]],
  ])("%s", (_, told, expected) => expect(told()).toEqual(expected));
});

test("expiry is told to the requester and the team", () => {
  const so = permitted();
  const event: RequestEvent = { type: "permit.expired", data: {}, request: so.events[0]?.request ?? "", seq: so.events.length + 1, at: `${today}T09:00:00.000Z`, actor: { system: true } };
  expect(toldAt([...so.events, event], event)).toEqual(["requester expired", "teammate expired"]);
});

test("nobody is told what they may not see, whatever the type of event", () => {
  const cases = [returned(), after(ready(), [people.requester, move("5")]), after(reviewed(), [people.biosafety, comment("side")], [people.signOff, comment("side")], [people.acceptance, comment("desks")], [people.requester, comment("requester")])];
  const seen = new Set<EventType>();
  for (const { events } of cases) {
    for (const event of events) {
      seen.add(event.type);
      const state = replay(events.slice(0, event.seq));
      if (state.status === "none") continue;
      for (const { to } of noticesFor(event, replay(events.slice(0, event.seq - 1)), state)) {
        expect(maySee(event, { auditor: false, isAuthor: false, desk: to.as === "desk", desks: to.as === "desk" ? [to.desk] : [], sides: to.as === "desk" ? [to.side] : [] })).toBe(true);
      }
    }
  }
  expect([...seen]).toEqual(expect.arrayContaining(["comment.added", "request.returned", "movement.recorded"]));
});

test("a step is not put to those of its desk who may not decide it", () => {
  const so = after(endorsed(), [people.biosafety, { type: "approve", step: "biosafety" }], [people.both, { type: "approve", step: "ethics" }]);
  const event = so.events.at(-1);
  expect(event && toldAt(so.events, event)).toEqual(["sign-off yourStep", "acceptance yourStep"]);
});
