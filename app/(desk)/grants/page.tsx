import type { Metadata } from "next";
import { CommandForm } from "@/app/_request/command-form";
import { Frame } from "@/app/_request/frame";
import { knownUnits } from "@/app/_request/known-units";
import { searched } from "@/app/_request/searched";
import { quantityWords } from "@/lib/server/quantity-words";
import { Columns } from "@/app/_ui/columns";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { grantsOf } from "@/db/queries/accounts";
import { restingOn } from "@/db/queries/resting-on";
import { led } from "@/lib/access/heads";
import { accountId } from "@/lib/account/quota";
import { isUnlimited } from "@/lib/account/standing-grant";
import { htmlLanguage } from "@/lib/html-language";
import { moment, realClock } from "@/lib/server/clock";
import { grantableRegimes } from "@/lib/server/grantable";
import { reader } from "@/lib/server/language";
import { deskNames } from "@/lib/server/place-names";
import { requirementName } from "@/lib/server/requirement-name";
import { requireActor } from "@/lib/server/session";
import { registerGrant } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("grants.title") };
}

/** The standing grants of one's organisation: what remains, until when each holds, and which requests rest on it. Heads of its desks register them here. */
export default async function GrantsPage() {
  const [actor, words] = await Promise.all([requireActor(), reader()]);
  const { language, t, ui, format } = words;
  const [shown, desks] = [await grantsOf(actor), led(actor)];
  const [names, resting, grantable] = await Promise.all([deskNames(actor, desks, language), restingOn(actor, shown.map(accountId)), grantableRegimes(actor)]);
  const amount = (value: string, unit: string) => quantityWords({ value, unit }, { t, format });
  const titles = new Map(grantable.map(({ id, title }) => [id, title]));
  const regimes = searched(grantable.map(({ id, title }) => ({ value: id, label: title[language] })).toSorted((a, b) => a.label.localeCompare(b.label, htmlLanguage[language])), (id) => Object.values(titles.get(id) ?? {}), words);
  return (
    <Frame>
      <PageHead title={t("grants.title")} lead={t("grants.lead")} />
      <Columns shape="aside">
        <Panel padded={shown.length === 0}>
          {shown.length === 0 ? <EmptyState>{t("grants.none")}</EmptyState> : (
            <DataTable
              caption={t("grants.title")}
              rows={shown}
              keyOf={({ quota, year }) => `${quota} ${year}`}
              columns={[
                { id: "number", head: t("grants.number"), look: "short", cell: ({ grant, quota }) => <span className="font-mono">{grant?.number ?? quota}</span> },
                { id: "regime", head: t("grants.regime"), look: "wide", cell: ({ grant }) => (grant ? requirementName(grant.regime, language, t) : "") },
                { id: "left", head: t("grants.left"), look: "short", cell: (one) => (isUnlimited(one) ? t("grants.noLimit") : amount(one.left, one.unit)) },
                { id: "limit", head: t("grants.limit"), look: "short", cell: (one) => (isUnlimited(one) ? t("grants.noLimit") : amount(one.limit, one.unit)) },
                { id: "until", head: t("grants.until"), look: "short", cell: ({ grant }) => (grant?.validUntil ? format.date(grant.validUntil) : t("grants.noEnd")) },
                { id: "rests", head: t("grants.rests"), look: "wide", cell: (one) => <Resting requests={resting.filter(({ account }) => account === accountId(one))} /> },
              ]}
            />
          )}
        </Panel>
        {desks.length > 0 && (
          <Panel title={t("grants.register")} padded>
            <CommandForm
              compact
              action={registerGrant}
              words={{ error: ui("error"), optional: ui("optional") }}
              fields={[
                { is: "hidden", name: "commandId", value: crypto.randomUUID() },
                { is: "select", name: "desk", label: t("grants.desk"), options: desks.map((value) => ({ value, label: names[value] ?? value })), value: desks[0] },
                ...(shown.length > 0 ? [{ is: "select", name: "renews", label: t("grants.renews"), hint: t("grants.renewsHint"), options: shown.map(({ quota, year, grant }) => ({ value: `${quota} ${year}`, label: format.aside(grant?.number ?? quota, `${quota} ${year}`) })), empty: t("grants.renewsNone"), optional: true } as const] : []),
                { is: "text", name: "quota", label: t("grants.name"), hint: t("grants.nameHint"), size: "md", optional: shown.length > 0 },
                { is: "select", name: "grant.regime", label: t("grants.regime"), ...regimes, empty: t("ui.answer.choose") },
                { is: "text", name: "grant.number", label: t("grants.number"), size: "md" },
                { is: "date", name: "grant.issued", label: t("grants.issued"), value: moment(realClock).today },
                { is: "date", name: "grant.validFrom", label: t("grants.from"), optional: true },
                { is: "date", name: "grant.validUntil", label: t("grants.until"), optional: true },
                { is: "text", name: "limit.value", label: t("grants.limit"), hint: t("grants.amountHint"), inputMode: "decimal", size: "sm", optional: true },
                { is: "text", name: "limit.unit", label: t("quotas.unit"), hint: t("quotas.unitHint"), list: knownUnits({ t }), size: "sm", optional: true },
              ]}
              submits={[{ label: t("grants.register"), look: "first" }]}
            />
          </Panel>
        )}
      </Columns>
    </Frame>
  );
}

function Resting({ requests }: { requests: readonly { readonly request: string; readonly number: string }[] }) {
  if (requests.length === 0) return <>–</>;
  return <span className="grid">{requests.map(({ request, number }) => <a key={request} href={`/requests/${request}`} className="font-mono text-2xs">{number}</a>)}</span>;
}
