import { searched } from "@/app/_request/searched";
import { Button } from "@/app/_ui/button";
import { RadioList } from "@/app/_ui/choices";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { DateField, SelectField } from "@/app/_ui/inputs";
import { Panel } from "@/app/_ui/panel";
import type { Answers, Query, Untaken } from "@/lib/finder/answers";
import { formKinds } from "@/lib/kind/registry";
import { cities, cityIds, isCity } from "@/lib/place/cities";
import type { Reader } from "@/lib/server/language";

/** What moves, from where to where, and when: all else follows from these. */
export function Begin({ words, query, answers, untaken, tried }: { words: Reader; query: Query; answers: Answers; untaken: readonly Untaken[]; tried: boolean }) {
  const { t, ui, language } = words;
  const said = (name: string) => [query[`a.${name}`] ?? query[name] ?? ""].flat()[0] ?? "";
  const { options: places, search } = searched(cityIds.map((value) => ({ value, label: cities[value].name[language] })), (value) => (isCity(value) ? Object.values(cities[value].name) : []), words);
  const missing = tried ? [...(answers.kind === null ? ["kind"] : []), ...["from.city", "to.city"].filter((name) => !places.some(({ value }) => value === said(name)))] : [];
  const error = (name: string) => {
    if (!missing.includes(name)) return undefined;
    const wanted = t(`finder.missing.${name.replace(".", "-")}`);
    // A list of choices cannot show what is none of them.
    return said(name) === "" ? wanted : t(`finder.notOffered.${name === "kind" ? "kind" : "place"}`, { typed: said(name).slice(0, 80), missing: wanted });
  };
  const day = untaken.find(({ fact }) => fact === "date");
  const dayWrong = day && t(`facts.problems.${day.code}`, { expected: day.expected });
  const question = (name: string, label: string, hint?: string) => ({ t: ui, name: `a.${name}`, label, hint, error: error(name) });
  return (
    <Panel padded>
      <form method="get" action="/finder" className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <ErrorSummary t={ui} errors={[...missing.map((name) => ({ field: `a.${name}`, message: error(name) ?? "" })), ...(dayWrong ? [{ field: "a.date", message: dayWrong, of: t("facts.date.label") }] : [])]} attempt={missing.length} />
        <RadioList question={question("kind", t("facts.kind.label"))} options={formKinds.map((kind) => ({ value: kind, label: ui(`kind.${kind}`), help: t(`finder.kind.${kind}`) }))} chosen={said("kind")} />
        <div className="grid gap-6 sm:grid-cols-2">
          <SelectField question={question("from.city", t("finder.from"))} options={places} search={search} empty={ui("answer.choose")} defaultValue={said("from.city")} />
          <SelectField question={question("to.city", t("finder.to"))} options={places} search={search} empty={ui("answer.choose")} defaultValue={said("to.city")} />
        </div>
        <DateField question={{ ...question("date", t("facts.date.label"), t("finder.dateHint")), error: dayWrong }} defaultValue={said("date")} />
        <div><Button look="first">{t("finder.show")}</Button></div>
      </form>
    </Panel>
  );
}
