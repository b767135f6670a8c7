import { consignments, firstOf, reached } from "@/lib/permit/consignments";
import { counting, directions, ends, stages } from "@/lib/permit/entry";
import { clockTime } from "@/lib/calendar/day";
import { isMoney, statedIn } from "@/lib/permit/units";
import { movementFieldsOf } from "@/lib/kind/movement-fields";
import { controlPointName } from "@/lib/place/control-points";
import { controlPointsFor } from "@/lib/place/routes";
import { entryChoice } from "@/lib/server/entry-words";
import type { Reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import type { FormField, Option } from "./form-input";
import { keepingFor } from "./kept-panel";
import { isTheirs, may } from "./may";
import { RequestForm } from "./request-form";

/** What may be written in the ledger besides a crossing, each form folded under what it does. */
export function LedgerForms({ detail, person, words }: { detail: RequestDetail; person: string; words: Reader }) {
  const { ui } = words;
  const forms = formsFor(detail, words).filter(({ command }) => may(detail, command));
  if (forms.length === 0) return null;
  return (
    <div data-screen>
      {forms.map(({ command, label, fields }) => (
        <RequestForm key={label} request={detail.id} command={command} folded={{ within: true, summary: label }} next={`/requests/${detail.id}#ledger`} fields={fields} label={ui("act.save")} look="first" keeping={command === "recordStage" ? keepingFor(person, words) : undefined} />
      ))}
    </div>
  );
}

/** Whether there is anything that the reader may write in it. */
export function writesInLedger(detail: RequestDetail): boolean {
  // Whoever only has something by the record books it in where it is handed on.
  return isTheirs(detail, "recordMovement") && ["recordMovement", ...writing].some((command) => may(detail, command));
}

const writing: readonly string[] = ["planMovement", "recordStage", "recordEnd", "recordReading", "recordTrace", "correctMovement"];

type LedgerForm = { readonly command: string; readonly label: string; readonly fields: readonly FormField[] };

function formsFor(detail: RequestDetail, words: Reader): LedgerForm[] {
  const { t } = words;
  const { ledger, kind } = detail;
  const holding = counting(ledger);
  const choices = (stage: "departed" | "arrived"): Option[] => consignments(ledger).filter((one) => stages.indexOf(reached(one).stage as (typeof stages)[number]) < stages.indexOf(stage)).flatMap(({ id }) => holding.filter((one) => one.consignment === id).slice(0, 1).map((one) => ({ value: id, label: entryChoice(one, words) })));
  const movement = (stage: "departed" | "arrived"): FormField => ({ is: "select", name: "movement", label: t("ledger.form.movement"), options: choices(stage), value: choices(stage).at(-1)?.value, empty: t("ledger.form.unannounced"), optional: true });
  const { quantity, at, more, point, direction } = movementFields(detail, words);
  const expected: FormField = { is: "date", name: "expected", label: t("ledger.form.expected"), optional: true };
  const reason: FormField = { is: "area", name: "reason", label: t("pages.end.reason"), rows: 2 };
  const condition: FormField = { is: "text", name: "condition", label: t("ledger.form.condition"), optional: true };
  const counters = [...new Set(ledger.flatMap(({ reading }) => reading?.counter ?? []))];
  const begun = consignments(ledger).map((one): Option => ({ value: one.id, label: entryChoice(firstOf(one), words) }));
  const files = detail.documents.filter(({ mediaType }) => mediaType === "text/plain").map(({ id, name }): Option => ({ value: id, label: name }));
  return [
    { command: "planMovement", label: t("ledger.form.planMovement"), fields: [direction, ...quantity(), at, point, expected, ...more] },
    { command: "recordStage", label: t("ledger.form.departed"), fields: [{ is: "hidden", name: "stage", value: "departed" }, movement("departed"), ...quantity(), at, expected, ...more] },
    { command: "recordStage", label: t("ledger.form.arrived"), fields: [{ is: "hidden", name: "stage", value: "arrived" }, movement("arrived"), ...quantity(), at, { is: "text", name: "otherItem", label: t("ledger.form.otherItem"), optional: true }, condition] },
    { command: "recordEnd", label: t("ledger.form.recordEnd"), fields: [{ is: "select", name: "end", label: t("ledger.form.end"), options: ends.map((value) => ({ value, label: t(`ledger.stage.${value}`) })), empty: t("ui.answer.choose") }, ...quantity(), at, ...more] },
    ...(kind === "data" || kind === "funds" ? [{ command: "recordReading", label: t("ledger.form.recordReading"), fields: [{ is: "text", name: "counter", label: t("ledger.form.counter"), hint: t("ledger.form.counterHint"), size: "sm", value: counters.at(-1) } as FormField, ...quantity("total", t("ledger.form.total")), at] }] : []),
    ...(holding.length > 0 && files.length > 0 ? [{ command: "recordTrace", label: t("ledger.form.recordTrace"), fields: [
      { is: "select", name: "movement", label: t("ledger.form.movement"), options: begun, value: begun.at(-1)?.value, empty: t("ui.answer.choose") } as FormField,
      { is: "select", name: "document", label: t("ledger.form.trace"), hint: t("ledger.form.traceHint"), options: files, value: files.at(-1)?.value, empty: t("ui.answer.choose") } as FormField,
      { is: "text", name: "range.from", label: t("ledger.form.least"), hint: t("ledger.form.celsiusHint"), size: "sm" } as FormField,
      { is: "text", name: "range.to", label: t("ledger.form.most"), hint: t("ledger.form.celsiusHint"), size: "sm" } as FormField,
    ] }] : []),
    ...(holding.length > 0 ? [{ command: "correctMovement", label: t("ledger.form.correctMovement"), fields: [
      { is: "select", name: "movement", label: t("ledger.form.entry"), options: holding.toReversed().map((one) => ({ value: one.id, label: entryChoice(one, words) })), empty: t("ui.answer.choose") } as FormField,
      { is: "select", name: "isVoid", label: t("ledger.form.happened"), options: [{ value: "true", label: t("ledger.form.never") }], empty: t("ledger.form.otherwise"), optional: true } as FormField,
      ...quantity("quantity", t(counters.length > 0 ? "ledger.form.right" : "ledger.form.rightQuantity"), true),
      reason,
    ] }] : []),
  ];
}

/** The fields that forms of movements share. */
export function movementFields(detail: RequestDetail, { language, t }: Reader) {
  const unit = detail.permit?.limit.unit ?? "";
  const money = isMoney(unit);
  const units = statedIn(unit);
  const name = (one: string) => t(`facts.units.${one}.name`);
  const points = controlPointsFor(detail.facts["from.jur"] as "CN", detail.facts["to.jur"] as "HK");
  const rate: FormField[] = money ? [{ is: "text", name: "rate.value", label: t("ledger.form.rate"), hint: t("ledger.form.rateHint", { unit: name(unit) }), size: "sm", inputMode: "decimal", optional: true }, { is: "date", name: "rate.on", label: t("ledger.form.rateOn"), optional: true }] : [];
  const quantity = (field = "quantity", label = t("pages.permit.quantity"), optional = false): FormField[] => [
    ...(units.length > 1
      ? [{ is: "amount", name: `${field}.value`, label, optional, unit: { name: `${field}.unit`, label: t("ledger.form.unit"), options: units.map((value) => ({ value, label: name(value) })), chosen: unit } } as FormField]
      : [{ is: "hidden", name: `${field}.unit`, value: unit } as FormField, { is: "text", name: `${field}.value`, label, hint: name(unit), size: "sm", inputMode: "decimal", optional } as FormField]),
    ...rate,
  ];
  const direction: FormField = { is: "select", name: "direction", label: t("pages.permit.which"), options: directions.map((value) => ({ value, label: t(`pages.permit.direction.${value}`) })), value: "out" };
  const at: FormField = { is: "moment", name: "at", label: t("pages.permit.at"), hint: t("pages.permit.atHint"), value: clockTime(new Date()) };
  const point: FormField = { is: "select", name: "controlPoint", label: t("pages.permit.point"), options: points.map((one) => ({ value: one.id, label: controlPointName(one)[language] })), value: detail.permit?.controlPoint ?? undefined, empty: "–", optional: true };
  const papers: FormField[] = detail.documents.length > 0 ? [{ is: "some", name: "papers[]", label: t("ledger.form.papers"), options: detail.documents.map(({ id, name: label }) => ({ value: id, label })), optional: true }] : [];
  const details = movementFieldsOf(detail.kind).map((field): FormField => {
    const asked = { name: `details.${field.name}`, label: t(`ledger.detail.${field.name}`), optional: true };
    if (field.is === "choice") return { is: "select", ...asked, options: field.options.map((value) => ({ value, label: t(`ledger.${field.name}.${value}`) })), empty: "–" };
    return field.is === "day" ? { is: "date", ...asked } : { is: "text", ...asked, ...(field.is === "whole" && { size: "sm" as const }) };
  });
  const more: FormField[] = [...details, { is: "text", name: "carrier", label: t("ledger.form.carrier"), optional: true }, ...papers];
  return { quantity, direction, at, point, more };
}
