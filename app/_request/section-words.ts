import { layouts } from "@/lib/catalogue/layouts";
import { factProblemCodes } from "@/lib/kind/parse-fact";
import { lineProblemCodes } from "@/lib/kind/line-table";
import type { ConfirmingWords } from "@/lib/request/confirmed";
import type { MoneySentence } from "@/lib/request/money-words";
import { peopleProblems } from "@/lib/request/read-people";
import type { SuggestWords } from "@/app/_ui/suggesting-input";
import type { Reader } from "@/lib/server/language";
import type { TableWords } from "./table-notes";

/** Sentences for the browser have their places left open, as `{name}`. */
export function confirmingWords(t: Reader["t"]): ConfirmingWords {
  return {
    ror: t("form.host.ror", { name: "{name}" }),
    here: t("form.host.here", { name: "{name}" }),
    away: t("form.host.away", { ror: "{ror}" }),
    days: t("form.windowDays", { from: "{from}", to: "{to}", count: "{count}" }),
    settles: t("form.settles", { answers: "{answers}" }),
  };
}

/** Why an answer of the form cannot be taken, in words. */
export function problemSentence(t: Reader["t"], code: string, expected: string): string {
  return t(t.has(`form.problems.${code}`) ? `form.problems.${code}` : `facts.problems.${code}`, { expected });
}

/** The same for every code, with what was expected left open. */
export function problemWords(t: Reader["t"]): Record<string, string> {
  return Object.fromEntries([...new Set([...factProblemCodes, ...lineProblemCodes, ...peopleProblems])].map((code) => [code, problemSentence(t, code, "{expected}")]));
}

/** What is said of values that come from a published table. */
export function tableWords(t: Reader["t"]): TableWords {
  const open = { cell: "{cell}", values: "{values}", origins: "{origins}" };
  return {
    mark: t("tables.mark"),
    agrees: t("tables.line.agrees", { values: open.values, origins: open.origins }),
    offers: t("tables.line.offers", open),
    differs: t("tables.line.differs", open),
    origin: t("tables.origin", { source: "{source}", day: "{day}" }),
    and: t("tables.and"),
    // A dot would lead on into the messages.
    sources: Object.fromEntries(sources.map((source) => [source, t(`tables.sources.${source.replaceAll(".", "-")}`)])),
  };
}

/** Rates are said with their own publishers. */
const sources = ["built-in", ...layouts.filter(({ kind }) => kind !== "rates").map(({ id }) => id)];

/** What money comes to in other currencies, with its places left open. */
export function moneySentence(t: Reader["t"]): MoneySentence {
  return { whole: t("tables.money.whole", { amounts: "{amounts}", rates: "{rates}" }), rate: t("tables.money.rate", { rate: "{rate}", day: "{day}", source: "{source}" }), builtIn: t("tables.money.builtIn") };
}

export function suggestWords(t: Reader["t"]): SuggestWords {
  return { label: t("tables.suggest.label"), count: t("tables.suggest.count", { count: "{count}" }), none: t("tables.suggest.none") };
}
