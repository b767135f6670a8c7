import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { caseDetail } from "@/app/_request/case-detail";
import { caseTitle } from "@/app/_request/case-title";
import { CrossNow } from "@/app/_request/cross-now";
import { Custody } from "@/app/_request/custody";
import { Frame } from "@/app/_request/frame";
import { KeptPanel } from "@/app/_request/kept-panel";
import { LedgerForms } from "@/app/_request/ledger-forms";
import { isTheirs } from "@/app/_request/may";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { isHeld } from "@/lib/permit/custody";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";

type Params = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return caseTitle((await params).id);
}

/** Where the ledger is written in, at the boundary as well: what may cross now comes first, in buttons as wide as a phone. */
export default async function LedgerPage({ params }: Params) {
  const [actor, words, { id }] = await Promise.all([requireActor(), reader(), params]);
  const { t } = words;
  const detail = await caseDetail(id);
  if (!detail?.permit || !isTheirs(detail, "recordMovement")) notFound();
  return (
    <Frame width="read">
      <PageHead title={t("ledger.write")} crumbs={[<a key="case" href={`/requests/${id}#ledger`} className="font-mono">{detail.number}</a>, detail.title, <span key="permit" className="font-mono">{detail.permit.number}</span>]} />
      <KeptPanel person={actor.id} words={words} />
      <div className="grid gap-6">
        <CrossNow detail={detail} person={actor.id} words={words} />
        {isHeld(detail.kind) && detail.ledger.some(({ stage }) => stage === "departed") && <Panel title={t("ledger.custody.title")} padded><Custody detail={detail} person={actor.id} words={words} titled={false} /></Panel>}
        <Panel title={t("ledger.now.other")} padded><p className="pb-2 text-sm"><a href={`/requests/${id}/ledger/table`}>{t("ledger.table.link")}</a></p><LedgerForms detail={detail} person={actor.id} words={words} /></Panel>
      </div>
    </Frame>
  );
}
