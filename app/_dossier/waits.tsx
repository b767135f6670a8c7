import { StepGraph, type StepNode } from "@/app/_ui/step-graph";
import { Tag } from "@/app/_ui/tag";
import { CommandForm } from "@/app/_request/command-form";
import { reader, type Reader } from "@/lib/server/language";
import type { DossierDetail } from "@/lib/server/dossier-detail";
import { sendDossierCommand } from "./actions";
import { hiddenDossierFields } from "./hidden";
import { called, standingTag, waitSentence } from "./words";

/** What waits for what: drawn, and each in a sentence with its reason; removed, with another, by the dossier's people. */
export async function Waits({ detail }: { detail: DossierDetail }) {
  const words = await reader();
  const { t, ui } = words;
  const may = detail.allowed.some(({ command, allowed }) => command === "removeDependency" && allowed);
  if (detail.dependencies.length === 0) return <p className="px-4 py-4 text-sm text-ink-2 sm:px-5">{t("dossier.waits.none")}</p>;
  return (
    <>
      <div className="border-b border-line px-4 py-4 sm:px-5"><StepGraph t={(key, values) => (key === "steps" ? t("dossier.waits.drawn") : ui(key, values))} steps={drawn(detail, words)} /></div>
      <ul>
        {detail.dependencies.map((one) => {
          const [waiting, awaits] = [called(one.waiting, detail, words), called(one.awaits, detail, words)];
          return (
            <li key={`${one.waiting} ${one.awaits}`} className="border-t border-line first:border-t-0">
              <div className="flex flex-wrap items-start justify-between gap-x-5 gap-y-1 px-4 py-3 text-sm sm:px-5">
                <div className="min-w-0 flex-[1_1_16rem]">
                  <p className="font-medium">{waitSentence({ ...one, waiting, awaits }, words)}</p>
                  {one.reason && <p className="text-ink-2">{t("dossier.waits.because", { reason: one.reason })}</p>}
                  {one.standing === "ended" && one.holds && <p className="text-stop">{t("dossier.waits.ended", { awaits })}</p>}
                </div>
                <Tag state={standingTag[one.standing]}>{t(`dossier.standing.${one.standing}`)}</Tag>
              </div>
              {may && (
                <CommandForm compact folded={{ summary: t("dossier.act.remove") }} action={sendDossierCommand} words={{ error: ui("error"), optional: ui("optional") }} fields={[...hiddenDossierFields("removeDependency", detail.id), { is: "hidden", name: "waiting", value: one.waiting }, { is: "hidden", name: "awaits", value: one.awaits }, { is: "area", name: "reason", label: t("dossier.act.reason"), rows: 2 }]} submits={[{ label: t("dossier.act.remove"), look: "danger" }]} />
              )}
            </li>
          );
        })}
      </ul>
      <p className="border-t border-line px-4 py-3 text-xs text-ink-3 sm:px-5">{t("dossier.waits.holds")}</p>
    </>
  );
}

/** Only what waits or is waited for; what a request waits for stands before it. */
function drawn({ requests, dependencies }: DossierDetail, { t, ui }: Reader): StepNode[] {
  const bound = requests.filter(({ request }) => dependencies.some(({ waiting, awaits }) => waiting === request || awaits === request));
  return bound.map(({ request, number, role, seen }): StepNode => {
    const over = seen?.status === "rejected" || seen?.status === "withdrawn" || seen?.status === "revoked";
    const past = seen?.status === "permitted" || seen?.status === "closed" || seen?.status === "expired";
    return {
      id: request,
      name: `${t(`dossier.role.${role}`)} ${number}`,
      side: "joint",
      status: over ? "stopped" : past ? "done" : seen && seen.status !== "draft" ? "now" : "ahead",
      ...(seen && { note: ui(`status.${seen.status}`), href: `/requests/${request}` }),
      needs: dependencies.filter(({ waiting }) => waiting === request).map(({ awaits }) => awaits),
    };
  });
}
