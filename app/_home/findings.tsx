import Link from "next/link";
import { AskedFindings } from "@/app/_audit/papers/asked-findings";
import { Panel } from "@/app/_ui/panel";
import { findingsAsked, findingsAskedCount } from "@/db/queries/audit-findings";
import type { PersonActor } from "@/lib/access/actor";
import { reader } from "@/lib/server/language";

/** What auditors ask a desk of the reader’s, or an organisation that they administer, until it has replied; what has to be answered first on top, and a link to the rest. */
export async function FindingsAsked({ actor }: { actor: PersonActor }) {
  const [{ t }, { items }, { unanswered, more }] = await Promise.all([reader(), findingsAsked(actor, { limit: 10 }), findingsAskedCount(actor)]);
  const asked = items.filter(({ status }) => status === "asked");
  if (asked.length === 0) return null;
  return (
    <Panel title={t("papers.home")} count={<Link href="/findings">{t(more ? "papers.waitingMore" : "papers.waiting", { count: unanswered })}</Link>} lit>
      <AskedFindings items={asked} />
    </Panel>
  );
}
