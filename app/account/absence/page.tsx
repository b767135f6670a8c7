import type { Metadata } from "next";
import { CommandForm } from "@/app/_request/command-form";
import type { FormField } from "@/app/_request/form-input";
import { Columns } from "@/app/_ui/columns";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { colleaguesOf, type ShownStandIn, standInsOf } from "@/db/queries/stand-ins";
import type { PersonActor } from "@/lib/access/actor";
import { led } from "@/lib/access/heads";
import { mayEndStandIn, staffed, standInState } from "@/lib/access/stand-in";
import { moment, realClock } from "@/lib/server/clock";
import { reader } from "@/lib/server/language";
import { deskNames } from "@/lib/server/place-names";
import { requireActor } from "@/lib/server/session";
import { AccountFrame } from "../frame";
import { endAbsence, setStandIn } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("account.absence.title") };
}

/** Who stands in for whom while somebody is away, and the form that sets it: for oneself, or as the head of a desk for one of its officers. */
export default async function AbsencePage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { t }, { done }] = await Promise.all([requireActor(), reader(), searchParams]);
  const { today } = moment(realClock);
  const found = await standInsOf(actor, today, { past: true });
  const said = done === "set" ? t("account.absence.set") : done === "ended" ? t("account.absence.ended") : undefined;
  return (
    <AccountFrame tab="/account/absence" done={said} lead={t("account.absence.lead")}>
      <Columns shape="aside">
        <Panel title={t("account.absence.list")}>{found.length > 0 ? <List actor={actor} found={found} today={today} /> : <div className="px-4 py-4 sm:px-5"><EmptyState>{t("account.absence.none")}</EmptyState></div>}</Panel>
        <Panel title={t("account.absence.name")} padded screen><NewStandIn actor={actor} /></Panel>
      </Columns>
    </AccountFrame>
  );
}

const order = ["now", "coming", "past"] as const;
/** Older ones are in the record. */
const mostPast = 20;

async function List({ actor, found, today }: { actor: PersonActor; found: readonly ShownStandIn[]; today: string }) {
  const { language, t, ui, format } = await reader();
  const names = await deskNames(actor, found.flatMap(({ desks }) => desks), language);
  const person = (id: string, name: string) => (id === actor.id ? ui("queue.you") : name);
  const rows = order.flatMap((state) => {
    const those = found.filter((one) => standInState(one, today) === state);
    return (state === "past" ? those.toReversed().slice(0, mostPast) : those).map((one) => ({ ...one, state }));
  });
  return (
    <DataTable
      caption={t("account.absence.list")}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { id: "state", head: t("account.absence.state"), bare: true, look: "short", cell: ({ state, ended }) => <Tag state={state === "now" ? "moving" : "rest"} drawing={state === "past" ? "circle-check" : undefined}>{t(state === "past" && ended ? "account.absence.endedEarly" : `account.absence.is.${state}`)}</Tag> },
        { id: "for", head: t("account.absence.away"), cell: (one) => <><span className="font-medium">{person(one.for, one.forName)}</span>{one.reason !== null && <span className="block text-xs text-ink-3">{one.reason}</span>}</> },
        { id: "by", head: t("account.absence.by"), cell: (one) => person(one.by, one.byName) },
        { id: "days", head: t("account.absence.days"), cell: ({ from, until }) => (from === until ? format.date(from) : t("rules.fromTo", { from: format.date(from), to: format.date(until) })) },
        { id: "desks", head: t("account.absence.desks"), cell: ({ desks }) => (desks.length === 0 ? t("account.absence.allDesks") : format.list(desks.map((id) => names[id] ?? id))) },
        {
          id: "act",
          head: t("account.absence.act"),
          bare: true,
          look: "short",
          cell: (one) => one.state !== "past" && mayEndStandIn(actor, one) && <CommandForm compact action={endAbsence} words={{ error: ui("error") }} fields={[{ is: "hidden", name: "id", value: one.id }]} submits={[{ label: t("account.absence.end"), said: t("account.absence.endNamed", { by: one.byName, for: one.forName }), size: "toolbar" }]} />,
        },
      ]}
    />
  );
}

async function NewStandIn({ actor }: { actor: PersonActor }) {
  const { language, t, ui, format } = await reader();
  const [own, headed] = [staffed(actor), led(actor)];
  if (own.length + headed.length === 0) return <EmptyState>{t("account.absence.noDesk")}</EmptyState>;
  const here = [...new Set([...own, ...headed])];
  const [colleagues, names] = await Promise.all([colleaguesOf(actor, here), deskNames(actor, here, language)]);
  const others = colleagues.filter(({ id }) => id !== actor.id);
  const officers = others.filter(({ desks }) => desks.some((desk) => headed.includes(desk)));
  const fields: FormField[] = [
    ...(officers.length > 0 ? [{ is: "select" as const, name: "for", label: t("account.absence.who"), options: [{ value: actor.id, label: ui("queue.you") }, ...officers.map(({ id, name, desks }) => ({ value: id, label: format.joined([name, format.list(desks.filter((desk) => headed.includes(desk)).map((desk) => names[desk] ?? desk))]) }))], value: actor.id }] : []),
    { is: "text", name: "by", label: t("account.absence.by"), hint: t("account.absence.byHint"), inputMode: "email", list: others.map(({ email, name }) => ({ value: email, label: name })) },
    { is: "date", name: "from", label: t("account.absence.from") },
    { is: "date", name: "until", label: t("account.absence.until"), hint: t("account.absence.untilHint") },
    { is: "some", name: "desks", label: t("account.absence.desks"), hint: t(officers.length > 0 ? "account.absence.desksOfHead" : "account.absence.desksHint"), optional: true, options: here.map((id) => ({ value: id, label: names[id] ?? id })) },
    { is: "text", name: "reason", label: t("account.absence.reason"), hint: t("account.absence.reasonHint"), optional: true },
  ];
  return <CommandForm compact action={setStandIn} words={{ error: ui("error"), optional: ui("optional") }} fields={fields} submits={[{ label: t("account.absence.name"), look: "first" }]} />;
}
