import { catalogue, factNames } from "../kind/catalogue.ts";
import { optionName } from "../kind/option-name.ts";
import { optionsOf } from "../kind/parse-fact.ts";
import { fold } from "../catalogue/fold.ts";
import { languages } from "../language.ts";
import { cities, cityIds } from "../place/cities.ts";
import { jurisdictionNames, jurisdictions } from "../place/jurisdictions.ts";
import { kinds } from "../policy/pack.ts";
import { requestStatuses } from "../request/state.ts";
import { translator } from "./translate.ts";

/** Something that has a name in each language: the facets it is found by, and every name. */
export type Meant = { readonly facets: readonly string[]; readonly names: readonly string[] };

/**
 * What a word stands for, in whichever language it is typed: 样本, 樣本, sample, samples and amostra are one kind, and found alike. What
 * is called exactly so comes before what only begins so, and a kind or a state before an answer that happens to have its name.
 */
export function meantBy(word: string): readonly Meant[] {
  const typed = fold(word.trim());
  if (typed.length < 3 && !/\p{Script=Han}/u.test(typed)) return [];
  const forms = [typed, ...(/^[\p{Script=Latin}]{4,}s$/u.test(typed) ? [typed.slice(0, -1)] : [])];
  const { first, places, options } = (known ??= knownNames());
  const exact = [first, places, options].map((named) => named.filter(({ folded }) => folded.some((name) => forms.includes(name)))).find((found) => found.length > 0);
  if (exact) return exact;
  return [...first, ...places, ...options].filter((one) => forms.some((form) => beginsIn(one, form))).slice(0, 30);
}

/** The names of a value of a closed list, whichever language it is typed in; null when there is none such. */
export function valueNamed(of: "kind" | "status", typed: string): string | null {
  const found = (known ??= knownNames()).first.find(({ facets, folded }) => facets[0]?.startsWith(`${of}:`) && folded.includes(fold(typed)));
  return found?.facets[0]?.slice(of.length + 1) ?? null;
}

/** A jurisdiction or a city by its id or any of its names, as facets name it. */
export function placeNamed(typed: string): string | null {
  const word = fold(typed.trim());
  const found = (known ??= knownNames()).places.find(({ folded }) => folded.includes(word));
  return found?.facets[0]?.slice("from:".length) ?? null;
}

/** With its names as they compare, and all that stands in them from each of their words on: worked out once, as every word of a question is held to them. */
type Known = Meant & { readonly folded: readonly string[]; readonly parts: readonly string[] };
let known: { readonly first: readonly Known[]; readonly places: readonly Known[]; readonly options: readonly Known[] } | undefined;

function knownNames() {
  const inAll = (say: (t: ReturnType<typeof translator>, language: (typeof languages)[number]) => string) => languages.map((language) => say(translator(language), language));
  const place = (id: string, names: readonly string[]): Known => compared({ facets: [`from:${id.toLowerCase()}`, `to:${id.toLowerCase()}`], names: [id, ...names] });
  return {
    first: [...kinds.map((kind) => compared({ facets: [`kind:${kind}`], names: [kind, ...inAll((t) => t(`ui.kind.${kind}`))] })), ...requestStatuses.filter((status) => status !== "draft").map((status) => compared({ facets: [`status:${status}`], names: [status, ...inAll((t) => t(`ui.status.${status}`))] }))],
    places: [...cityIds.map((id) => place(id, languages.map((language) => cities[id].name[language]))), ...jurisdictions.map((id) => place(id, languages.map((language) => jurisdictionNames[id][language])))],
    options: factNames.flatMap((fact) => {
      const field = catalogue[fact];
      if (field.type.is !== "choice" && field.type.is !== "choices") return [];
      return optionsOf(field)
        .filter((value) => !emptyAnswers.includes(value))
        .map((value) => compared({ facets: [`answer:${fact}=${value}`], names: [value, ...inAll((t, language) => optionName(field, value, language, (key) => t(`facts.${key}`)))] }));
    }),
  };
}

/** Answers that say that something is not so would be found in almost every request. */
const emptyAnswers = ["none", "na", "no", "other", "yes"];

function compared(one: Meant): Known {
  const folded = one.names.map(fold);
  const parts = folded.flatMap((name) => name.split(/[^\p{L}\p{N}]+/u).map((_, at, all) => all.slice(at).join(" ")));
  return { ...one, folded, parts };
}

/** Chinese is written without spaces: a word can begin anywhere in it. */
function beginsIn({ folded, parts }: Known, typed: string): boolean {
  return /\p{Script=Han}/u.test(typed) ? folded.some((name) => name.includes(typed)) : parts.some((part) => part.startsWith(typed));
}
