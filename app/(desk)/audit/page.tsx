import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { aboutOf } from "@/app/_audit/about";
import { Counts } from "@/app/_audit/counts";
import { Rooms } from "@/app/_audit/rooms";
import { SavedQuestions } from "@/app/_audit/saved-questions";
import { Taken } from "@/app/_audit/taken";
import { found, SearchForm } from "@/app/_audit/search-form";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { HashMark } from "@/app/_ui/hash-mark";
import { Remark } from "@/app/_ui/remark";
import { PageHead } from "@/app/_ui/page-head";
import { Pager, PastList } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { Frame } from "@/app/_request/frame";
import { checkedRecord, mayCheckRecord } from "@/db/queries/audit-record";
import { auditPage, type AuditRow, isAuditCursor, isSearchWhole } from "@/db/queries/audit-search";
import { can, holdsAnywhere } from "@/lib/access/can";
import { addressOf, auditParams, readAsked } from "@/lib/server/audit-ask";
import { reader } from "@/lib/server/language";
import { questionProblem } from "@/lib/server/question-problem";
import { requireActor } from "@/lib/server/session";
import { typeWords } from "@/lib/server/type-words";

type Search = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("pages.audit.title") };
}

/** Every event that an auditor may see, by any question about it; and whether the record holds. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [actor, { t, ui, format }, search] = await Promise.all([requireActor(), reader(), searchParams]);
  if (!holdsAnywhere(actor, "audit.search")) notFound();
  const params = Object.fromEntries(auditParams.flatMap((param) => (typeof search[param] === "string" && search[param] !== "" ? [[param, search[param]]] : [])));
  const cursor = typeof search.cursor === "string" && search.cursor !== "" ? search.cursor : null;
  const [meant, whole, checked] = await Promise.all([readAsked(actor, params), isSearchWhole(), search.verify === "1" ? checkedRecord(actor) : null]);
  const problems = "problems" in meant ? meant.problems.map((problem) => ({ field: problem.field, message: questionProblem(problem, { t, format }) })) : [];
  const errors = [...problems, ...(cursor !== null && !isAuditCursor(cursor) ? [{ field: "q", message: t("audit.page") }] : [])];
  const asked = "asked" in meant && errors.length === 0 ? meant : null;
  const { items, next } = asked ? await auditPage(actor, asked.asked, cursor === null ? {} : { cursor }) : { items: [], next: null };
  const address = (change: Record<string, string> = {}) => `/audit?${addressOf(params, change)}`;
  return (
    <Frame width="desk" list={asked ? found : undefined}>
      <PageHead title={t("pages.audit.title")} lead={can(actor, "audit.verify", {}) ? t("pages.audit.lead") : format.sentences([t("pages.audit.lead"), t("audit.scope")])} />
      <Rooms current="search" />
      {errors.length > 0 && <div className="pt-5"><ErrorSummary t={ui} errors={errors} /></div>}
      <SearchForm params={params} errors={errors} mayVerify={mayCheckRecord(actor)} />
      {asked && asked.also.length > 0 && <p className="flex flex-wrap items-baseline gap-x-2 pb-3 text-sm text-ink-3">{t("audit.also")} {asked.also.slice(0, 12).map((word) => <span key={word} className="rounded-control border border-line px-2 text-ink-2">{word}</span>)}</p>}
      {asked?.unknown.map(({ of, value, near }) => <Remark key={`${of} ${value}`}>{format.sentences([t(`audit.unknown.${of}`, { value }), ...(near.length > 0 ? [t("audit.unknown.near", { names: format.series(near) })] : [])])}</Remark>)}
      {!whole && <Remark>{t("audit.filling")}</Remark>}
      {checked && <Remark id="record" state={checked.ok ? "done" : "stop"}>{checked.ok ? t("pages.audit.holds", { events: format.number(checked.events), streams: format.number(checked.streams) }) : format.sentences([t("pages.audit.broken", { count: checked.problems.length }), format.series(checked.problems.slice(0, 5).map(({ stream, seq, field, code }) => format.pair(`${stream} ${seq} ${field}`, code)))])}</Remark>}
      {asked && (
        <div className="grid gap-5 xl:grid-cols-[minmax(0,1fr)_18rem]">
          <div className="min-w-0">
            <Panel id={found} title={t("audit.found")} padded={items.length === 0}>
              <PastList t={ui} list={found} goesOn={next !== null} />
              {items.length === 0 ? <EmptyState>{t("audit.none")}</EmptyState> : (
                <DataTable
                  caption={t("pages.audit.title")}
                  rows={items}
                  keyOf={(row) => `${row.requestId} ${row.stream} ${row.seq}`}
                  columns={[
                    { id: "at", head: t("pages.audit.at"), look: "short", cell: (row) => format.dateTime(row.at) },
                    { id: "what", head: t("pages.audit.what"), look: "wide", cell: (row) => <What row={row} name={typeWords(row.type, t)} /> },
                    { id: "request", head: ui("queue.request"), look: "wide", cell: (row) => <About {...aboutOf(row, t)} /> },
                    { id: "who", head: t("pages.audit.who"), look: "short", cell: (row) => row.person ?? t("pages.story.system") },
                    { id: "hash", head: t("audit.hash"), look: "short", cell: (row) => <HashMark t={ui} hash={row.hash} /> },
                  ]}
                />
              )}
            </Panel>
            {items.length > 0 && <p className="pt-3"><a href={`/audit/take-away?${addressOf(params)}`}>{t("takeaway.mayBeTaken")}</a></p>}
            {items.length > 0 && <p data-screen className="pt-1"><a href={`/audit/papers/new?${addressOf(params, { size: "25" })}`}>{t("papers.fromSearch")}</a></p>}
            <Pager t={ui} list={found} newer={cursor === null ? undefined : address()} older={next ? address({ cursor: next }) : undefined} />
          </div>
          <aside className="grid content-start gap-5">
            {/* With the page and not after it: what comes later is shown by scripts alone. */}
            <Counts actor={actor} asked={asked.asked} params={params} />
            <SavedQuestions actor={actor} query={addressOf(params)} />
          </aside>
        </div>
      )}
    </Frame>
  );
}

/** What happened, with the words that were written then as they were written. */
function What({ row, name }: { row: AuditRow; name: string }) {
  return (
    <>
      {name}
      {row.setUp?.taken && <span className="block text-xs text-ink-2"><Taken taken={row.setUp.taken} /></span>}
      {row.said.slice(0, 3).map((text, at) => <span key={at} dir="auto" className="block text-xs text-ink-2">{text.length > 160 ? `${text.slice(0, 160)}…` : text}</span>)}
      <span className="block font-mono text-2xs text-ink-3">{row.type}</span>
    </>
  );
}

function About({ title, name }: ReturnType<typeof aboutOf>) {
  return <>{title}<span className="block font-mono text-2xs text-ink-3">{name}</span></>;
}
