import { z } from "zod";
import { dayOf } from "../../calendar/day.ts";
import { addWorkingDays } from "../../calendar/working-days.ts";
import { appealDesk, daysToAppeal, daysToDecide } from "../../workflow/appeal.ts";
import { calendarsOf, sideOf } from "../../workflow/desk-at.ts";
import { isPerson, type Context } from "../context.ts";
import { refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import type { LiveState } from "../state.ts";
import { acts, asParty, needsStatus, Words } from "./shared.ts";

export const Appeal = z.strictObject({ type: z.literal("appeal"), ...acts, reason: Words });

/** Asks for a second look at a rejection by people who took no part in it. The first decision stands in the history, whatever comes of it. */
export const appeal: CommandRule<typeof Appeal> = {
  schema: Appeal,
  permitted: (target, context) => asParty("request.own", target, context),
  may(target, context) {
    const wrong = needsStatus(target, "rejected");
    const state = live(target);
    if (!state || wrong.length > 0) return wrong;
    const { actor, today } = context;
    const until = appealableUntil(state, context);
    return [
      ...(isPerson(actor) && state.requester === actor.id ? [] : [refusal("notRequester")]),
      ...(state.appeal?.outcome === "upheld" ? [refusal("appealedAlready")] : []),
      ...(until !== null && today > until ? [refusal("appealTooLate", { day: until })] : []),
    ];
  },
  decide(command, target, context) {
    const state = live(target);
    if (!state?.rejection) return refused(...needsStatus(target, "rejected"));
    const against = state.steps.find(({ id }) => id === state.rejection?.step);
    const desk = appealDesk(context.desks, against?.desk ?? "", tookPart(state));
    if (!desk) return refused(refusal("noAppealDesk"));
    const { facts } = context.answers;
    const side = sideOf(desk, { home: state.home, host: "organisation" in state.host ? state.host : null, endorser: state.endorser }, facts);
    const calendars = calendarsOf(side, state.corridor.from.jurisdiction, state.corridor.to.jurisdiction);
    return { events: [{ type: "request.appealed", data: { reason: said(command.reason), against: state.rejection.step, desk: desk.id, side, clock: { workingDays: daysToDecide, pausedWhileReturned: true, calendars } } }] };
  },
};

/** The last day on which a rejection can be appealed, in working days of the home institution's place. */
export function appealableUntil({ rejection, home }: Pick<LiveState, "rejection" | "home">, { workflow }: Pick<Context, "workflow">): string | null {
  return rejection && addWorkingDays(dayOf(rejection.at), workflow?.definition.appeal?.workingDays ?? daysToAppeal, [home.jurisdiction]);
}

/** Everybody who had a part in the request: its people, who advised on it, and who decided a step of it in any round, or for whom. */
export function tookPart({ requester, team, endorser, advisers, deciders }: LiveState): string[] {
  return [requester, endorser, ...team, ...advisers, ...deciders.flatMap(({ person, for: other }) => [person, other])].filter((person) => typeof person === "string");
}
