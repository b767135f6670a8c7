import type { Metadata } from "next";
import { Button } from "@/app/_ui/button";
import { DataTable } from "@/app/_ui/data-table";
import { Panel } from "@/app/_ui/panel";
import { deviceName } from "@/lib/server/device-name";
import { reader } from "@/lib/server/language";
import { requireActor, sessionToken } from "@/lib/server/session";
import { idleHours, listSessions, longestDays } from "@/lib/server/sign-in-sessions";
import { endOthers, endSession } from "../actions";
import { AccountFrame } from "../frame";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("account.sessions.title") };
}

export default async function SessionsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { t, format }, { done }] = await Promise.all([requireActor(), reader(), searchParams]);
  const sessions = await listSessions(actor, (await sessionToken()) ?? "", new Date());
  const said = done === "ended" ? t("account.sessions.ended") : done === "othersEnded" ? t("account.sessions.othersEnded") : undefined;
  const device = (agent: string | null) => deviceName(agent) ?? t("account.sessions.unknown");
  return (
    <AccountFrame tab="/account/sessions" done={said} lead={t("account.sessions.lead", { hours: idleHours, days: longestDays })}>
      <Panel>
        <DataTable
          caption={t("account.sessions.title")}
          rows={sessions}
          keyOf={({ id }) => id}
          columns={[
            { id: "device", head: t("account.sessions.device"), look: "wide", cell: ({ agent }) => device(agent) },
            { id: "seen", head: t("account.sessions.seen"), look: "short", cell: ({ seenAt }) => format.dateTime(seenAt) },
            { id: "since", head: t("account.sessions.since"), look: "short", cell: ({ createdAt }) => format.dateTime(createdAt) },
            {
              id: "act",
              head: t("account.sessions.act"),
              bare: true,
              look: "short",
              cell: ({ id, agent, createdAt, current }) =>
                current ? (
                  t("account.sessions.current")
                ) : (
                  <form action={endSession}>
                    <input type="hidden" name="id" value={id} />
                    <Button size="toolbar" aria-label={t("account.sessions.endNamed", { device: device(agent), time: format.dateTime(createdAt) })}>{t("account.sessions.end")}</Button>
                  </form>
                ),
            },
          ]}
        />
      </Panel>
      {sessions.length > 1 && <form action={endOthers} className="mt-6"><Button look="danger">{t("account.sessions.endOthers")}</Button></form>}
    </AccountFrame>
  );
}
