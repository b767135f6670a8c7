import { Meter } from "@/app/_ui/meter";
import { Panel } from "@/app/_ui/panel";
import { numberForInput } from "@/lib/kind/number-text";
import { announced, reached } from "@/lib/permit/consignments";
import { directions } from "@/lib/permit/entry";
import type { Reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { CommandForm } from "./command-form";
import { crossNow } from "./cross-now-action";
import { hiddenFields } from "./hidden";
import { keepingFor } from "./kept-panel";
import { refusalSentence } from "./outcome";
import { quantityWords } from "@/lib/server/quantity-words";
import { pointName } from "./words";

/** What may cross this moment: a button for each movement that was announced, and an amount for any other. */
export function CrossNow({ detail, person, words }: { detail: RequestDetail; person: string; words: Reader }) {
  const { language, t, ui } = words;
  const { permit } = detail;
  const move = detail.allowed.find(({ command }) => command === "recordMovement");
  if (!permit || !move) return null;
  const { unit } = permit.limit;
  const amount = (value: string) => quantityWords({ value, unit }, words);
  const coming = announced(detail.ledger).map((one) => ({ ...one, last: reached(one) }));
  const form = { action: crossNow, words: { error: ui("error"), optional: ui("optional") }, compact: true, keeping: keepingFor(person, words) } as const;
  const hidden = () => hiddenFields("recordMovement", detail.id, `/requests/${detail.id}/ledger`);
  const ways = permit.status === "valid" ? directions : (["return"] as const);
  return (
    <Panel title={t("ledger.now.title")} padded begin>
      <div className="grid gap-5">
        <Meter used={Number(permit.used)} limit={Number(permit.limit.value)} labels={{ now: t("pages.permit.moved", { amount: amount(permit.used) }), limit: amount(permit.limit.value), left: t("pages.permit.left", { amount: amount(permit.remaining) }) }} />
        {!move.allowed && <ul className="grid gap-1 text-sm text-ink-2">{move.reasons.map((reason, at) => <li key={at}>{refusalSentence(reason, words, detail.names.steps)}</li>)}</ul>}
        {move.allowed && (
          <>
            {permit.controlPoint && <p className="text-sm text-ink-2">{t("ledger.now.lead", { point: pointName(permit.controlPoint, language) ?? permit.controlPoint })}</p>}
            {coming.map(({ id, direction, last }) => (
              <CommandForm
                key={id}
                {...form}
                fields={[...hidden(), { is: "hidden", name: "movement", value: id }, { is: "hidden", name: "direction", value: direction }, { is: "hidden", name: "quantity.value", value: numberForInput(last.quantity.value, language) }, { is: "hidden", name: "quantity.unit", value: unit }]}
                submits={[{ label: t(direction === "out" ? "ledger.now.out" : "ledger.now.back", { amount: amount(last.quantity.value) }), look: "first", wide: true }]}
              />
            ))}
            <CommandForm
              {...form}
              fields={[...hidden(), { is: "hidden", name: "quantity.unit", value: unit }, { is: "text", name: "quantity.value", label: t("pages.permit.quantity"), hint: t(`facts.units.${unit}.name`), size: "sm", inputMode: "decimal" }]}
              submits={ways.map((way) => ({ label: t(way === "out" ? "ledger.now.anyOut" : "ledger.now.anyBack"), name: "direction", value: way, look: coming.length === 0 && way === "out" ? "first" : "plain", wide: true }))}
            />
          </>
        )}
      </div>
    </Panel>
  );
}
