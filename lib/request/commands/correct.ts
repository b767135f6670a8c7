import { z } from "zod";
import { leads } from "../../access/heads.ts";
import { isPerson, type Context, type Target } from "../context.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import { visibility } from "../visibility.ts";
import { comment } from "./comment.ts";
import { acts, needsStatus, Words } from "./shared.ts";

/** `what` is the entry that is wrong, by its place in the history; `text` says what is right. */
export const Correct = z.strictObject({ type: z.literal("correct"), ...acts, what: z.number().int().positive(), text: Words });

/** Puts right what an entry of the history says, by another entry that names it. Nothing is ever rewritten. */
export const correct: CommandRule<typeof Correct> = {
  schema: Correct,
  permitted: comment.permitted,
  byHead: (_command, _target, { actor, entry }) => isPerson(actor) && entry?.person !== actor.id,
  may: (target) => (live(target) ? [] : needsStatus(target, "submitted")),
  decide({ what, text }, target, context) {
    const { entry } = context;
    if (entry === null) return refused(refusal("unknownEntry", { entry: what }, "what"));
    const against = entryAgainst(entry, target, context);
    return against.length > 0 ? refused(...against) : { events: [{ type: "entry.corrected", data: { entry: what, of: entry.type, text: said(text) } }] };
  },
};

/** An entry is corrected by whoever made it, or by the head of a desk of the case. What was said to a few is put right in the same place, by another message. */
function entryAgainst(entry: NonNullable<Context["entry"]>, target: Target, { actor }: Context): Refusal[] {
  const desks = live(target)?.steps.map(({ desk }) => desk) ?? [];
  const own = isPerson(actor) && entry.person === actor.id;
  return [
    ...(visibility[entry.type].event === "both sides" ? [] : [refusal("notCorrectable", {}, "what")]),
    ...(own || leads(actor, ...desks) ? [] : [refusal("notYourEntry", {}, "what")]),
  ];
}
