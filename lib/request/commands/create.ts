import { z } from "zod";
import { can } from "../../access/can.ts";
import { Kind } from "../../policy/pack.ts";
import { readableFacts } from "../answers.ts";
import { beganUnder } from "../began.ts";
import { isPerson, type Context } from "../context.ts";
import type { Draft } from "../draft.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { refused, type Outcome } from "../rule.ts";
import { dateRefusals, draftFields, factRefusals, limitRefusals, OrganisationName, warningsOf } from "./draft-fields.ts";
import { withoutNulls, withTotals } from "../merge-facts.ts";
import { nameHost, readLines } from "./save-draft.ts";
import { Id } from "./shared.ts";

export const Create = z.strictObject({
  id: Id.optional(),
  kind: Kind,
  ...draftFields,
  parties: z.strictObject({ home: OrganisationName, host: OrganisationName.optional() }).optional(),
});
export type Create = z.infer<typeof Create>;

/** Begins a draft. The home institution is the requester's own unless they act for another that let them. */
export function create(command: Create, { id, number }: { readonly id: string; readonly number: string }, context: Context): Outcome {
  const { actor, home, now, today } = context;
  if (!isPerson(actor)) return refused(refusal("notPermitted"));
  if (home === null) return refused(refusal("unknownOrganisation", { organisation: command.parties?.home ?? "" }, "parties.home"));
  if (!can(actor, "request.create", { organisations: [home.organisation] })) return refused(refusal("notPermitted"));
  if (context.workflow?.definition.closed) return refused(refusal("noWorkflow", { kind: command.kind }, "kind"));
  const given = withoutNulls(command.facts ?? {});
  const lines = readLines({ kind: command.kind, lines: [] }, command);
  const host = command.parties?.host;
  const refusals: Refusal[] = [
    ...factRefusals(command.kind, command.facts ?? {}),
    ...dateRefusals(given, {}, today),
    ...limitRefusals(command.kind, command.limit),
    ...(command.window && command.window.to < today ? [refusal("dateInPast", { day: command.window.to }, "window.to")] : []),
    ...(host !== undefined && context.host === null ? [refusal("unknownOrganisation", { organisation: host }, "parties.host")] : []),
    ...(host !== undefined && context.host !== null && "organisation" in context.host && context.host.organisation === home.organisation ? [refusal("sameParty", {}, "parties.host")] : []),
    ...lines.refusals,
  ];
  if (refusals.length > 0) return refused(...refusals);
  const draft: Draft = {
    id,
    number,
    kind: command.kind,
    version: 1,
    requester: actor.id,
    team: [],
    title: command.title ?? "",
    facts: readableFacts(command.kind, withTotals(command.kind, given, lines.facts), null, context.rates),
    lines: lines.lines,
    claims: [...new Set(command.claims ?? [])],
    home: home.organisation,
    host: host === undefined ? null : nameHost(context),
    endorser: command.endorser || null,
    window: command.window ?? null,
    limit: command.limit ?? null,
    terms: [],
    recorded: [],
    began: beganUnder(command.kind, context),
    createdAt: now,
    updatedAt: now,
  };
  return { draft, warnings: warningsOf(draft, context) };
}
