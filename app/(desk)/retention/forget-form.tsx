import { CommandForm } from "@/app/_request/command-form";
import { ruleField } from "@/app/_retention/rule-field";
import { Panel } from "@/app/_ui/panel";
import { reader } from "@/lib/server/language";
import { forget } from "./actions";

/** Forgets somebody who has left: by the address of their account. */
export async function ForgetForm() {
  const words = await reader();
  const { t, ui } = words;
  return (
    <Panel title={t("retention.forget.title")} padded screen>
      <p className="pb-4 text-sm text-ink-2">{t("retention.forget.lead")}</p>
      <CommandForm
        compact
        action={forget}
        words={{ error: ui("error"), optional: ui("optional") }}
        fields={[{ is: "text", name: "person", label: t("retention.forget.person"), inputMode: "email" }, ruleField(["CN", "HK", "MO"], words, ["timeOver", "personAsks"])]}
        submits={[{ label: t("retention.forget.act"), look: "danger" }]}
      />
    </Panel>
  );
}
