import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { TextField } from "@/app/_ui/text-field";
import { Panel } from "@/app/_ui/panel";
import { RouteGlyph } from "@/app/_ui/route-glyph";
import { RowList } from "@/app/_ui/row-list";
import { quantityWords } from "@/lib/server/quantity-words";
import { cityName, pointName } from "@/app/_request/words";
import { pointPermits, pointsOf } from "@/db/queries/point-permits";
import type { PersonActor } from "@/lib/access/actor";
import { balance } from "@/lib/permit/balance";
import { reader } from "@/lib/server/language";

/** What whoever stands at a control point needs: check a number, and the permits that may come by. */
export async function PointWork({ actor, today }: { actor: PersonActor; today: string }) {
  const [{ language, t, ui, format }, permits] = await Promise.all([reader(), pointPermits(actor, today)]);
  const points = format.list(pointsOf(actor).flatMap((point) => pointName(point, language) ?? []));
  return (
    <>
      <Panel title={t("home.point.coming", { point: points })} count={t("home.point.count", { count: permits.length })} padded={permits.length === 0}>
        {permits.length === 0 ? <EmptyState>{t("home.point.none")}</EmptyState> : (
          <RowList
            items={permits.map((permit) => {
              const left = balance({ value: permit.limitValue }, [{ direction: "out", quantity: { value: permit.used } }]).remaining;
              return {
                id: permit.requestId,
                title: <a href={`/requests/${permit.requestId}/ledger`}>{permit.title || t("pages.untitled")}</a>,
                detail: <><span className="flex flex-wrap items-center gap-x-3"><a href={`/permits/${permit.number}`} className="font-mono text-2xs">{permit.number}</a><RouteGlyph t={ui} from={cityName(permit.fromCity, language)} to={cityName(permit.toCity, language)} /></span><span className="block">{t("home.point.planned", { day: format.date(permit.crossing), until: format.date(permit.validUntil) })}</span></>,
                end: <span className="font-medium">{t("pages.permit.left", { amount: quantityWords({ value: left, unit: permit.limitUnit }, { t, format }) })}</span>,
              };
            })}
          />
        )}
      </Panel>
      <Panel title={ui("nav.check")} padded>
        <form method="get" action="/permits" className="grid gap-4">
          <TextField question={{ t: ui, name: "number", label: t("pages.permit.number"), hint: t("pages.permit.numberHint") }} mono size="lg" autoComplete="off" />
          <div><Button look="first">{t("pages.permit.check")}</Button></div>
        </form>
      </Panel>
    </>
  );
}
