import { asc, lte } from "drizzle-orm";
import { asActor } from "../../db/client.ts";
import { workingPaperFindings } from "../../db/schema/working-papers.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { remindOfFinding } from "./execute-paper.ts";

/** Reminds whoever a finding asks of a reply or a follow-up that is due today, or late; each once. Answers how many. */
export async function remindOfFindings(clock: Clock = realClock): Promise<number> {
  const { today } = moment(clock);
  const { paperId, finding, tellOn } = workingPaperFindings;
  const due = await asActor({ kind: "worker" }, (tx) => tx.select({ paperId, finding }).from(workingPaperFindings).where(lte(tellOn, today)).orderBy(asc(tellOn)).limit(200));
  let done = 0;
  for (const one of due) if (await remindOfFinding(one.paperId, one.finding, clock)) done++;
  return done;
}
