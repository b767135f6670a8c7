import { z } from "zod";
import { kindDefinition } from "../../kind/registry.ts";
import type { FactValue } from "../../policy/condition.ts";
import { Kind } from "../../policy/pack.ts";
import { readableFacts } from "../answers.ts";
import { beganUnder } from "../began.ts";
import type { Context } from "../context.ts";
import type { Draft } from "../draft.ts";
import { mergeFacts, withoutNulls, withTotals } from "../merge-facts.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { refused, type CommandRule } from "../rule.ts";
import { termsFor } from "../terms.ts";
import { dateRefusals, draftFields, factRefusals, limitRefusals, OrganisationName, warningsOf } from "./draft-fields.ts";
import { acts, asParty, Id, needsStatus } from "./shared.ts";

export const SaveDraft = z.strictObject({
  type: z.literal("saveDraft"),
  ...acts,
  /** The version the changes were made on; another one since then is a conflict, never overwritten. */
  version: z.number().int().nonnegative().optional(),
  /** Another kind keeps what both kinds ask; its forms, terms and rules follow. */
  kind: Kind.optional(),
  ...draftFields,
  host: OrganisationName.nullable().optional(),
  team: z.array(Id).max(50).optional(),
});
type SaveDraft = z.infer<typeof SaveDraft>;

/** Saves what was typed: facts are merged, null removes one, answers to hidden questions are dropped. */
export const saveDraft: CommandRule<typeof SaveDraft> = {
  schema: SaveDraft,
  permitted: (target, context) => asParty("request.own", target, context),
  may: (target) => needsStatus(target, "draft"),
  decide(command, target, context) {
    if (target.at !== "draft") return refused(...needsStatus(target, "draft"));
    const draft = ofKind(target.draft, command.kind ?? target.draft.kind, context);
    const given = withoutNulls(command.facts ?? {});
    const merged = mergeFacts(draft.facts, command.facts ?? {});
    const lines = readLines(draft, command);
    const refusals: Refusal[] = [
      ...(command.version !== undefined && command.version !== draft.version ? [refusal("versionConflict", { version: draft.version })] : []),
      ...factRefusals(draft.kind, command.facts ?? {}),
      ...dateRefusals(given, draft.facts, context.today),
      ...limitRefusals(draft.kind, command.limit),
      ...(typeof command.host === "string" && context.host === null ? [refusal("unknownOrganisation", { organisation: command.host }, "host")] : []),
      ...lines.refusals,
    ];
    if (refusals.length > 0) return refused(...refusals);
    const next: Draft = {
      ...draft,
      title: command.title ?? draft.title,
      facts: readableFacts(draft.kind, withTotals(draft.kind, merged, lines.facts), null, context.rates),
      lines: lines.lines,
      claims: command.claims ? [...new Set(command.claims)] : draft.claims,
      host: command.host === undefined ? draft.host : nameHost(context),
      endorser: command.endorser === undefined ? draft.endorser : command.endorser || null,
      window: command.window === undefined ? draft.window : command.window,
      limit: command.limit === undefined ? draft.limit : command.limit,
      team: command.team ? [...new Set(command.team)] : draft.team,
      version: draft.version + 1,
      updatedAt: context.now,
    };
    return { draft: next, warnings: warningsOf(next, context) };
  },
};

/** A draft as one of another kind: lines, unit and accepted terms stay only where the new kind has them too. */
function ofKind(draft: Draft, kind: Kind, context: Context): Draft {
  if (kind === draft.kind) return draft;
  const terms = new Set(termsFor(kind).map(({ id }) => id));
  const limit = draft.limit && kindDefinition(kind).units.includes(draft.limit.unit) ? draft.limit : null;
  const { kind: _, ...facts } = draft.facts;
  return { ...draft, kind, facts, lines: [], limit, terms: draft.terms.filter(({ id }) => terms.has(id)), began: beganUnder(kind, context) };
}

export function nameHost({ host }: Pick<Context, "host">): Draft["host"] {
  if (host === null) return null;
  return "organisation" in host ? { organisation: host.organisation } : { ror: host.ror };
}

/** Lines are counted for the requester: their totals are facts. */
export function readLines(draft: Pick<Draft, "kind" | "lines">, { lines }: { readonly lines?: readonly unknown[] }): { lines: readonly unknown[]; facts: Record<string, FactValue>; refusals: Refusal[] } {
  const table = kindDefinition(draft.kind).lines;
  if (lines === undefined || table === null) return { lines: draft.lines, facts: {}, refusals: [] };
  const { lines: read, facts, problems } = table.read(lines);
  return { lines: read, facts: { ...facts }, refusals: problems.map(({ line, cell, code, expected }) => refusal("wrongValue", { fact: cell, problem: code, expected, line: line + 1 }, `lines.${line}.${cell}`)) };
}
