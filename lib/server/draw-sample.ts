import { mostInPopulation, populationFor } from "../../db/queries/audit-population.ts";
import type { PersonActor } from "../access/actor.ts";
import { draw, type Drawn } from "../audit/sampling/draw.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import type { DrawnCase } from "../working-paper/open.ts";
import type { PaperQuestion, SampleAsked } from "../working-paper/question.ts";
import { auditScopes } from "../working-paper/scope.ts";
import { type AskedWrongly, readAsked } from "./audit-ask.ts";
import { newSeed } from "./new-seed.ts";
import { questionRefusals } from "./question-problem.ts";

export type SampleOf = { readonly question: PaperQuestion; readonly sample: SampleAsked; readonly scope?: string | undefined };
export type DrawnSample = { readonly seed: string; readonly scope: string; readonly drawn: Drawn<DrawnCase> };

/** Why nothing was drawn; `problems` are those of the question by themselves, where it cannot be read. */
export type NotDrawn = { readonly seed: string; readonly scope: string; readonly refusals: readonly Refusal[]; readonly problems?: readonly AskedWrongly[] };

/** Draws from the requests that match an auditor's question, as they stand now; null for whoever audits nothing. */
export async function drawSample(actor: PersonActor, { question, sample, scope: named }: SampleOf): Promise<DrawnSample | NotDrawn | null> {
  const scopes = auditScopes(actor);
  const scope = named ?? scopes[0];
  if (scope === undefined) return null;
  const seed = sample.seed ?? newSeed();
  if (!scopes.includes(scope) && scopes[0] !== "all") return { seed, scope, refusals: [refusal("unknownScope", {}, "scope")] };
  const read = await readAsked(actor, Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)));
  if ("problems" in read) return { seed, scope, refusals: questionRefusals(read.problems, actor.language, "question"), problems: read.problems };
  const population = await populationFor(actor, { question: read.asked, scope, by: sample.by ?? [] });
  if (population === null) return { seed, scope, refusals: [refusal("populationTooLarge", { most: mostInPopulation }, "question")] };
  const drawn = draw(population, { size: sample.size, seed, atLeastOne: sample.atLeastOne ?? false });
  return "refusals" in drawn ? { seed, scope, refusals: drawn.refusals } : { seed, scope, drawn };
}
