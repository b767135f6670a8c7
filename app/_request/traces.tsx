import { BandPlot } from "@/app/_ui/band-plot";
import { More } from "@/app/_ui/panel";
import { worstOf } from "@/lib/permit/excursions";
import type { Reader } from "@/lib/server/language";
import type { DetailTrace, RequestDetail } from "@/lib/server/request-detail";
import { celsiusWords } from "@/lib/server/discrepancy-words";

/** How warm movements were, the newest on top: what it comes to, drawn, and each time outside the range. */
export function Traces({ detail, words }: { detail: RequestDetail; words: Reader }) {
  if (detail.traces.length === 0) return null;
  return (
    <div>
      <h3 className="pb-1 text-sm font-medium">{words.t("ledger.trace.title")}</h3>
      <ul className="grid gap-5">{detail.traces.toReversed().map((one) => <li key={one.id}><Trace trace={one} detail={detail} words={words} /></li>)}</ul>
    </div>
  );
}

function Trace({ trace, detail, words }: { trace: DetailTrace; detail: RequestDetail; words: Reader }) {
  const { t, format } = words;
  const { range, lowest, highest, excursions, excursionCount, outside } = trace;
  const celsius = (value: string) => celsiusWords(value, words);
  const measured = { readings: format.number(String(trace.readings)), from: format.dateTime(trace.from), to: format.dateTime(trace.to), lowest: celsius(lowest), highest: celsius(highest), least: celsius(range.from), most: celsius(range.to) };
  const worst = worstOf(trace, range);
  const file = detail.documents.find(({ id }) => id === trace.document);
  const verdict = worst === null ? t("ledger.trace.kept") : t("ledger.trace.out", { count: excursionCount, minutes: outside, worst: celsius(worst) });
  return (
    <div className="grid gap-2 text-sm">
      <p className="max-w-read">{format.sentences([t("ledger.trace.sentence", measured), verdict])}</p>
      {trace.series.length > 0 && <BandPlot points={trace.series} range={[Number(range.from), Number(range.to)]} label={t("ledger.trace.plot", measured)} ends={[measured.from, measured.to]} least={format.number(range.from)} most={format.number(range.to)} />}
      {file && <a className="text-xs" href={`/requests/${detail.id}/documents/${file.id}`} download>{file.name}</a>}
      {excursions.length > 0 && (
        <More within summary={t("ledger.trace.excursions")}>
          <ul className="grid gap-1 text-xs text-ink-2">{excursions.map((one) => <li key={one.from}>{t("ledger.trace.excursion", { from: format.dateTime(one.from), to: format.dateTime(one.to), worst: celsius(one.worst) })}</li>)}</ul>
        </More>
      )}
    </div>
  );
}
