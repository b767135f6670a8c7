import { ButtonLink } from "@/app/_ui/button";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { DefinitionList } from "@/app/_ui/definition-list";
import { More, Panel } from "@/app/_ui/panel";
import { dayOf } from "@/lib/calendar/day";
import { type Consignment, consignments } from "@/lib/permit/consignments";
import { forecast } from "@/lib/permit/forecast";
import { reconcile, reconciled } from "@/lib/permit/reconciliation";
import { reader, type Reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import type { DetailEntry, RequestDetail } from "@/lib/server/request-detail";
import { Custody } from "./custody";
import { writesInLedger } from "./ledger-forms";
import { entryNotes } from "./ledger-words";
import { stageWords } from "@/lib/server/entry-words";
import { quantityWords } from "@/lib/server/quantity-words";
import { Traces } from "./traces";
import { standing } from "./words";

/** The permit's ledger: what it comes to at each stage, every entry as it was written, and the way to where it is written in. */
export async function LedgerPanel({ detail }: { detail: RequestDetail }) {
  const [actor, words] = await Promise.all([requireActor(), reader()]);
  const { t } = words;
  const { permit, ledger } = detail;
  if (!permit) return null;
  const writes = writesInLedger(detail);
  if (ledger.length === 0 && !writes) return null;
  const { unit } = permit.limit;
  const sums = reconcile(ledger);
  const shown = reconciled.filter((name) => name === "crossed" || name === "outside" || sums[name] !== "0");
  // A crossing that was neither announced nor booked in has one stage, which the list below tells.
  const staged = consignments(ledger).filter(({ at }) => Object.values(at).filter((entry) => entry !== null).length > 1 || at.planned || at.departed);
  return (
    <Panel id="ledger" title={t("ledger.title")} screen={ledger.length === 0}>
      {staged.length > 0 && <DataTable caption={t("ledger.reconciliation")} columns={columns(words)} rows={staged.slice(-30)} keyOf={({ id }) => id} />}
      <div className="grid gap-4 px-4 py-4 sm:px-5">
        {ledger.length > 0 && (
          <div>
            <h3 className="pb-1 text-sm font-medium">{t("ledger.reconciliation")}</h3>
            <DefinitionList shape="counts" answers={shown.map((name) => ({ term: standing(t(`ledger.stage.${name}`)), value: quantityWords({ value: sums[name], unit }, words) }))} />
          </div>
        )}
        <Custody detail={detail} person={actor.id} words={words} />
        <Traces detail={detail} words={words} />
        <Pace detail={detail} words={words} />
        {ledger.length > 0 && <Entries detail={detail} words={words} />}
        {writes && <div data-screen><ButtonLink href={`/requests/${detail.id}/ledger`}>{t("ledger.write")}</ButtonLink></div>}
      </div>
    </Panel>
  );
}

function columns(words: Reader): readonly Column<Consignment>[] {
  const { t, format } = words;
  const amount = (stage: keyof Consignment["at"]): Column<Consignment> => ({ id: stage, head: standing(t(`ledger.stage.${stage}`)), look: "number", cell: ({ at }) => at[stage] ? quantityWords(at[stage].quantity, words) : "–" });
  return [
    { id: "at", head: t("pages.permit.at"), look: "short", cell: ({ at, direction }) => `${format.shortDate((at.planned ?? at.departed ?? at.crossed ?? at.arrived)?.at ?? "")} · ${t(`pages.permit.direction.${direction}`)}` },
    ...(["planned", "departed", "crossed", "arrived"] as const).map(amount),
  ];
}

/** When the rest is used up, if it goes on as it did. */
function Pace({ detail: { permit, movements }, words: { t, format } }: { detail: RequestDetail; words: Reader }) {
  const ahead = permit && permit.status === "valid" ? forecast(permit, movements, dayOf(new Date())) : null;
  if (ahead === null) return null;
  const days = { count: ahead.basedOn, on: format.shortDate(ahead.on), earliest: format.shortDate(ahead.earliest) };
  return <p className="text-sm text-ink-2">{ahead.latest === null ? t("ledger.forecastOpen", days) : t("ledger.forecast", { ...days, latest: format.shortDate(ahead.latest) })}</p>;
}

/** The newest on top; long ledgers are folded. */
function Entries({ detail, words }: { detail: RequestDetail; words: Reader }) {
  const newest = detail.ledger.toReversed();
  const list = (entries: readonly DetailEntry[]) => <ul className="grid gap-2 text-sm">{entries.map((one) => <li key={one.id}><Line entry={one} detail={detail} words={words} /></li>)}</ul>;
  const rest = newest.slice(8);
  return (
    <div>
      {list(newest.slice(0, 8))}
      {rest.length > 0 && <More within summary={words.t("ledger.more", { count: rest.length })}>{list(rest)}</More>}
    </div>
  );
}

function Line({ entry, detail, words }: { entry: DetailEntry; detail: RequestDetail; words: Reader }) {
  const { t, format } = words;
  const papers = detail.documents.filter(({ id }) => entry.papers.includes(id));
  const text = `${format.dateTime(entry.at)} · ${t("ledger.entry", { stage: stageWords(entry, words), amount: entry.isVoid ? t("ledger.cancelled") : quantityWords(entry.quantity, words) })}`;
  const notes = entryNotes(entry, entry.person === null ? undefined : detail.names.people[entry.person], words);
  return (
    <>
      {entry.correctedBy === null ? text : <><s>{text}</s> <span className="text-ink-2">{t("ledger.corrected")}</span></>}
      {notes.length > 0 && <span className="block text-xs text-ink-2">{format.series(notes)}</span>}
      {papers.map(({ id, name }) => <a key={id} className="block text-xs" href={`/requests/${detail.id}/documents/${id}`}>{name}</a>)}
    </>
  );
}
