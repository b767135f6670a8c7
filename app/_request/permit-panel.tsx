import { DefinitionList } from "@/app/_ui/definition-list";
import { Meter } from "@/app/_ui/meter";
import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { refusalSentence } from "./outcome";
import { announced } from "@/lib/permit/consignments";
import { directions } from "@/lib/permit/entry";
import { reader, type Reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import type { FormField } from "./form-input";
import { movementFields } from "./ledger-forms";
import { entryChoice } from "@/lib/server/entry-words";
import { quantityWords } from "@/lib/server/quantity-words";
import { RequestForm } from "./request-form";
import { pointName } from "./words";

/** The permit with what is left of it, and a form to record a crossing. */
export async function PermitPanel({ detail }: { detail: RequestDetail }) {
  const words = await reader();
  const { language, t, ui, format } = words;
  const { permit } = detail;
  if (!permit) return null;
  const move = detail.allowed.find(({ command }) => command === "recordMovement");
  const unit = (value: string) => quantityWords({ value, unit: permit.limit.unit }, words);
  const { quantity, point, at, more } = movementFields(detail, words);
  const coming = announced(detail.ledger);
  const under: FormField[] = coming.length > 0 ? [{ is: "select", name: "movement", label: t("ledger.form.movement"), options: coming.map(({ id }) => ({ value: id, label: choiceOf(id, detail, words) })), empty: t("ledger.form.unannounced"), optional: true }] : [];
  return (
    <Panel id="permit" title={t("pages.permit.title")} count={<a href={`/permits/${permit.number}`} className="font-mono">{permit.number}</a>} padded>
      <div className="grid gap-5">
        <div><Tag state={permit.status === "valid" ? "done" : permit.status === "revoked" || permit.status === "suspended" ? "stop" : "rest"}>{permit.status === "valid" ? ui("verdict.valid") : ui(`status.${permit.status}`)}</Tag></div>
        <Meter used={Number(permit.used)} limit={Number(permit.limit.value)} labels={{ now: t("pages.permit.moved", { amount: unit(permit.used) }), limit: unit(permit.limit.value), left: t("pages.permit.left", { amount: unit(permit.remaining) }) }} />
        <DefinitionList shape="narrow" answers={[...(permit.revokedFrom === null ? [] : [{ term: t("after.permit.revokedFrom"), value: format.date(permit.revokedFrom) }]), ...(permit.earlier.length === 0 ? [] : [{ term: t("after.permit.earlier"), value: format.list(permit.earlier) }]), { term: t("pages.permit.valid"), value: t("rules.fromTo", { from: format.date(permit.validFrom), to: format.date(permit.validUntil) }) }, { term: t("pages.permit.point"), value: pointName(permit.controlPoint, language) ?? undefined }]} />
        <p className="text-sm text-ink-2">
          <span className="block">{t("credential.panel.lead")}</span>
          <a href={`/requests/${detail.id}/permit.pdf`} download>{t("credential.panel.pdf")}</a> · <a href={`/requests/${detail.id}/credential/jwt`} download>{t("credential.panel.jwt")}</a> · <a href={`/requests/${detail.id}/credential/json`} download>{t("credential.panel.json")}</a>
        </p>
        {move && !move.allowed && (permit.status === "valid" || permit.status === "suspended") && !move.reasons.some(({ code }) => code === "notPermitted") && <ul className="grid gap-1 text-sm text-ink-2">{move.reasons.map((reason, at) => <li key={at}>{refusalSentence(reason, words, detail.names.steps)}</li>)}</ul>}
        {move?.allowed && (
          <RequestForm
            request={detail.id}
            command="recordMovement"
            folded={{ within: true, summary: t("pages.permit.record") }}
            fields={[
              ...under,
              { is: "select", name: "direction", label: t("pages.permit.which"), options: (permit.status === "valid" ? directions : (["return"] as const)).map((value) => ({ value, label: t(`pages.permit.direction.${value}`) })), value: permit.status === "valid" ? "out" : "return" },
              ...quantity(),
              point,
              at,
              ...more,
            ]}
            label={t("pages.permit.record")}
            look="first"
          />
        )}
      </div>
    </Panel>
  );
}

function choiceOf(id: string, { ledger }: RequestDetail, words: Reader): string {
  const entry = ledger.findLast((one) => one.consignment === id && one.correctedBy === null);
  return entry ? entryChoice(entry, words) : id;
}
