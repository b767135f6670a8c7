import { Panel } from "@/app/_ui/panel";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { sendCommand } from "./actions";
import { CommandForm } from "./command-form";
import { hiddenFields } from "./hidden";

/** Ways to end a request, shown to whoever may: each asks for its reason before it does anything. */
export async function EndForms({ detail }: { detail: RequestDetail }) {
  const { t, ui } = await reader();
  const ways = (["withdraw", "close", "revoke"] as const).filter((command) => detail.allowed.some((one) => one.command === command && one.allowed));
  if (ways.length === 0) return null;
  return (
    <div data-screen>
      <Panel title={t("pages.end.title")} padded>
        {ways.map((command) => (
          <CommandForm key={command} compact folded={{ within: true, summary: t(`pages.end.${command}`) }} action={sendCommand} words={{ error: ui("error"), optional: ui("optional") }} fields={[...hiddenFields(command, detail.id), ...(command === "revoke" ? [{ is: "date" as const, name: "from", label: t("after.forms.from"), hint: t("after.forms.fromHint"), optional: true }] : []), { is: "area", name: "reason", label: t("pages.end.reason"), optional: command === "close" }]} submits={[{ label: t(`pages.end.${command}`), look: "danger" }]} />
        ))}
      </Panel>
    </div>
  );
}
