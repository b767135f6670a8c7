import type { Metadata } from "next";
import { Button } from "@/app/_ui/button";
import { FileField, TextArea } from "@/app/_ui/inputs";
import { Remark } from "@/app/_ui/remark";
import { PageHead } from "@/app/_ui/page-head";
import { Pager, PastList } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { RowList } from "@/app/_ui/row-list";
import { Frame } from "@/app/_request/frame";
import { Rooms } from "@/app/_audit/rooms";
import { SealCard } from "@/app/_seals/seal-card";
import { sealCount, sealList } from "@/db/queries/seal-list";
import { sealKept } from "@/db/queries/seals";
import { holdsAnywhere } from "@/lib/access/can";
import { keptSeal } from "@/lib/server/kept-seal";
import { reader } from "@/lib/server/language";
import { currentActor } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("seals.title") };
}

/** What a seal is, the newest to keep, those before, and whether today's log goes on from one that was kept elsewhere. */
export default async function Seals({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { t, ui, format }, asked] = await Promise.all([currentActor(), reader(), searchParams]);
  const kept = typeof asked.seal === "string" && asked.seal.trim() !== "" ? asked.seal.slice(0, 8000) : null;
  const below = typeof asked.below === "string" && /^[1-9]\d{0,8}$/.test(asked.below) ? Number(asked.below) : null;
  const [newest, list, { count, more }, checked] = await Promise.all([sealKept(), sealList(below), sealCount(), kept === null ? null : keptSeal(kept)]);
  const said = checked && t(`seals.check.${checked.code}`, { origin: checked.origin ?? "", size: checked.size ?? 0, logSize: checked.logSize, day: checked.sealedAt === null ? "" : format.dateTime(checked.sealedAt) });
  const odd = asked.file === "picture" ? t("seals.check.picture") : asked.seal !== undefined && kept === null ? t("seals.check.nothing") : checked && checked.code !== "extends" ? (said ?? undefined) : undefined;
  return (
    <Frame width="read">
      <PageHead title={t("seals.title")} lead={t("seals.lead")} />
      {holdsAnywhere(actor, "audit.search") && <div className="mb-5"><Rooms current="seals" /></div>}
      <div className="grid gap-5">
        <Panel title={t("seals.newest")} padded>
          {newest ? <><p className="mb-3 text-sm text-ink-2">{t("seals.keep")}</p><SealCard seal={newest} /></> : <p>{t("seals.none")}</p>}
        </Panel>
        <Panel title={t("seals.check.title")} id="check" padded>
          {checked?.code === "extends" && <Remark state="done"><b>{said}</b></Remark>}
          {odd && <Remark state="stop"><b>{odd}</b></Remark>}
          <form method="post" action="/seals/check" encType="multipart/form-data" className="grid gap-4">
            <p className="text-sm text-ink-2">{t("seals.check.lead")}</p>
            <FileField question={{ t: ui, name: "file", label: t("seals.check.file"), hint: t("seals.check.fileHint") }} />
            <TextArea question={{ t: ui, name: "seal", label: t("seals.check.text"), hint: t("seals.check.textHint") }} rows={7} defaultValue={kept ?? ""} autoComplete="off" spellCheck={false} />
            <div><Button look="first">{t("seals.check.ask")}</Button></div>
          </form>
        </Panel>
        <Panel title={t("seals.plain.title")} padded>
          <div className="grid gap-3 [&_ul]:list-disc [&_ul]:ps-5">
            <p>{t("seals.plain.what")}</p>
            <p>{t("seals.plain.how")}</p>
            <h3 className="text-md">{t("seals.plain.notTitle")}</h3>
            <ul className="grid gap-1.5">{(["minute", "first", "nobody", "truth", "who", "key"] as const).map((one) => <li key={one}>{t(`seals.plain.not.${one}`)}</li>)}</ul>
          </div>
        </Panel>
        <Panel title={t("seals.offline.title")} padded>
          <p>{t("seals.offline.text")}</p>
          <pre className="whitespace-pre-wrap break-all my-3 rounded-panel bg-sunken p-3 font-mono text-xs">python3 verify_record.py record.ndjson --seal seal.txt</pre>
          <p><a href="/seals/verify_record.py" download>{t("seals.offline.program")}</a></p>
        </Panel>
        <Panel id="earlier" title={t("seals.earlier")}>
          <PastList t={ui} list="earlier" goesOn={list.next !== null} />
          <RowList items={list.items.map(({ size, sealedAt }) => ({ id: String(size), title: <a href={`/seals/${size}`}>{format.dateTime(sealedAt)}</a>, end: t("seals.events", { count: size }) }))} />
        </Panel>
        <Pager t={ui} list="earlier" older={list.next === null ? undefined : `/seals?below=${list.next}`} newer={below === null ? undefined : "/seals"} shown={list.items.length > 0 ? t(more ? "seals.countMore" : "seals.count", { count }) : undefined} />
      </div>
    </Frame>
  );
}
