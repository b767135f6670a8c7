import { DefinitionList } from "@/app/_ui/definition-list";
import { Panel } from "@/app/_ui/panel";
import { numberForInput } from "@/lib/kind/number-text";
import type { Offered } from "@/lib/server/hand-over";
import type { Reader } from "@/lib/server/language";
import { sendCommand } from "./actions";
import { CommandForm } from "./command-form";
import { hiddenFields } from "./hidden";
import { keepingFor } from "./kept-panel";
import { quantityWords } from "@/lib/server/quantity-words";
import { cityName, pointName } from "./words";

/** What is handed over and by whom; place and amount are there to be looked at, and one button takes it over. */
export function TakeOverForm({ offered, code, person, words }: { offered: Offered; code: string; person: string; words: Reader }) {
  const { t, ui } = words;
  const { request, movement, permit, quantity, from, holder, unit } = offered;
  return (
    <Panel padded begin>
      <div className="grid gap-5">
        <DefinitionList
          shape="narrow"
          answers={[
            { term: t("ledger.custody.what"), value: <b>{quantityWords(quantity, words)}</b>, note: ui(`kind.${offered.kind}`) },
            { term: t("ledger.custody.from"), value: from },
            ...(holder === null ? [] : [{ term: t("ledger.custody.holder"), value: <span className="text-stop">{holder}</span> }]),
            { term: t("ledger.custody.permit"), value: <span className="font-mono">{permit}</span> },
          ]}
        />
        <CommandForm
          compact
          atFoot
          action={sendCommand}
          keeping={{ ...keepingFor(person, words), once: true }}
          words={{ error: ui("error"), optional: ui("optional") }}
          fields={[
            ...hiddenFields("takeOver", request, `/requests/${request}/hand-over/${movement}`),
            { is: "hidden", name: "code", value: code },
            { is: "hidden", name: "quantity.unit", value: unit },
            { is: "text", name: "place", label: t("ledger.custody.place"), value: placeNow(offered, words) },
            { is: "text", name: "quantity.value", label: t("ledger.custody.quantity"), hint: t(`facts.units.${unit}.name`), size: "sm", inputMode: "decimal", value: numberForInput(quantity.value, words.language) },
          ]}
          parts={[{ summary: t("ledger.custody.more"), fields: [{ is: "text", name: "condition", label: t("ledger.custody.condition"), optional: true }, { is: "moment", name: "at", label: t("ledger.custody.at"), hint: t("ledger.custody.atHint"), optional: true }] }]}
          submits={[
            { label: t("ledger.custody.takeSound"), look: "first", name: "isSound", value: "true", wide: true },
            { label: t("ledger.custody.takeDamaged"), name: "isSound", value: "false", wide: true },
          ]}
        />
      </div>
    </Panel>
  );
}

/** Where it should be by now: at the boundary until it has crossed, in the town that it goes to afterwards. */
function placeNow({ corridor, controlPoint, hasCrossed }: Offered, { language }: Reader): string {
  return (hasCrossed ? null : pointName(controlPoint, language)) ?? cityName((hasCrossed ? corridor.to : corridor.from).city, language);
}
