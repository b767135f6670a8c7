import { CommandForm } from "@/app/_request/command-form";
import { EmptyState } from "@/app/_ui/empty-state";
import { Pager, PastList } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import type { Counted } from "@/db/queries/counted";
import { reader } from "@/lib/server/language";
import type { holdsOf } from "@/lib/server/retention";
import type { Text } from "@/lib/language";
import { holdInstitution, releaseInstitution } from "./actions";

type Pages = { readonly newer: string | undefined; readonly older: string | undefined };

/** A page of the legal holds on whole institutions and one of those on requests; `organisations` are those that the reader may hold, `pages` where each list goes on. */
export async function Holds({ holds, named, organisations, pages }: { holds: Awaited<ReturnType<typeof holdsOf>>; named: (id: string) => string; organisations: readonly { readonly id: string; readonly names: Text }[]; pages: { readonly institutions: Pages; readonly requests: Pages } }) {
  const { language, t, ui, format } = await reader();
  const words = { error: ui("error"), optional: ui("optional") };
  const shown = (of: "count" | "wholeCount", { count, more }: Counted) => (count === 0 ? undefined : t(`retention.hold.${of}${more ? "More" : ""}`, { count }));
  const reason = { is: "area", name: "reason", label: t("retention.hold.reason"), rows: 2 } as const;
  return (
    <Panel id="holds" title={t("retention.hold.title")} padded>
      <div className="grid gap-4">
        {holds.requests.items.length + holds.organisations.items.length === 0 && <EmptyState>{t("retention.hold.none")}</EmptyState>}
        <PastList t={ui} list="whole" goesOn={pages.institutions.older !== undefined} />
        <ul id="whole" tabIndex={-1} className="grid gap-3 text-sm empty:hidden">
          {holds.organisations.items.map(({ id, organisation, authority, reason: why, placedAt, liftedAt }) => (
            <li key={id} className="grid gap-1">
              <span>{format.pair(t("retention.hold.all", { organisation: named(organisation) }), format.joined([authority, format.date(placedAt)]))}</span>
              <span className="whitespace-pre-line text-ink-2">{why}</span>
              {liftedAt !== null && <span className="text-ink-3">{t("retention.hold.lifted", { day: format.date(liftedAt) })}</span>}
              {liftedAt === null && organisations.some((one) => one.id === organisation) && (
                <CommandForm compact folded={{ within: true, summary: t("retention.hold.lift") }} action={releaseInstitution} words={words} fields={[{ is: "hidden", name: "id", value: id }, reason]} submits={[{ label: t("retention.hold.lift") }]} />
              )}
            </li>
          ))}
        </ul>
        <Pager t={ui} list="whole" {...pages.institutions} shown={shown("wholeCount", holds.organisationCounts)} />
        <PastList t={ui} list="held" goesOn={pages.requests.older !== undefined} />
        <ul id="held" tabIndex={-1} className="grid gap-3 text-sm empty:hidden">
          {holds.requests.items.map(({ id, number, home }) => <li key={id} className="flex flex-wrap gap-x-3"><a href={`/retention/${id}`} className="font-mono max-md:-my-1.5 max-md:py-3.25">{number}</a>{named(home)}</li>)}
        </ul>
        <Pager t={ui} list="held" {...pages.requests} shown={shown("count", holds.counts)} />
        {organisations.length > 0 && (
          <CommandForm
            compact
            folded={{ within: true, summary: t("retention.hold.placeAll") }}
            action={holdInstitution}
            words={words}
            fields={[
              { is: "select", name: "organisation", label: t("retention.hold.institution"), options: organisations.map(({ id, names }) => ({ value: id, label: names[language] })), empty: t("retention.erase.choose") },
              { is: "text", name: "authority", label: t("retention.hold.authority"), hint: t("retention.hold.authorityHint") },
              reason,
            ]}
            submits={[{ label: t("retention.hold.placeAll") }]}
          />
        )}
      </div>
    </Panel>
  );
}
