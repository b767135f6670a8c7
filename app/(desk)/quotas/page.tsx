import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommandForm } from "@/app/_request/command-form";
import { Frame } from "@/app/_request/frame";
import { knownUnits } from "@/app/_request/known-units";
import { quantityWords } from "@/lib/server/quantity-words";
import { Columns, Stack } from "@/app/_ui/columns";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { accountsOf } from "@/db/queries/accounts";
import { led } from "@/lib/access/heads";
import { moment, realClock } from "@/lib/server/clock";
import { reader } from "@/lib/server/language";
import { deskNames } from "@/lib/server/place-names";
import { requireActor } from "@/lib/server/session";
import { setQuotaAction } from "./actions";
import { Counted } from "./counted";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("quotas.title") };
}

/** What is left of each year's quota, for the desks that keep them and for auditors; a desk's head sets and raises them here. */
export default async function QuotasPage() {
  const [actor, { language, t, ui, format }] = await Promise.all([requireActor(), reader()]);
  const [shown, desks] = [(await accountsOf(actor)).filter(({ grant }) => !grant), led(actor)];
  const names = await deskNames(actor, [...new Set([...desks, ...shown.map(({ desk }) => desk)])], language);
  if (shown.length === 0 && desks.length === 0) notFound();
  const amount = (value: string, unit: string) => quantityWords({ value, unit }, { t, format });
  return (
    <Frame>
      <PageHead title={t("quotas.title")} lead={t("quotas.lead")} actions={<a href="/grants">{t("grants.title")}</a>} />
      <Columns shape="aside">
        <Stack>
        <Panel padded={shown.length === 0}>
          {shown.length === 0 ? <EmptyState>{t("quotas.none")}</EmptyState> : (
            <DataTable
              caption={t("quotas.title")}
              rows={shown}
              keyOf={({ organisation, quota, year }) => `${organisation} ${quota} ${year}`}
              columns={[
                { id: "quota", head: t("quotas.name"), look: "short", cell: ({ organisation, quota, year }) => <a href={`/quotas/${organisation}/${quota}/${year}`} className="font-mono">{quota}</a> },
                { id: "year", head: t("quotas.year"), look: "short", cell: ({ year }) => String(year) },
                { id: "left", head: t("case.quota.left"), look: "short", cell: ({ left, unit }) => amount(left, unit) },
                { id: "limit", head: t("quotas.limit"), look: "short", cell: ({ limit, unit }) => amount(limit, unit) },
                { id: "reserved", head: t("case.quota.reserved"), look: "short", cell: ({ reserved, unit }) => amount(reserved, unit) },
                { id: "used", head: t("case.quota.used"), look: "short", cell: ({ used, unit }) => amount(used, unit) },
                { id: "desk", head: t("quotas.desk"), look: "wide", cell: ({ desk }) => names[desk] ?? desk },
              ]}
            />
          )}
        </Panel>
        <Counted organisations={[...new Set([...shown.map(({ organisation }) => organisation), ...(desks.length > 0 && actor.organisation !== null ? [actor.organisation] : [])])]} />
        </Stack>
        {desks.length > 0 && (
          <Panel title={t("quotas.set")} padded>
            <CommandForm
              compact
              action={setQuotaAction}
              words={{ error: ui("error"), optional: ui("optional") }}
              fields={[
                { is: "hidden", name: "commandId", value: crypto.randomUUID() },
                { is: "select", name: "desk", label: t("quotas.desk"), options: desks.map((value) => ({ value, label: names[value] ?? value })), value: desks[0] },
                { is: "text", name: "quota", label: t("quotas.name"), hint: t("quotas.nameHint") },
                { is: "text", name: "year", label: t("quotas.year"), inputMode: "decimal", size: "xs", value: moment(realClock).today.slice(0, 4) },
                { is: "text", name: "limit.value", label: t("quotas.limit"), inputMode: "decimal", size: "sm" },
                { is: "text", name: "limit.unit", label: t("quotas.unit"), hint: t("quotas.unitHint"), list: knownUnits({ t }), size: "sm" },
                { is: "area", name: "reason", label: t("case.hands.why"), rows: 2, optional: true },
              ]}
              submits={[{ label: t("quotas.set"), look: "first" }]}
            />
          </Panel>
        )}
      </Columns>
    </Frame>
  );
}
