import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { openDiscrepancies, settlements } from "@/lib/permit/discrepancy";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { discrepancySentence } from "@/lib/server/discrepancy-words";
import { RequestForm } from "./request-form";
import { standing } from "./words";

/** What does not agree in the ledger: what is open, with how to settle it for whoever may, and what became of the rest. */
export async function Discrepancies({ detail }: { detail: RequestDetail }) {
  const words = await reader();
  const { t, format } = words;
  const { discrepancies } = detail;
  if (discrepancies.length === 0) return null;
  const settles = detail.allowed.some(({ command, allowed }) => command === "resolveDiscrepancy" && allowed);
  const open = openDiscrepancies(discrepancies);
  return (
    <Panel id="discrepancies" title={t("ledger.open.title")} count={t("ledger.open.count", { count: open.length })} lit={settles && open.length > 0} padded>
      <ul className="grid gap-3 text-sm">
        {discrepancies.map((one) => (
          <li key={one.id}>
            <span className="flex flex-wrap items-start gap-x-3">{discrepancySentence(one, words)}{one.resolved === null && <Tag state="stop">{t("ledger.open.since", { day: format.shortDate(one.openedAt) })}</Tag>}</span>
            {one.resolved && <span className="block text-ink-2">{t("ledger.open.settled", { outcome: standing(t(`ledger.open.${one.resolved.outcome}`)), day: format.shortDate(one.resolved.at), reason: one.resolved.reason })}</span>}
            {settles && one.resolved === null && (
              <div data-screen>
                <RequestForm
                  request={detail.id}
                  command="resolveDiscrepancy"
                  folded={{ within: true, summary: t("ledger.open.settle") }}
                  fields={[
                    { is: "hidden", name: "discrepancy", value: one.id },
                    { is: "select", name: "outcome", label: t("ledger.open.outcome"), options: settlements.map((value) => ({ value, label: t(`ledger.open.${value}`) })), empty: t("ui.answer.choose") },
                    { is: "area", name: "reason", label: t("pages.end.reason"), rows: 2 },
                  ]}
                  label={t("ledger.open.settle")}
                  look="first"
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
