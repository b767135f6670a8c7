import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Frame } from "@/app/_request/frame";
import { KeptPanel } from "@/app/_request/kept-panel";
import { refusalSentence } from "@/app/_request/outcome";
import { TakeOverForm } from "@/app/_request/take-over-form";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { offeredBy } from "@/lib/server/hand-over";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";

type Params = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("ledger.custody.take") };
}

/** Where the code of a hand-over leads: what it is, and to take it over. */
export default async function TakeOverPage({ params }: Params) {
  const [actor, words, { code }] = await Promise.all([requireActor(), reader(), params]);
  const { t } = words;
  const offered = await offeredBy(actor, code);
  // Whoever comes back, by the same link or after what waited on a device was sent, sees that they have it.
  if (!("refusals" in offered) && offered.isTheirs) redirect(`/requests/${offered.request}/hand-over/${offered.movement}`);
  const refusals = "refusals" in offered ? offered.refusals : offered.reasons;
  if ("refusals" in offered || refusals.length > 0) {
    return (
      <Frame width="read">
        <PageHead title={t("ledger.custody.foreign")} />
        <KeptPanel person={actor.id} words={words} />
        <Panel padded><ul role="alert" className="grid gap-2">{refusals.map((reason) => <li key={reason.code}>{refusalSentence(reason, words)}</li>)}</ul></Panel>
      </Frame>
    );
  }
  return (
    <Frame width="read">
      <PageHead title={t("ledger.custody.take")} crumbs={[<span key="number" className="font-mono">{offered.number}</span>, offered.title]} />
      <KeptPanel person={actor.id} words={words} />
      <TakeOverForm offered={offered} code={code} person={actor.id} words={words} />
    </Frame>
  );
}
