import { DefinitionList } from "@/app/_ui/definition-list";
import { Panel } from "@/app/_ui/panel";
import { leftOf } from "@/lib/account/ledger";
import { reader } from "@/lib/server/language";
import type { DetailStep } from "@/lib/server/request-detail";
import { quantityWords } from "@/lib/server/quantity-words";

/** What the approval of a step takes from a quota, and what is left of it: for the desk that decides, and for auditors. */
export async function QuotaPanel({ step: { reserves, account } }: { step: DetailStep }) {
  if (!reserves) return null;
  const { t, format } = await reader();
  const amount = (value: string, unit: string) => quantityWords({ value, unit }, { t, format });
  const { year, quota } = reserves;
  const stood = account ? [{ term: t("case.quota.left"), value: t("case.quota.of", { left: amount(leftOf(account), account.limit.unit), limit: amount(account.limit.value, account.limit.unit) }) }, { term: t("case.quota.reserved"), value: amount(account.reserved, account.limit.unit) }, { term: t("case.quota.used"), value: amount(account.used, account.limit.unit) }] : [];
  return (
    <Panel title={t("case.quota.title")} count={t("case.quota.name", { quota, year: String(year) })} padded>
      <DefinitionList answers={[{ term: t("case.quota.takes"), value: amount(reserves.amount.value, reserves.amount.unit) }, ...stood]} />
    </Panel>
  );
}
