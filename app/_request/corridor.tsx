import { CorridorStrip } from "@/app/_ui/corridor-strip";
import type { RequestDetail } from "@/lib/server/request-detail";
import { reader } from "@/lib/server/language";
import { Panel } from "@/app/_ui/panel";
import { quantityWords } from "@/lib/server/quantity-words";
import { cityName, ownName, pointName } from "./words";

/** The route of a request: hollow until a permit exists, solid when it does, dashed while it is a draft. */
export async function Corridor({ detail }: { detail: RequestDetail }) {
  const { language, t, ui, format } = await reader();
  const { facts, permit, window } = detail;
  const text = (name: string) => (typeof facts[name] === "string" ? facts[name] : undefined);
  const from = text("from.jur") ?? "XX";
  const organisation = (id: string) => detail.names.organisations[id]?.[language] ?? id;
  const host = detail.host === null ? undefined : "organisation" in detail.host ? organisation(detail.host.organisation) : `ROR ${detail.host.ror}`;
  const home = organisation(detail.home);
  const steps = detail.steps.find((step) => step.id === "endorsement");
  const homeFirst = steps ? steps.side === "origin" : true;
  const point = pointName(text("checkpoint"), language);
  const mode = text("mode");
  const quantity = detail.limit ? quantityWords(detail.limit, { t, format }) : undefined;
  const un = text("sample.un");
  const moves = [quantity, un && un.startsWith("UN") ? un.replace("UN", "UN ") : undefined].filter(Boolean).join(" · ");
  return (
    <Panel padded>
      <CorridorStrip
        t={ui}
        line={permit ? "solid" : detail.status === "draft" ? "dashed" : "hollow"}
        from={{ jurisdiction: from, name: cityName(text("from.city"), language), own: ownName(text("from.city"), language), organisation: homeFirst ? home : host }}
        to={{ jurisdiction: text("to.jur") ?? "XX", name: cityName(text("to.city"), language), own: ownName(text("to.city"), language), organisation: homeFirst ? host : home }}
        via={{ name: point ?? (mode === "electronic" || mode === "bank" ? ui("corridor.noControlPoint") : t("finder.anyPoint")), detail: format.joined([mode && t(`facts.mode.options.${mode}`), text("date") ? format.date(text("date") ?? "") : window ? format.date(window.from) : undefined]) }}
        moves={moves || undefined}
        permit={permit ? permit.number : ui("corridor.noPermit")}
      />
    </Panel>
  );
}
