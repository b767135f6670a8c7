import { RequestForm } from "@/app/_request/request-form";
import { reader } from "@/lib/server/language";

/** Places a legal hold on a request, or lifts the one that stands. */
export async function HoldForm({ request, held, next }: { request: string; held: boolean; next?: string }) {
  const { t } = await reader();
  const reason = { is: "area", name: "reason", label: t("retention.hold.reason"), rows: 2 } as const;
  if (held) return <RequestForm request={request} command="liftHold" next={next} folded={{ within: true, summary: t("retention.hold.lift") }} fields={[reason]} label={t("retention.hold.lift")} />;
  return (
    <RequestForm request={request} command="placeHold" next={next} folded={{ within: true, summary: t("retention.hold.place") }} fields={[{ is: "text", name: "authority", label: t("retention.hold.authority"), hint: t("retention.hold.authorityHint") }, reason]} label={t("retention.hold.place")} />
  );
}
