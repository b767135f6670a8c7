import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { HashMark } from "@/app/_ui/hash-mark";
import { Panel } from "@/app/_ui/panel";
import { RowList } from "@/app/_ui/row-list";
import { aboutOf } from "@/app/_audit/about";
import { auditPage, type AuditRow } from "@/db/queries/audit-search";
import { mayCheckRecord } from "@/db/queries/audit-record";
import type { PersonActor } from "@/lib/access/actor";
import { quoted } from "@/lib/audit/lexemes";
import type { EventType } from "@/lib/request/events";
import { reader } from "@/lib/server/language";
import { typeWords } from "@/lib/server/type-words";

/** What an auditor comes for: what was recorded last, the refusals and revocations, and the check of the record. */
export async function RecordWork({ actor }: { actor: PersonActor }) {
  const [{ t, ui, format }, latest, refused, revoked] = await Promise.all([reader(), auditPage(actor, anything, { limit: 10 }), auditPage(actor, ofType("request.rejected"), { limit: 8 }), auditPage(actor, ofType("permit.revoked"), { limit: 8 })]);
  const endings = [...refused.items, ...revoked.items].toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, 8);
  const row = (entry: AuditRow) => {
    const { title, name } = aboutOf(entry, t);
    return {
      id: `${entry.requestId} ${entry.seq}`,
      title,
      detail: <>{typeWords(entry.type, t)} · {entry.person ?? t("pages.story.system")}<span className="block text-ink-3"><span className="font-mono text-2xs">{name}</span> · {format.dateTime(entry.at)}</span></>,
      end: <HashMark t={ui} hash={entry.hash} />,
    };
  };
  return (
    <>
      <Panel title={t("home.record.latest")} count={<a href="/audit">{t("home.record.search")}</a>} padded={latest.items.length === 0}>
        {latest.items.length === 0 ? <EmptyState>{t("home.record.none")}</EmptyState> : <RowList items={latest.items.map(row)} />}
      </Panel>
      <div className="grid gap-5">
        {mayCheckRecord(actor) && (
          <Panel title={t("home.record.check")} padded>
            <p className="pb-3 text-sm text-ink-2">{t("home.record.checkText")}</p>
            <ButtonLink href="/audit?verify=1" look="first">{t("pages.audit.verify")}</ButtonLink>
          </Panel>
        )}
        <Panel title={t("home.record.endings")} padded={endings.length === 0}>
          {endings.length === 0 ? <EmptyState>{t("home.record.noEndings")}</EmptyState> : <RowList items={endings.map(row)} />}
        </Panel>
      </div>
    </>
  );
}

const anything = { terms: null, from: null, to: null };

function ofType(type: EventType) {
  return { ...anything, terms: quoted(`=type:${type}`) };
}
