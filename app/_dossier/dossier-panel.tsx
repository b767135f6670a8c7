import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { dossierOf } from "@/db/queries/dossier-of";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { LinkedRows } from "./linked-rows";
import { called, standingTag, waitSentence } from "./words";

/** The dossier that a request stands in: what it waits for, what waits for it, and the other requests. Whoever owns it may open one. */
export async function DossierPanel({ request, isOwn }: { request: string; isOwn: boolean }) {
  const [actor, words] = await Promise.all([requireActor(), reader()]);
  const { t } = words;
  const dossier = await dossierOf(actor, request);
  if (!dossier) return isOwn ? <div data-screen><Panel title={t("dossier.name")} padded><a href={`/dossiers?request=${request}#open`} className="text-sm">{t("dossier.panel.put")}</a></Panel></div> : null;
  const others = dossier.requests.filter((one) => one.request !== request);
  const waits = dossier.dependencies.filter(({ waiting, awaits }) => waiting === request || awaits === request);
  return (
    <Panel title={t("dossier.name")} id="dossier" count={t(`dossier.role.${dossier.role}`)}>
      <p className="px-4 py-3 text-sm sm:px-5"><a href={`/dossiers/${dossier.id}`} className="font-medium">{dossier.title || dossier.number}</a></p>
      {waits.length > 0 && (
        <ul className="grid gap-3 border-t border-line px-4 py-3 text-sm sm:px-5">
          {waits.map((one) => {
            const [waiting, awaits] = [called(one.waiting, dossier, words), called(one.awaits, dossier, words)];
            return (
              <li key={`${one.waiting} ${one.awaits}`}>
                <Tag state={standingTag[one.standing]}>{t(`dossier.standing.${one.standing}`)}</Tag>
                <span className="block pt-1">{waitSentence({ ...one, waiting, awaits }, words)}</span>
                {one.standing === "ended" && one.holds && one.waiting === request && <span className="block text-stop">{t("dossier.waits.ended", { awaits })}</span>}
              </li>
            );
          })}
        </ul>
      )}
      {others.length > 0 && <div className="border-t border-line"><h3 className="px-4 pt-3 text-xs font-normal text-ink-3 sm:px-5">{t("dossier.panel.others")}</h3><LinkedRows requests={others} /></div>}
    </Panel>
  );
}
