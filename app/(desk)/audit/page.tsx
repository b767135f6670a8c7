import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { aboutOf, typeName } from "@/app/_audit/about";
import { Button } from "@/app/_ui/button";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { HashMark } from "@/app/_ui/hash-mark";
import { DateField, SelectField, TextField } from "@/app/_ui/inputs";
import { Remark } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { Frame } from "@/app/_request/frame";
import { auditEvents, isAuditCursor } from "@/db/queries/audit";
import { checkedRecord, mayCheckRecord } from "@/db/queries/audit-record";
import { accountEventTypes } from "@/lib/account/events";
import { can, holdsAnywhere } from "@/lib/access/can";
import { dossierEventTypes } from "@/lib/dossier/events";
import { Day } from "@/lib/request/commands/shared";
import { eventTypes } from "@/lib/request/events";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import type { Translator } from "@/lib/server/translate";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("pages.audit.title") };
}

/** What an auditor can ask for: whatever happens to requests, dossiers and quotas, and changes of the set-up. */
const auditedTypes = [...eventTypes, ...dossierEventTypes, ...accountEventTypes, "config.changed"] as const;

const Search = z.object({
  q: z.string().trim().max(200).regex(/^[^\u0000-\u001f]*$/).optional(),
  type: z.enum(["", ...auditedTypes]).optional(),
  from: z.union([z.literal(""), Day]).optional(),
  to: z.union([z.literal(""), Day]).optional(),
  cursor: z.string().refine(isAuditCursor).optional(),
  verify: z.literal("1").optional(),
});

/** Every event that an auditor may see, of requests, dossiers, quotas and the set-up; and whether the record holds. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { t, ui, format }, asked] = await Promise.all([requireActor(), reader(), searchParams]);
  if (!holdsAnywhere(actor, "audit.search")) notFound();
  const parsed = Search.safeParse(asked);
  const search = parsed.data ?? {};
  const { items, next } = parsed.success ? await auditEvents(actor, { q: search.q || undefined, type: search.type || undefined, from: search.from || undefined, to: search.to || undefined, cursor: search.cursor }) : { items: [], next: null };
  const mayVerify = mayCheckRecord(actor);
  const checked = search.verify === "1" ? await checkedRecord(actor) : null;
  const errors = parsed.success ? [] : parsed.error.issues.map((issue) => ({ field: String(issue.path[0] ?? "q"), message: problemOf(String(issue.path[0] ?? "q"), t) }));
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  const text = (name: string) => (typeof asked[name] === "string" ? asked[name] : "");
  const address = (change: Record<string, string>) => `/audit?${new URLSearchParams({ ...Object.fromEntries(["q", "type", "from", "to"].flatMap((name) => (text(name) ? [[name, text(name)]] : []))), ...change })}`;
  return (
    <Frame width="desk">
      <PageHead title={t("pages.audit.title")} lead={can(actor, "audit.verify", {}) ? t("pages.audit.lead") : format.sentences([t("pages.audit.lead"), t("audit.scope")])} />
      <ErrorSummary t={ui} errors={errors} />
      <form method="get" data-screen className="flex flex-wrap items-end gap-3 pb-4">
        <TextField question={{ t: ui, name: "q", label: t("pages.audit.q"), error: errorOf("q") }} type="search" size="lg" defaultValue={text("q")} />
        <SelectField question={{ t: ui, name: "type", label: t("pages.audit.type"), error: errorOf("type") }} empty={t("pages.list.any")} options={auditedTypes.map((type) => ({ value: type, label: typeName(type, t) }))} defaultValue={text("type")} />
        <DateField question={{ t: ui, name: "from", label: t("pages.audit.from"), error: errorOf("from") }} defaultValue={text("from")} />
        <DateField question={{ t: ui, name: "to", label: t("pages.audit.to"), error: errorOf("to") }} defaultValue={text("to")} />
        <Button look="first">{ui("act.search")}</Button>
        {mayVerify && <Button name="verify" value="1">{t("pages.audit.verify")}</Button>}
      </form>
      {checked && <Remark state={checked.ok ? "done" : "stop"}>{checked.ok ? t("pages.audit.holds", { events: format.number(checked.events), streams: format.number(checked.streams) }) : format.sentences([t("pages.audit.broken", { count: checked.problems.length }), format.series(checked.problems.slice(0, 5).map(({ stream, seq, field, code }) => format.pair(`${stream} ${seq} ${field}`, code)))])}</Remark>}
      {parsed.success && <Panel padded={items.length === 0}>
        {items.length === 0 ? <EmptyState>{t("pages.list.none")}</EmptyState> : (
          <DataTable
            caption={t("pages.audit.title")}
            rows={items}
            keyOf={(row) => `${row.requestId} ${row.seq}`}
            columns={[
              { id: "at", head: t("pages.audit.at"), look: "short", cell: (row) => format.dateTime(row.at) },
              { id: "what", head: t("pages.audit.what"), look: "short", cell: (row) => typeName(row.type, t) },
              { id: "request", head: ui("queue.request"), look: "wide", cell: (row) => <About {...aboutOf(row, t)} /> },
              { id: "who", head: t("pages.audit.who"), look: "short", cell: (row) => row.person ?? t("pages.story.system") },
              { id: "hash", head: t("audit.hash"), look: "short", cell: (row) => <HashMark t={ui} hash={row.hash} /> },
            ]}
          />
        )}
      </Panel>}
      {parsed.success && items.length > 0 && <p className="pt-3"><a href={address({}).replace("/audit?", "/audit/take-away?")}>{t("takeaway.mayBeTaken")}</a></p>}
      <Pager t={ui} newer={search.cursor ? address({}) : undefined} older={next ? address({ cursor: next }) : undefined} />
    </Frame>
  );
}

function About({ title, name }: ReturnType<typeof aboutOf>) {
  return <>{title}<span className="block font-mono text-2xs text-ink-3">{name}</span></>;
}

function problemOf(field: string, t: Translator): string {
  const kind = field === "from" || field === "to" ? "day" : field === "q" ? "words" : field === "type" ? "choice" : "page";
  return t(`audit.${kind}`, { field: t(`pages.audit.${field}`) });
}
