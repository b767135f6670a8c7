import type { SearchMeaning } from "../../db/queries/list-search.ts";
import { movers } from "../../db/queries/whose-move.ts";
import { catalogue, factNames } from "../kind/catalogue.ts";
import { optionName } from "../kind/option-name.ts";
import { optionsOf } from "../kind/parse-fact.ts";
import { languages } from "../language.ts";
import { cities, cityIds } from "../place/cities.ts";
import { kinds } from "../policy/pack.ts";
import { requestStatuses } from "../request/state.ts";
import { translator } from "./translate.ts";

/**
 * What a word that somebody searches for stands for, in whichever of the languages they type it: 样本, 樣本, sample and
 * amostra are one kind. A word has to begin with what was typed; two letters alone mean nothing.
 */
export function meaningOf(q: string): SearchMeaning {
  const typed = fold(q.trim());
  if (typed.length < 3 && !/\p{Script=Han}/u.test(typed)) return { kinds: [], statuses: [], cities: [], movers: [], options: [] };
  const meant = <T>(names: readonly Named<T>[]) => names.filter(({ words }) => words.some((word) => word === typed || begins(word, typed))).map(({ is }) => is);
  const { ofKinds, ofStatuses, ofCities, ofMovers, ofOptions } = (names ??= allNames());
  return { kinds: meant(ofKinds), statuses: meant(ofStatuses), cities: meant(ofCities), movers: ofMovers.filter(({ words }) => words.includes(typed)).map(({ is }) => is), options: meant(ofOptions).slice(0, mostOptions) };
}

type Named<T> = { readonly is: T; readonly words: readonly string[] };
type AllNames = ReturnType<typeof allNames>;
let names: AllNames | undefined;

/** More meanings than these say too little to be worth asking for. */
const mostOptions = 40;
/** Answers that say that something is not so would be found in almost every request. */
const emptyAnswers = ["none", "na", "no", "other"];

function allNames() {
  const inAll = (say: (t: ReturnType<typeof translator>, language: (typeof languages)[number]) => string) => languages.map((language) => fold(say(translator(language), language)));
  return {
    ofKinds: kinds.map((kind) => ({ is: kind, words: [kind, ...inAll((t) => t(`ui.kind.${kind}`))] })),
    ofStatuses: requestStatuses.map((status) => ({ is: status, words: [status, ...inAll((t) => t(`ui.status.${status}`))] })),
    ofCities: cityIds.map((city) => ({ is: city as string, words: [city, ...languages.map((language) => fold(cities[city].name[language]))] })),
    // As a whole only: “mine” begins many other words.
    ofMovers: movers.map((mover) => ({ is: mover, words: inAll((t) => t(`pages.list.mover.${mover}`)).concat(mover === "requester" || mover === "desk" || mover === "authority" ? inAll((t) => t(`pages.requirements.mover.${mover}`)) : []) })),
    ofOptions: factNames.flatMap((fact) => {
      const field = catalogue[fact];
      if (field.type.is !== "choice" && field.type.is !== "choices") return [];
      const isList = field.type.is === "choices";
      return optionsOf(field)
        .filter((value) => !emptyAnswers.includes(value))
        .map((value) => ({ is: { fact: fact as string, value: isList ? [value] : value }, words: [fold(value), ...inAll((t, language) => optionName(field, value, language, (key) => t(`facts.${key}`)))] }));
    }),
  };
}

/** Chinese is written without spaces: a word can begin anywhere in it. */
function begins(words: string, typed: string): boolean {
  if (/\p{Script=Han}/u.test(typed)) return words.includes(typed);
  return words.split(/[^\p{L}\p{N}]+/u).some((_, at, all) => all.slice(at).join(" ").startsWith(typed));
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
