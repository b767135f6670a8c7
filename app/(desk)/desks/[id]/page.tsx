import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EndCalendar } from "@/app/_request/calendar-link";
import { CommandForm } from "@/app/_request/command-form";
import { Frame } from "@/app/_request/frame";
import { Columns, Stack } from "@/app/_ui/columns";
import { Remark } from "@/app/_ui/remark";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { type DeskOfficer, deskSettings, type DeskSettings } from "@/db/queries/desk-settings";
import { desksOf } from "@/lib/access/actor";
import { mayNameHead } from "@/lib/access/desk-head";
import { mayManageDesk } from "@/lib/access/desk-settings";
import { htmlLanguage } from "@/lib/html-language";
import { languages, ownNames } from "@/lib/language";
import { calendarLinksOf } from "@/lib/server/calendar-links";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { allotments } from "@/lib/workflow/step-people";
import { saveAbilities, saveRule } from "./actions";
import { Head } from "./head";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("pages.desk.title") };
}

type Params = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A desk as its head sets it up: how its work finds an officer, and what each of its people speaks and can do. */
export default async function DeskPage({ params, searchParams }: Params) {
  const [actor, { language, t, format }, { id }, { done }] = await Promise.all([requireActor(), reader(), params, searchParams]);
  const desk = await deskSettings(actor, id);
  if (!desk || !mayManageDesk(actor, desk)) notFound();
  const links = await calendarLinksOf(desk.id);
  return (
    <Frame>
      <PageHead title={desk.names[language]} crumbs={[desksOf(actor).includes(desk.id) && <a key="desk" href={`/inbox?desk=${desk.id}`}>{t("pages.inbox.title")}</a>, desk.organisationNames[language], t("pages.desk.title")].filter(Boolean)} lead={t("pages.desk.lead")} />
      {(done === "rule" || done === "people") && <Remark state="done">{t("account.saved")}</Remark>}
      {done === "head" && <Remark state="done">{t("pages.desk.head.done")}</Remark>}
      {done === "ended" && <Remark state="done">{t("account.calendar.ended")}</Remark>}
      <Columns shape="even">
        <Stack>
          <Head desk={desk} may={mayNameHead(actor, desk)} />
          <Panel title={t("pages.desk.rule")} padded><Rule desk={desk} /></Panel>
        </Stack>
        <Panel title={t("pages.desk.people")}>{desk.officers.map((officer) => <Officer key={officer.id} desk={desk} officer={officer} />)}</Panel>
      </Columns>
      <div className="pt-6"><Panel title={t("account.calendar.desk")} padded>
        <p className="max-w-read pb-4 text-ink-2">{t("account.calendar.deskLead")}</p>
        {links.length === 0 ? <p>{t("account.calendar.none")}</p> : (
          <ul className="grid gap-3">
            {links.map(({ id, person, createdAt }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3">
                <span>{t("account.calendar.by", { who: person, day: format.dateTime(createdAt) })}</span>
                <EndCalendar id={id} who={person} next={`/desks/${desk.id}`} />
              </li>
            ))}
          </ul>
        )}
      </Panel></div>
    </Frame>
  );
}

async function Rule({ desk }: { desk: DeskSettings }) {
  const { t, ui } = await reader();
  return (
    <CommandForm
      compact
      action={saveRule}
      words={{ error: ui("error") }}
      fields={[
        { is: "hidden", name: "desk", value: desk.id },
        { is: "one", name: "allot", label: t("pages.desk.ruleHow"), hint: t("pages.desk.ruleHint"), options: ["workflow", ...allotments].map((value) => ({ value, label: t(`pages.desk.allot.${value}`), help: t(`pages.desk.allotHelp.${value}`) })), value: desk.allot ?? "workflow" },
        { is: "one", name: "officers", label: t("pages.desk.officers"), hint: t("pages.desk.officersHint"), options: ["named", "hidden"].map((value) => ({ value, label: t(`pages.desk.officersAre.${value}`) })), value: desk.hidesOfficers ? "hidden" : "named" },
      ]}
      submits={[{ label: t("pages.desk.save"), look: "first" }]}
    />
  );
}

async function Officer({ desk, officer }: { desk: DeskSettings; officer: DeskOfficer }) {
  const { t, ui, format } = await reader();
  const speaks = languages.filter((one) => one === officer.language || officer.speaks.includes(one));
  return (
    <CommandForm
      compact
      folded={{ summary: <>{officer.name} <span className="block ps-4.5 text-xs font-normal text-ink-2">{format.joined([...speaks.map((one) => ownNames[one]), ...officer.skills])}</span></> }}
      action={saveAbilities}
      words={{ error: ui("error"), optional: ui("optional") }}
      fields={[
        { is: "hidden", name: "desk", value: desk.id },
        { is: "hidden", name: "person", value: officer.id },
        { is: "some", name: "speaks", label: t("pages.desk.speaks"), hint: t("pages.desk.speaksHint", { language: ownNames[officer.language] }), optional: true, options: languages.filter((one) => one !== officer.language).map((value) => ({ value, label: ownNames[value], lang: htmlLanguage[value] })), value: officer.speaks },
        { is: "text", name: "skills", label: t("pages.desk.skills"), hint: t("pages.desk.skillsHint"), optional: true, value: format.joined(officer.skills) },
      ]}
      submits={[{ label: t("pages.desk.savePerson", { name: officer.name }) }]}
    />
  );
}
