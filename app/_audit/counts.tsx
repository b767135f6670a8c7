import { Panel } from "@/app/_ui/panel";
import { auditCounts, type Asked, type Count } from "@/db/queries/audit-search";
import { readDays } from "@/lib/audit/question";
import type { Actor } from "@/lib/access/actor";
import { addressOf, type AuditParams } from "@/lib/server/audit-ask";
import { reader } from "@/lib/server/language";
import { typeWords } from "@/lib/server/type-words";

/** How many events a question finds, and of what kind: each a link that narrows the question to it. */
export async function Counts({ actor, asked, params }: { actor: Actor; asked: Asked; params: AuditParams }) {
  const [{ t, ui, format }, counts] = await Promise.all([reader(), auditCounts(actor, asked)]);
  const narrowed = (change: Record<string, string>) => `/audit?${addressOf(params, change)}`;
  const months = counts.months.slice(0, 12);
  if (counts.all === 0) return null;
  return (
    <Panel title={counts.more ? t("audit.counts.more", { count: counts.all }) : t("audit.events", { count: counts.all })} padded>
      {counts.more && <p className="pb-2 text-xs text-ink-3">{t("audit.counts.newest", { count: counts.all })}</p>}
      <Part title={t("audit.counts.types")} counts={counts.types.slice(0, 12)} link={({ value }) => narrowed({ type: value })} name={(value) => typeWords(value, t)} number={format.number} />
      <Part title={t("audit.counts.kinds")} counts={counts.kinds} link={({ value }) => narrowed({ kind: value })} name={(value) => ui(`kind.${value as "sample"}`)} number={format.number} />
      <Part title={t("audit.counts.months")} counts={months} link={({ value }) => narrowed(readDays(value) ?? {})} name={format.month} number={format.number} />
    </Panel>
  );
}

function Part({ title, counts, link, name, number }: { title: string; counts: readonly Count[]; link: (count: Count) => string; name: (value: string) => string; number: (value: number) => string }) {
  if (counts.length === 0) return null;
  return (
    <section className="pb-3">
      <h3 className="pb-1 text-xs font-medium text-ink-3">{title}</h3>
      <ul className="text-sm">
        {counts.map((count) => <li key={count.value} className="flex justify-between gap-3 py-0.5 max-md:py-2.5"><a href={link(count)}>{name(count.value)}</a><span className="tabular-nums text-ink-2">{number(count.count)}</span></li>)}
      </ul>
    </section>
  );
}
