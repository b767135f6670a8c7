import type { Metadata } from "next";
import Link from "next/link";
import { ButtonLink } from "@/app/_ui/button";
import { Columns } from "@/app/_ui/columns";
import { KindIcon } from "@/app/_ui/kind-icon";
import { PageHead } from "@/app/_ui/page-head";
import { Frame } from "@/app/_request/frame";
import { Advice } from "@/app/_home/advice";
import { DeskWork } from "@/app/_home/desk-work";
import { DiscrepantWork } from "@/app/_home/discrepant";
import { FindingsAsked } from "@/app/_home/findings";
import { OwnWork, underWay } from "@/app/_home/own";
import { PointWork } from "@/app/_home/point";
import { RecordWork } from "@/app/_home/record";
import { ProposalsWaiting } from "@/app/_home/proposals";
import { RulesWork } from "@/app/_home/rules";
import { StaffWork } from "@/app/_home/staff";
import { adviceAsked } from "@/db/queries/advice-asked";
import { inboxCounts } from "@/db/queries/inbox";
import { ownWork } from "@/db/queries/own-work";
import { pointsOf } from "@/db/queries/point-permits";
import { desksOf, type PersonActor } from "@/lib/access/actor";
import { holdsAnywhere } from "@/lib/access/can";
import { formKinds } from "@/lib/kind/registry";
import { movesOf } from "@/lib/request/agenda";
import { moment, realClock } from "@/lib/server/clock";
import { reader } from "@/lib/server/language";
import { rulesReader } from "@/lib/server/rules-in-force";
import { currentActor } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  // The layout beside this page gives its own pages no frame for their titles.
  return { title: { absolute: `${t("pages.home.title")} · Causeway` } };
}

/** What waits for the person, by role; for the public, what this is. */
export default async function Home() {
  const actor = await currentActor();
  return actor.kind === "person" ? <Own actor={actor} /> : <Public />;
}

async function Public() {
  const { t, ui } = await reader();
  return (
    <Frame>
      <PageHead title={t("pages.home.lead")} lead={t("pages.home.what")} />
      <div className="flex flex-wrap gap-3 py-2">
        <ButtonLink href="/finder" look="first">{t("finder.start")}</ButtonLink>
        <ButtonLink href="/sign-in">{ui("signIn")}</ButtonLink>
        <ButtonLink href="/permits">{ui("nav.check")}</ButtonLink>
      </div>
      <ul className="mt-8 grid gap-px overflow-clip rounded-panel border border-line bg-line sm:grid-cols-2 lg:grid-cols-5">
        {formKinds.map((kind) => (
          <li key={kind} className="bg-paper last:max-lg:sm:col-span-2">
            <Link href={`/finder?kind=${kind}`} className="flex h-full gap-3 px-4 py-4 text-ink no-underline hover:bg-harbour-tint hover:text-ink sm:px-5 lg:flex-col lg:gap-2">
              <KindIcon kind={kind} className="mt-[.2em] size-5 text-harbour" />
              <span>
                <span className="block font-semibold">{ui(`kind.${kind}`)}</span>
                <span className="block text-sm text-ink-2">{t(`finder.kind.${kind}`)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Frame>
  );
}

/** Each role has its own part; who holds several sees several, what is their own move first. */
async function Own({ actor }: { actor: PersonActor }) {
  const { today, now } = moment(realClock);
  const atPoint = pointsOf(actor).length > 0;
  const atDesk = desksOf(actor).some((desk) => !desk.startsWith("cp.")) || holdsAnywhere(actor, "request.endorse");
  const [{ t, format, rules }, requests, desk, asked] = await Promise.all([rulesReader(), ownWork(actor), atDesk ? inboxCounts(actor) : null, adviceAsked(actor)]);
  const moves = movesOf(requests, today, rules.regimes);
  const atDesks = desk?.views.all ?? 0;
  const begins = holdsAnywhere(actor, "request.create");
  return (
    <Frame width={atDesk ? "desk" : "page"}>
      <PageHead
        title={t("pages.home.title")}
        lead={begins ? t("home.lead", { when: format.dateTime(now), mine: moves.length + atDesks + asked.length, others: underWay(requests).length }) : atDesk ? t("home.leadDesk", { when: format.dateTime(now), mine: atDesks + asked.length }) : format.dateTime(now)}
        actions={begins ? <ButtonLink href="/requests/new" look={moves.length > 0 ? "plain" : "first"}>{t("pages.new.start")}</ButtonLink> : undefined}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
        <Advice asked={asked} />
        {atDesk && <DiscrepantWork actor={actor} />}
        {(atDesk || holdsAnywhere(actor, "people.manage")) && <FindingsAsked actor={actor} />}
        {desk && (atDesks > 0 || !begins) ? <DeskWork actor={actor} counts={desk} /> : null}
        {(begins || requests.length > 0) && <OwnWork requests={requests} moves={moves} today={today} regimes={rules.regimes} />}
        {atPoint && <Columns shape="aside"><PointWork actor={actor} today={today} /></Columns>}
        {holdsAnywhere(actor, "audit.search") && <Columns shape="aside"><RecordWork actor={actor} /></Columns>}
        {holdsAnywhere(actor, "people.manage") && <Columns shape="aside"><StaffWork actor={actor} /></Columns>}
        {holdsAnywhere(actor, "policy.publish") && <><ProposalsWaiting actor={actor} /><Columns shape="aside"><RulesWork today={today} /></Columns></>}
      </div>
    </Frame>
  );
}
