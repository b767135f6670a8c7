import { CommandForm } from "@/app/_request/command-form";
import { Panel } from "@/app/_ui/panel";
import { dossierPapers } from "@/db/queries/dossier-papers";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { requireActor } from "@/lib/server/session";
import { takeSharedPaper } from "./paper-action";

/** A paper of the dossier, used here too without sending it again; nothing where there is none, or where one may attach nothing. */
export async function SharedPapers({ detail, next }: { detail: RequestDetail; next: string }) {
  if (!detail.allowed.some(({ command, allowed }) => command === "attachDocument" && allowed)) return null;
  const [actor, { t, ui }] = await Promise.all([requireActor(), reader()]);
  const papers = (await dossierPapers(actor, detail.id)).filter(({ isThere }) => !isThere);
  if (papers.length === 0) return null;
  return (
    <div data-screen>
      <Panel title={t("dossier.papers.title")} padded>
        <CommandForm
          compact
          action={takeSharedPaper}
          words={{ error: ui("error"), optional: ui("optional") }}
          fields={[
            { is: "hidden", name: "requestId", value: detail.id },
            { is: "hidden", name: "commandId", value: crypto.randomUUID() },
            { is: "hidden", name: "next", value: next },
            { is: "select", name: "from", label: t("dossier.papers.which"), hint: t("dossier.papers.hint"), options: papers.map(({ request, document, name, number, role }) => ({ value: `${request}/${document}`, label: `${name} (${t(`dossier.role.${role}`)} ${number})` })) },
          ]}
          submits={[{ label: t("dossier.papers.do") }]}
        />
      </Panel>
    </div>
  );
}
