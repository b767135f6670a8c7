import { z } from "zod";
import { amended, amendmentAgainst } from "../amending.ts";
import type { CommandRule } from "../rule.ts";
import { stateIn } from "./assured.ts";
import { FactsChange, Window } from "./draft-fields.ts";
import { acts, Amount, asParty, Words } from "./shared.ts";

export const Amend = z.strictObject({
  type: z.literal("amend"),
  ...acts,
  facts: FactsChange.optional(),
  window: Window.optional(),
  limit: Amount.optional(),
  claims: z.array(z.string().max(80)).max(50).optional(),
  reason: Words,
});

/** Asks for a change of what was approved, by difference; until it is decided the permit holds under its old terms. */
export const amend: CommandRule<typeof Amend> = {
  schema: Amend,
  permitted: (target, context) => asParty("request.own", target, context),
  may: amendmentAgainst,
  decide: (command, target, context) => amended("amendment", command, stateIn(target), context),
};
