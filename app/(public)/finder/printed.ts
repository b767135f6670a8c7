import { headline } from "@/app/_request/headline";
import { cityName, pointName } from "@/app/_request/words";
import { authorityOf, certainty, clockOf, papersOf, titlesOf, usualTime } from "@/app/_rules/regime-words";
import { addressOf, type Answers } from "@/lib/finder/answers";
import type { Outcome } from "@/lib/finder/outcome";
import { fieldOf } from "@/lib/kind/catalogue";
import type { FormKind } from "@/lib/kind/registry";
import { leafWords } from "@/lib/kind/leaf-words";
import { fieldsOf } from "@/lib/kind/questions";
import { showFact } from "@/lib/kind/show-fact";
import type { Block, Printed } from "@/lib/pdf/printed";
import type { Finding } from "@/lib/policy/evaluate";
import type { Regime } from "@/lib/policy/pack";
import { regimeFound } from "@/lib/policy/rulebook";
import type { RulesReader } from "@/lib/server/rules-in-force";
import { reasonsOf } from "./because";

/** Answers that say what moves and from where to where: before that nothing is found. */
export type Routed = Answers & { readonly kind: FormKind };
export function isFinderRoute(answers: Answers): answers is Routed {
  return answers.kind !== null && answers.facts["from.city"] !== undefined && answers.facts["to.city"] !== undefined;
}

type Asked = { readonly answers: Routed; readonly outcome: Outcome; readonly left: number; readonly site: string; readonly at: string };

/** What the finder found, as a document: the same findings in the same words and order as its page. */
export function printedFindings(asked: Asked, words: RulesReader): Printed {
  const { answers, left, site, at } = asked;
  const { t, format, rules } = words;
  const title = headline(answers.kind, answers.facts, words);
  const address = `${site}/finder?${addressOf(answers)}`;
  return {
    title,
    language: words.language,
    at,
    foot: format.joined([t("finder.pdf.made", { day: format.shortDate(at), edition: rules.digest.slice(0, 12) }), t("finder.notAdvice")]),
    page: t("finder.pdf.page", { page: "{page}", pages: "{pages}" }),
    blocks: [
      { is: "heading", level: 1, text: title },
      { is: "text", text: wayOf(asked, words), look: "lead" },
      { is: "text", text: [t("finder.notAdvice"), t("finder.pdf.made", { day: format.shortDate(at), edition: rules.digest.slice(0, 12) }), ...(left > 0 ? [t("finder.left", { count: left })] : [])].join(" · "), look: "quiet" },
      { is: "heading", level: 2, text: t("finder.answers") },
      { is: "rows", rows: answersSaid(answers, words) },
      ...needs(asked, words),
      ...programmes(asked, words),
      ...ruledOut(asked, words),
      { is: "heading", level: 2, text: t("finder.pdf.again") },
      { is: "link", text: address, href: address },
    ],
  };
}

/** From where to where, how, where across and when, and what it comes to. */
function wayOf({ answers: { facts }, outcome }: Asked, { language, t, format }: RulesReader): string {
  const text = (name: string) => (typeof facts[name] === "string" ? facts[name] : null);
  const [mode, day, point] = [text("mode"), text("date"), pointName(text("checkpoint"), language)];
  const things = outcome.needs.before.length + outcome.needs.at.length + outcome.needs.after.length;
  const figures = [`${format.number(things)} ${t("finder.count.needs", { count: things })}`, `${format.number(outcome.workingDays)} ${t("finder.count.days", { count: outcome.workingDays })}`];
  return format.series([format.joined([`${cityName(text("from.city"), language)} → ${cityName(text("to.city"), language)}`, point, mode && t(`facts.mode.options.${mode}`), day && format.date(day)]), ...figures]);
}

function answersSaid({ kind, facts, declined }: Asked["answers"], { language, t }: RulesReader): [string, string][] {
  return fieldsOf(kind).flatMap((field): [string, string][] => {
    const value = facts[field.fact];
    if (value === undefined) return declined.includes(field.fact) ? [[t(`facts.${field.fact}.short`), t("finder.open")]] : [];
    return fieldOf(field.fact) ? [[t(`facts.${field.fact}.short`), showFact(field, value, language, (key) => t(`facts.${key}`))]] : [];
  });
}

