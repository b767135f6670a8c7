import { RequestForm } from "@/app/_request/request-form";
import { placesOf } from "@/lib/request/evolve-erasure";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { ruleField } from "./rule-field";

/** Takes one paper away, under a rule that is chosen. */
export async function ErasePaper({ detail, document, next }: { detail: RequestDetail; document: string; next: string }) {
  const words = await reader();
  const { t } = words;
  if (detail.target.at !== "live") return null;
  return (
    <RequestForm
      request={detail.id}
      command="erase"
      next={next}
      folded={{ within: true, summary: t("retention.erase.paper"), lead: <p className="pb-4 text-sm text-ink-2">{t("retention.erase.stays")}</p> }}
      fields={[{ is: "hidden", name: "documents[]", value: document }, ruleField(placesOf(detail.target.state), words), { is: "area", name: "reason", label: t("retention.erase.reason"), rows: 2, optional: true }]}
      label={t("retention.erase.paper")}
      look="danger"
    />
  );
}
