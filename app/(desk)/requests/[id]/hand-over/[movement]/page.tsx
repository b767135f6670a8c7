import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { caseDetail } from "@/app/_request/case-detail";
import { caseTitle } from "@/app/_request/case-title";
import { Chain } from "@/app/_request/custody";
import { Frame } from "@/app/_request/frame";
import { keepingFor, KeptPanel } from "@/app/_request/kept-panel";
import { refusalSentence } from "@/app/_request/outcome";
import { quantityWords } from "@/lib/server/quantity-words";
import { RequestForm } from "@/app/_request/request-form";
import { ButtonLink } from "@/app/_ui/button";
import { Remark } from "@/app/_ui/remark";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { QrCode } from "@/app/_ui/qr-code";
import { clockTime } from "@/lib/calendar/day";
import { numberForInput } from "@/lib/kind/number-text";
import { consignmentOf, isUnderWay } from "@/lib/permit/consignments";
import { holderOf, lastCounted } from "@/lib/permit/custody";
import { codeFor, type ShownCode } from "@/lib/server/hand-over";
import { reader, type Reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { settings } from "@/lib/server/settings";

type Params = { params: Promise<{ id: string; movement: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return caseTitle((await params).id);
}

/** Where whoever has a movement shows the code that hands it over, and sees who has it. */
export default async function HandOverPage({ params }: Params) {
  const [actor, words, { id, movement }] = await Promise.all([requireActor(), reader(), params]);
  const { t, format } = words;
  const detail = await caseDetail(id);
  const one = detail && consignmentOf(detail.ledger, movement);
  const amount = one && lastCounted(one, detail.custody);
  if (!detail?.permit || !one || !amount) notFound();
  const here = `/requests/${id}/hand-over/${movement}`;
  const last = detail.custody.findLast((handOver) => handOver.movement === movement);
  const has = holderOf(one, detail) === actor.id;
  const isGone = last?.from === actor.id && !has;
  const shown = isGone ? null : await codeFor(actor, id, movement);
  return (
    <Frame width="read">
      <PageHead title={t("ledger.custody.handOver", { amount: quantityWords(amount, words) })} crumbs={[<a key="case" href={`/requests/${id}#ledger`} className="font-mono">{detail.number}</a>, detail.title, <span key="permit" className="font-mono">{detail.permit.number}</span>]} />
      <KeptPanel person={actor.id} words={words} />
      {isGone && <Remark state="done">{t("ledger.custody.taken", { who: detail.names.people[last.to] ?? "", at: format.dateTime(last.at) })}</Remark>}
      {last && has && <Remark state="done">{t("ledger.custody.have", { at: format.dateTime(last.at) })}</Remark>}
      <div className="grid gap-6">
        {shown && "code" in shown && <Panel title={last && has ? t("ledger.custody.handOn") : undefined} padded screen begin><Shown shown={shown} here={here} words={words} /></Panel>}
        {has && isUnderWay(one) && (
          <Panel padded screen>
            <RequestForm
              request={id}
              command="recordStage"
              folded={{ within: true, summary: t("ledger.form.arrived") }}
              next={here}
              keeping={keepingFor(actor.id, words)}
              fields={[
                { is: "hidden", name: "stage", value: "arrived" },
                { is: "hidden", name: "movement", value: movement },
                { is: "hidden", name: "quantity.unit", value: amount.unit },
                { is: "text", name: "quantity.value", label: t("ledger.custody.quantity"), hint: t(`facts.units.${amount.unit}.name`), size: "sm", inputMode: "decimal", value: numberForInput(amount.value, words.language) },
                { is: "moment", name: "at", label: t("pages.permit.at"), hint: t("pages.permit.atHint"), value: clockTime(new Date()) },
                { is: "text", name: "condition", label: t("ledger.form.condition"), optional: true },
              ]}
              label={t("ledger.form.arrived")}
              look="first"
            />
          </Panel>
        )}
        {shown && "refusals" in shown && <Panel padded><ul className="grid gap-1 text-sm">{shown.refusals.map((reason) => <li key={reason.code}>{refusalSentence(reason, words)}</li>)}</ul></Panel>}
        <Panel title={t("ledger.custody.title")} padded><Chain one={one} detail={detail} words={words} /></Panel>
      </div>
    </Frame>
  );
}

function Shown({ shown: { code, until }, here, words: { t, format } }: { shown: ShownCode; here: string; words: Reader }) {
  const link = `${settings().PUBLIC_URL}/hand-over/${code}`;
  return (
    <div className="grid justify-items-center gap-4 text-center">
      <p className="text-sm text-ink-2">{t("ledger.custody.lead")}</p>
      <div className="w-full max-w-80"><QrCode text={link} label={t("ledger.custody.code")} /></div>
      <p className="text-sm font-medium">{t("ledger.custody.until", { at: format.time(until) })}</p>
      <p className="text-xs"><a href={link} className="break-all">{t("ledger.custody.link")}</a></p>
      <ButtonLink href={here} plain look="first" wide>{t("ledger.custody.check")}</ButtonLink>
    </div>
  );
}
