import { Panel } from "@/app/_ui/panel";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import type { FormField } from "./form-input";
import { may } from "./may";
import { staysOpen } from "./obligations";
import { RequestForm } from "./request-form";

/** Ways to end a request, shown to whoever may: each asks for its reason before it does anything. */
export async function EndForms({ detail }: { detail: RequestDetail }) {
  const words = await reader();
  const { t } = words;
  const people = [detail.requester, ...detail.team].map((id) => ({ value: id, label: detail.names.people[id] ?? id }));
  const revoking: readonly FormField[] = [
    { is: "date", name: "from", label: t("after.forms.from"), hint: t("after.forms.fromHint"), optional: true },
    { is: "some", name: "bars.people[]", label: t("after.forms.bars"), hint: t("after.forms.barsHint"), options: people, optional: true },
    { is: "date", name: "bars.until", label: t("after.forms.barsUntil"), optional: true },
  ];
  const ways = (["withdraw", "close", "revoke"] as const).filter((command) => may(detail, command));
  if (ways.length === 0) return null;
  return (
    <div data-screen>
      <Panel title={t("pages.end.title")} padded>
        {ways.map((command) => (
          <RequestForm key={command} request={detail.id} command={command} folded={{ within: true, summary: t(`pages.end.${command}`) }} fields={[...(command === "revoke" ? revoking : []), { is: "area", name: "reason", label: t("pages.end.reason"), optional: command === "close", ...(command === "close" && { hint: staysOpen(detail, words) }) }]} label={t(`pages.end.${command}`)} look="danger" />
        ))}
      </Panel>
    </div>
  );
}
