import { CommandForm } from "@/app/_request/command-form";
import { EmptyState } from "@/app/_ui/empty-state";
import { Panel } from "@/app/_ui/panel";
import { Unbroken } from "@/app/_ui/unbroken";
import { askedOfCase } from "@/db/queries/desks-of-request";
import { requestEvents } from "@/db/queries/request-events";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { severities } from "@/lib/working-paper/state";
import { typeWords } from "@/lib/server/type-words";
import { sendPaperCommand } from "./actions";
import { paperFields } from "./hidden";

/** Raises a finding about one case: which of its entries it rests on, and which of its desks or organisations is asked. */
export async function RaiseFinding({ paper, place, chosen }: { paper: string; place: string; chosen: { request: string; number: string } }) {
  const [actor, { t, ui, format, language }] = await Promise.all([requireActor(), reader()]);
  const [history, { desks, organisations }] = await Promise.all([requestEvents(actor, chosen.request, { limit: 200 }), askedOfCase(actor, chosen.request)]);
  const entries = history?.items.flatMap((event) => ("withheld" in event ? [] : [{ value: String(event.seq), label: format.pair(`${event.seq}`, typeWords(event.type, t)), help: `${format.dateTime(event.at)} · ${event.hash.slice(0, 12)}…` }])) ?? [];
  const asked = [...desks.map(({ id, names, within }) => ({ value: `desk ${id}`, label: format.within(names[language], within[language]) })), ...organisations.map(({ id, names }) => ({ value: `organisation ${id}`, label: t("papers.raise.organisation", { name: names[language] }) }))];
  return (
    <div id="raise" tabIndex={-1} data-screen>
      <Panel title={<Unbroken text={t("papers.raise.about", { number: chosen.number })} number={chosen.number} />} padded>
        {asked.length === 0 ? <EmptyState>{t("papers.raise.noDesk")}</EmptyState> : (
          <CommandForm
            compact
            action={sendPaperCommand}
            words={{ error: ui("error"), optional: ui("optional") }}
            fields={[
              ...paperFields("raiseFinding", { paper, place }),
              { is: "hidden", name: "request", value: chosen.request },
              { is: "area", name: "text", label: t("papers.raise.text"), hint: t("papers.raise.textHint"), rows: 4 },
              { is: "select", name: "severity", label: t("papers.raise.severity"), options: severities.map((value) => ({ value, label: t(`papers.severity.${value}`) })), value: "medium" },
              { is: "some", name: "events", label: t("papers.raise.events"), hint: t("papers.raise.eventsHint"), options: entries },
              { is: "select", name: "asked", label: t("papers.raise.desk"), hint: t("papers.raise.askedHint"), options: asked },
              { is: "date", name: "replyBy", label: t("papers.raise.replyBy") },
            ]}
            submits={[{ label: t("papers.raise.do"), look: "first" }]}
          />
        )}
      </Panel>
    </div>
  );
}
