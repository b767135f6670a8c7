import type { Actor } from "../access/actor.ts";
import type { Drawn } from "../audit/sampling/draw.ts";
import { isPerson } from "../request/context.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { said } from "../request/rule.ts";
import type { OpenPaper } from "./command.ts";
import type { NewPaperHappening } from "./events.ts";
import { questionText } from "./question.ts";
import { audits } from "./scope.ts";

export type DrawnCase = { readonly item: string; readonly number: string; readonly stratum?: string };
type Opening = { readonly actor: Actor; readonly number: string; readonly scope: string; readonly seed: string; readonly drawn: Drawn<DrawnCase> | { readonly refusals: readonly Refusal[] } };

/** Opens a working paper over what was drawn for it: pure. */
export function openPaper(asked: OpenPaper, { actor, number, scope, seed, drawn }: Opening): { readonly event: NewPaperHappening } | { readonly refusals: readonly Refusal[] } {
  if (!isPerson(actor) || !audits(actor, scope)) return { refusals: [refusal("notPermitted")] };
  const { title, question = {}, period, attributes, sample } = asked;
  const refusals = [
    ...(period && period.from > period.to ? [refusal("windowReversed", {}, "period.to")] : []),
    ...attributes.flatMap((name, at) => (attributes.indexOf(name) < at ? [refusal("repeatedAttribute", {}, `attributes.${at}`)] : [])),
    ...("refusals" in drawn ? drawn.refusals.map((one) => ({ ...one, path: `sample.${one.path ?? "size"}` })) : []),
    ...("population" in drawn && asked.population !== undefined && drawn.population.digest !== asked.population ? [refusal("populationChanged", {}, "population")] : []),
  ];
  if (refusals.length > 0 || "refusals" in drawn) return { refusals };
  const { population, strata } = drawn;
  return {
    event: {
      type: "paper.opened",
      data: {
        number,
        title: said(title),
        scope,
        question: said(questionText(question)),
        period: period ?? null,
        sampling: { seed, size: sample.size, by: sample.by ?? [], atLeastOne: sample.atLeastOne ?? false, population, strata: [...strata] },
        attributes: attributes.map((name, at) => ({ id: String(at + 1), name: said(name) })),
        cases: drawn.sample.map(({ item, number: own, stratum }) => ({ request: item, number: own, stratum: stratum ?? null })),
      },
    },
  };
}