function needs(asked: Asked, words: RulesReader): Block[] {
  const { t } = words;
  const { needs: bound, waived, notes } = asked.outcome;
  const moments = (["before", "at", "after"] as const).flatMap((moment) => part(t(`finder.needs.${moment}`), bound[moment], asked, words));
  return [
    ...(moments.length > 0 ? moments : [{ is: "heading", level: 2, text: t("finder.needs.before") } as const, { is: "text", text: t("finder.needs.none") } as const]),
    ...part(t("finder.needs.waived", { count: waived.length }), waived, asked, words),
    ...part(t("finder.needs.notes"), notes, asked, words),
  ];
}

function programmes(asked: Asked, words: RulesReader): Block[] {
  const { t, format, language } = words;
  const { programmes: fitting, near } = asked.outcome;
  const nearly = near.map(({ regime, wants }): string => format.pair(regime.title[language], format.sentences([t("finder.programmes.missing"), format.series(wants.map(({ leaf, should }) => leafWords(leaf, should, language, t)))])));
  return [
    ...part(t("finder.programmes.title"), fitting, asked, words),
    ...(nearly.length > 0 ? [{ is: "heading", level: 2, text: t("finder.programmes.near", { count: nearly.length }) } as const, { is: "list", items: nearly } as const] : []),
  ];
}

function ruledOut({ outcome }: Asked, words: RulesReader): Block[] {
  const { t, format, language } = words;
  if (outcome.ruledOut.length === 0) return [];
  const { facts } = outcome;
  return [
    { is: "heading", level: 2, text: t("finder.ruledOut.title") },
    { is: "list", items: outcome.ruledOut.map(({ regime, because }) => format.pair(regime.title[language], format.series(reasonsOf(because, facts, words).map(({ text }) => text)))) },
  ];
}

function part(title: string, findings: readonly Finding[], asked: Asked, words: RulesReader): Block[] {
  const cards = findings.flatMap((finding) => {
    const regime = regimeFound(words.rules, finding);
    return regime ? card(regime, finding, asked, words) : [];
  });
  return cards.length === 0 ? [] : [{ is: "heading", level: 2, text: title }, ...cards];
}

/** A rule as a finding, as its card says it. */
function card(regime: Regime, { because, waivedBy }: Finding, { answers, outcome: { facts }, site }: Asked, words: RulesReader): Block[] {
  const { language, t, ui, format } = words;
  const named = (ids: readonly string[]) => format.series(titlesOf(ids, words).map(({ title }) => title));
  const said: readonly (readonly [label: string, value: string | null])[] = [
    [ui("because").replace(/[:：]$/, ""), format.series(reasonsOf(because, facts, words).map(({ text }) => text))],
    [t("rules.row.papers"), format.series(papersOf(regime, words))],
    [t("rules.row.authority"), authorityOf(regime, words)],
    [t("rules.row.clock"), clockOf(regime, words)],
    [t("rules.row.replaces"), named(regime.substitutes)],
    [t("rules.row.eases"), named(regime.facilitates)],
    [t("rules.sources"), format.series(regime.citations.map(({ text }) => text[language]))],
    [t("rules.row.sure"), certainty(regime, words)],
  ];
  const standing = waivedBy ? [t("finder.needs.waivedBy", { programme: titlesOf([waivedBy], words)[0]?.title ?? waivedBy })] : answers.claims.includes(regime.id) ? [t("finder.programmes.used")] : [];
  return [
    { is: "heading", level: 3, text: format.pair(ui(`jurisdiction.${regime.jurisdiction}`), regime.title[language]) },
    { is: "text", text: [usualTime(regime, words), ...standing].join(" · "), look: "quiet" },
    { is: "rows", rows: said.filter((row): row is readonly [string, string] => row[1] !== null && row[1] !== "") },
    { is: "link", text: `${site}/rules/${regime.id}`, href: `${site}/rules/${regime.id}` },
  ];
}
