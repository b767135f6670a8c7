import { Panel } from "@/app/_ui/panel";
import { CommandForm } from "@/app/_request/command-form";
import type { FormField, Option } from "@/app/_request/form-input";
import { linkableRequests } from "@/db/queries/linkable-requests";
import type { PersonActor } from "@/lib/access/actor";
import type { DossierCommandType } from "@/lib/dossier/command";
import { roles } from "@/lib/dossier/role";
import { untils } from "@/lib/dossier/until";
import { reader } from "@/lib/server/language";
import type { DossierDetail } from "@/lib/server/dossier-detail";
import { sendDossierCommand } from "./actions";
import { hiddenDossierFields } from "./hidden";
import { called, stepTitle } from "./words";

/** What may be changed about a dossier, each in a form of its own; nothing for whoever only reads. */
export async function ChangeForms({ detail, actor }: { detail: DossierDetail; actor: PersonActor }) {
  const words = await reader();
  const { t } = words;
  if (!detail.allowed.some(({ allowed }) => allowed)) return null;
  const own = await linkableRequests(actor);
  const isOwn = (request: string) => detail.known.some((one) => one.id === request && one.isOwn);
  const choices = detail.requests.map(({ request }): Option => ({ value: request, label: called(request, detail, words) }));
  const steps = [...new Set(detail.known.flatMap((one) => one.steps))].map((id): Option => ({ value: id, label: stepTitle(id, words) }));
  return (
    <div data-screen>
      <Panel title={t("dossier.act.title")}>
        {own.length > 0 && (
          <Change of="link" id={detail.id} title={t("dossier.act.link")} fields={[
            { is: "select", name: "request", label: t("dossier.act.request"), hint: t("dossier.act.linkHint"), options: own.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })) },
            { is: "select", name: "role", label: t("dossier.role.label"), options: roles.map((value) => ({ value, label: t(`dossier.role.${value}`) })) },
          ]} />
        )}
        {choices.length > 1 && (
          <Change of="addDependency" id={detail.id} title={t("dossier.act.depend")} fields={[
            { is: "select", name: "waiting", label: t("dossier.act.waiting"), options: choices.filter(({ value }) => isOwn(value)) },
            { is: "select", name: "awaits", label: t("dossier.act.awaits"), options: choices },
            { is: "select", name: "until", label: t("dossier.act.until"), options: untils.map((value) => ({ value, label: t(`dossier.awaited.${value}`) })), value: "approved" },
            { is: "select", name: "step", label: t("dossier.act.step"), hint: t("dossier.act.stepHint"), optional: true, empty: "–", options: steps },
            { is: "area", name: "reason", label: t("dossier.act.reason"), rows: 2 },
          ]} />
        )}
        {detail.requests.filter(({ request }) => isOwn(request) || detail.opener === actor.id).map(({ request, number }) => (
          <Change key={request} of="unlink" id={detail.id} title={t("dossier.act.unlink", { number })} danger fields={[{ is: "hidden", name: "request", value: request }, { is: "area", name: "reason", label: t("dossier.act.reason"), rows: 2, optional: true }]} />
        ))}
        <Change of="rename" id={detail.id} title={t("dossier.act.rename")} fields={[{ is: "text", name: "title", label: t("dossier.open.name"), hint: t("dossier.open.hint"), size: "full", value: detail.title }]} />
        <Change of="closeDossier" id={detail.id} title={t("dossier.act.close")} danger fields={[{ is: "area", name: "reason", label: t("dossier.act.reason"), rows: 2, optional: true }]} />
      </Panel>
    </div>
  );
}

async function Change({ of, id, title, fields, danger = false }: { of: DossierCommandType; id: string; title: string; fields: readonly FormField[]; danger?: boolean }) {
  const { ui } = await reader();
  return (
    <CommandForm compact folded={{ summary: title }} action={sendDossierCommand} words={{ error: ui("error"), optional: ui("optional") }} fields={[...hiddenDossierFields(of, id), ...fields]} submits={[{ label: title, ...(danger && { look: "danger" as const }) }]} />
  );
}
