import { z } from "zod";
import { readersFor } from "../../access/subjects.ts";
import { refusal } from "../refusal.ts";
import { refused, said, type CommandRule } from "../rule.ts";
import { personIn, stateIn } from "./assured.ts";
import { steeringAgainst } from "./head.ts";
import { refusalsForOfficer } from "./officer.ts";
import { acts, always, asHead, PersonNamed, StepId, Words } from "./shared.ts";
import { atOpenStep, membersVote, stepOf } from "./step.ts";

/** `to` is an officer of the desk, by id or e-mail. `keepWork` false drops what whoever has it now had begun. */
export const Assign = z.strictObject({ type: z.literal("assign"), ...acts, step: StepId, to: PersonNamed, keepWork: z.union([z.boolean(), z.enum(["true", "false"]).transform((text) => text === "true")]).default(true), reason: Words.optional() });

/** The head of a desk puts a step into an officer's hands, out of the queue or out of a colleague's. */
export const assign: CommandRule<typeof Assign> = {
  schema: Assign,
  permitted: (target, context, id) => asHead(target, context, id),
  byHead: always,
  may: (target, context, id) => atOpenStep(target, id, (step, state) => [...membersVote(step), ...steeringAgainst(step, state, target, context)]),
  decide({ step: id, keepWork, reason }, target, { actor, named }) {
    const state = stateIn(target);
    const step = stepOf(target, id);
    const wrong = refusalsForOfficer(named, step, state);
    if (wrong.length > 0 || named === null) return refused(...wrong);
    if (step.holder?.person === named.id) return refused(refusal("heldAlready", { step: id }, "to"));
    const readers = readersFor("desks", null, state, personIn({ actor }));
    return { events: [{ type: "step.assigned", data: { step: id, round: step.round, to: named.id, from: step.holder?.person ?? null, keepWork, reason: reason === undefined ? null : said(reason, readers) } }] };
  },
};
