import type { Metadata } from "next";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { CommandForm } from "@/app/_request/command-form";
import { Frame } from "@/app/_request/frame";
import { formKinds } from "@/lib/kind/registry";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { beginRequest } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("pages.new.start") };
}

export default async function NewRequest() {
  await requireActor();
  const { t, ui } = await reader();
  return (
    <Frame width="read">
      <PageHead title={t("pages.new.start")} lead={t("pages.new.lead")} />
      <Panel padded>
        <CommandForm
          action={beginRequest}
          words={{ error: ui("error"), optional: ui("optional") }}
          fields={[
            { is: "hidden", name: "id", value: crypto.randomUUID() },
            { is: "text", name: "title", label: t("pages.label.title"), hint: t("pages.new.titleHint"), size: "full" },
            { is: "one", name: "kind", label: t("pages.new.kind"), options: formKinds.map((kind) => ({ value: kind, label: ui(`kind.${kind}`) })), value: formKinds[0] },
          ]}
          submits={[{ label: t("pages.new.begin"), look: "first" }]}
        />
      </Panel>
    </Frame>
  );
}
