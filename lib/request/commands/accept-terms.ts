import { z } from "zod";
import { isPerson } from "../context.ts";
import { refusal } from "../refusal.ts";
import { refused, type CommandRule } from "../rule.ts";
import { underWay } from "../state.ts";
import { acts, asParty, needsStatus } from "./shared.ts";

/** Terms by id (`true-answers`), or by id and version (`true-answers@1`). */
export const AcceptTerms = z.strictObject({ type: z.literal("acceptTerms"), ...acts, terms: z.array(z.string().min(1).max(60)).min(1).max(20) });

/** Accepts terms, each with its version and time. What was accepted before stays accepted. */
export const acceptTerms: CommandRule<typeof AcceptTerms> = {
  schema: AcceptTerms,
  permitted: (target, context) => asParty("request.own", target, context),
  may: (target) => needsStatus(target, "draft", ...underWay),
  decide(command, target, context) {
    const known = new Map(context.terms.flatMap((terms) => [[terms.id, terms], [`${terms.id}@${terms.version}`, terms]] as const));
    const unknown = command.terms.flatMap((name, at) => (known.has(name) ? [] : [refusal("unknownTerms", { terms: name }, `terms.${at}`)]));
    if (unknown.length > 0) return refused(...unknown);
    const accepted = [...new Set(command.terms.flatMap((name) => known.get(name) ?? []))].map(({ id, version }) => ({ id, version }));
    if (target.at === "live") return { events: [{ type: "terms.accepted", data: { terms: accepted } }] };
    const { draft } = target;
    const person = isPerson(context.actor) ? context.actor.id : draft.requester;
    const fresh = accepted.filter((one) => !draft.terms.some((had) => had.id === one.id && had.version === one.version && had.person === person));
    const terms = [...draft.terms, ...fresh.map((one) => ({ ...one, person, at: context.now }))];
    return { draft: { ...draft, terms, version: draft.version + 1, updatedAt: context.now }, warnings: [] };
  },
};
