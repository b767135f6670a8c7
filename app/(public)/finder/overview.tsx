import { CorridorStrip } from "@/app/_ui/corridor-strip";
import { pointName, cityName } from "@/app/_request/words";
import type { Outcome } from "@/lib/finder/outcome";
import type { Reader } from "@/lib/server/language";

/** The route drawn, and the answer in four numbers. */
export function Overview({ outcome, words }: { outcome: Outcome; words: Reader }) {
  const { language, t, ui, format } = words;
  const { facts } = outcome;
  const text = (name: string) => (typeof facts[name] === "string" ? facts[name] : undefined);
  const end = (side: "from" | "to") => ({ jurisdiction: text(`${side}.jur`) ?? "XX", name: cityName(text(`${side}.city`), language) });
  const mode = text("mode");
  const day = text("date");
  const point = pointName(text("checkpoint"), language);
  const detail = format.joined([mode && t(`facts.mode.options.${mode}`), day && format.date(day)]);
  const things = outcome.needs.before.length + outcome.needs.at.length + outcome.needs.after.length;
  const figures = [
    { figure: things, words: t("finder.count.needs", { count: things }) },
    { figure: outcome.programmes.length, words: t("finder.count.programmes", { count: outcome.programmes.length }) },
    { figure: outcome.ruledOut.length, words: t("finder.count.ruledOut", { count: outcome.ruledOut.length }) },
    { figure: outcome.workingDays, words: t("finder.count.days", { count: outcome.workingDays }) },
  ];
  return (
    <section data-panel aria-label={t("finder.overview")} className="rounded-panel border border-line bg-paper">
      <div className="px-4 py-5 sm:px-6">
        <CorridorStrip t={ui} line="dashed" from={end("from")} to={end("to")} via={point !== null ? { name: point } : mode === "electronic" || mode === "bank" ? undefined : { name: t("finder.anyPoint") }} moves={detail || undefined} />
      </div>
      <dl className="grid grid-cols-2 border-t border-line lg:grid-cols-4">
        {figures.map(({ figure, words: label }, at) => (
          <div key={at} className="flex flex-col-reverse justify-end border-line px-4 py-3 odd:border-e max-lg:nth-[n+3]:border-t sm:px-6 lg:not-last:border-e">
            <dt className="text-sm text-ink-2">{label}</dt>
            <dd className="text-xl font-semibold tabular-nums">{format.number(figure)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
