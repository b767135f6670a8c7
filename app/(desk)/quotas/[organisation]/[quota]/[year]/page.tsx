import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { QuotaStory } from "@/app/_quota/story";
import { Frame } from "@/app/_request/frame";
import { quantityWords } from "@/lib/server/quantity-words";
import { Columns } from "@/app/_ui/columns";
import { DefinitionList } from "@/app/_ui/definition-list";
import { PageHead } from "@/app/_ui/page-head";
import { Pager, PastList } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { accountHistory } from "@/db/queries/accounts";
import { accountKey } from "@/lib/account/account-key";
import { isUnlimited } from "@/lib/account/standing-grant";
import { reader } from "@/lib/server/language";
import { deskNames } from "@/lib/server/place-names";
import { requireActor } from "@/lib/server/session";

type Props = { params: Promise<{ organisation: string; quota: string; year: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { quota, year }] = await Promise.all([reader(), params]);
  return { title: t("case.quota.name", { quota, year }) };
}

/** One year's quota: how it stands, and every entry of it, for the desks that keep it and for auditors. */
export default async function QuotaPage({ params, searchParams }: Props) {
  const [{ organisation, quota, year }, search, actor, { language, t, ui, format }] = await Promise.all([params, searchParams, requireActor(), reader()]);
  const before = typeof search.before === "string" && /^[1-9]\d{0,8}$/.test(search.before) ? Number(search.before) : null;
  const key = accountKey({ organisation, quota, year });
  const found = key && (await accountHistory(actor, key, before));
  if (!found) notFound();
  const { account, items, next, seen, people } = found;
  const names = await deskNames(actor, [account.desk], language);
  const amount = (value: string) => (isUnlimited(account) && value !== account.reserved && value !== account.used ? t("grants.noLimit") : quantityWords({ value, unit: account.unit }, { t, format }));
  const here = `/quotas/${organisation}/${quota}/${year}`;
  return (
    <Frame>
      <PageHead crumbs={[<a key="all" href={account.grant ? "/grants" : "/quotas"}>{t(account.grant ? "grants.title" : "quotas.title")}</a>]} title={t("case.quota.name", { quota, year })} lead={names[account.desk] ?? account.desk} />
      <Columns shape="ask-first">
        <Panel title={t("case.quota.title")} padded>
          <DefinitionList answers={[{ term: t("case.quota.left"), value: amount(account.left) }, { term: t("quotas.limit"), value: amount(account.limit) }, { term: t("case.quota.reserved"), value: amount(account.reserved) }, { term: t("case.quota.used"), value: amount(account.used) }]} />
        </Panel>
        <Panel id="history" title={t("quotas.history")}>
          <PastList t={ui} list="history" goesOn={next !== null} />
          <QuotaStory events={items} seen={seen} people={people} />
          <Pager t={ui} list="history" newer={before === null ? undefined : here} older={next === null ? undefined : `${here}?before=${next}`} />
        </Panel>
      </Columns>
    </Frame>
  );
}
