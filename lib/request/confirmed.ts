import { fieldOf } from "../kind/catalogue.ts";
import { readDay } from "../kind/day-text.ts";
import { readRor } from "../kind/identifiers.ts";
import { showFact } from "../kind/show-fact.ts";
import type { TypedValues } from "../kind/typed-values.ts";
import { workingDaysBetween } from "../calendar/working-days.ts";
import { addDays } from "../calendar/day.ts";
import { fill } from "../fill.ts";
import { format } from "../format.ts";
import type { Language } from "../language.ts";
import { type KnownOrganisation, organisationNamed } from "./host-named.ts";

/** Sentences with `{name}`, `{ror}`, `{from}`, `{to}` and `{count}` to be filled in. */
export type ConfirmingWords = { readonly ror: string; readonly here: string; readonly away: string; readonly days: string; readonly settles: string };

/** What passed a check, said beside its field: whom the host is, which days these are. Nothing for what is wrong or open. */
export function confirmPeople(values: TypedValues, { known, places, words, language }: { readonly known: readonly KnownOrganisation[]; readonly places: readonly string[]; readonly words: ConfirmingWords; readonly language: Language }): Record<string, string> {
  const text = (name: string) => (typeof values[name] === "string" ? values[name].trim() : "");
  const said: Record<string, string> = {};
  const named = organisationNamed(text("host"), known);
  if (named.is === "here") said.host = fill(readRor(text("host")).ok ? words.ror : words.here, { name: named.organisation.names[language] });
  if (named.is === "away") said.host = fill(words.away, { ror: named.ror });
  const [from, to] = [readDay(text("window.from")), readDay(text("window.to"))];
  const { date } = format(language);
  if (from) said["window.from"] = date(from);
  if (to) said["window.to"] = from && to >= from ? fill(words.days, { from: date(from), to: date(to), count: String(workingDaysBetween(addDays(from, -1), to, places)) }) : date(to);
  return said;
}

/** What a typed number settles, as the answers it stands for. */
export function confirmTyped(fact: string, typed: string, say: (key: string) => string, { words, language }: { readonly words: Pick<ConfirmingWords, "settles">; readonly language: Language }): string | undefined {
  const settled = fieldOf(fact)?.typed?.(typed);
  if (!settled) return undefined;
  const answers = Object.entries(settled).flatMap(([name, value]) => {
    const field = fieldOf(name);
    return field ? [format(language).pair(say(`${name}.short`), showFact(field, value, language, say))] : [];
  });
  return fill(words.settles, { answers: format(language).series(answers) });
}
