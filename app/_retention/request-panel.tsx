import { Remark } from "@/app/_ui/remark";
import { Panel } from "@/app/_ui/panel";
import { may } from "@/app/_request/may";
import { RequestForm } from "@/app/_request/request-form";
import type { ShownEvent } from "@/db/queries/request-events";
import { placesOf } from "@/lib/request/evolve-erasure";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { HoldForm } from "./hold-form";
import { ruleField } from "./rule-field";

/** What was erased of a request and what keeps the rest, with ways to erase what one wrote oneself, and to hold it all. */
export async function RetentionPanel({ detail, events, reader: person }: { detail: RequestDetail; events: readonly ShownEvent[]; reader: string }) {
  const words = await reader();
  const { t, format } = words;
  const hold = detail.holds.find(({ lifted }) => lifted === null);
  const own = events.flatMap((event) => ("withheld" in event || (event.actor as { person?: string }).person !== person || !Object.values(event.texts).some(({ body }) => body !== null) ? [] : [event]));
  const mayErase = may(detail, "erase") && own.length > 0 && (detail.requester === person || detail.team.includes(person)) && detail.target.at === "live";
  const mayHold = may(detail, "placeHold") || may(detail, "liftHold");
  if (detail.erasedOn === null && !hold && !mayErase && !mayHold) return null;
  const places = detail.target.at === "live" ? placesOf(detail.target.state) : [];
  return (
    <div data-screen>
      <Panel id="retention" title={t("retention.title")} padded>
        <div className="grid gap-4">
          {detail.erasedOn !== null && <p>{t("retention.request.erasedOn", { day: format.date(detail.erasedOn) })}</p>}
          {hold && <Remark state="stop">{t("retention.hold.stands", { day: format.date(hold.at), who: detail.names.people[hold.person ?? ""] ?? t("retention.hold.somebody") })}</Remark>}
          {mayErase && (
            <RequestForm
              request={detail.id}
              command="erase"
              folded={{ within: true, summary: t("retention.erase.own"), lead: <p className="pb-4 text-sm text-ink-2">{t("retention.erase.stays")}</p> }}
              fields={[
                { is: "some", name: "entries[]", label: t("retention.erase.which"), options: own.map(({ seq, type, at }) => ({ value: String(seq), label: t("retention.request.entry", { seq, what: t(`pages.event.${type.replace(".", "-")}`), day: format.date(at) }) })) },
                ruleField(places, words),
                { is: "area", name: "reason", label: t("retention.erase.reason"), rows: 2, optional: true },
              ]}
              label={t("retention.erase.chosen")}
              look="danger"
            />
          )}
          {mayHold && <HoldForm request={detail.id} held={hold !== undefined} />}
        </div>
      </Panel>
    </div>
  );
}
