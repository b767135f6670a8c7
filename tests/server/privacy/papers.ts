import { v7 as newId } from "uuid";
import { asReader } from "../../../db/client.ts";
import { workingPaperContent } from "../../../db/queries/working-papers.ts";
import { steps } from "../../../db/schema/requests.ts";
import { eq } from "drizzle-orm";
import type { PersonActor } from "../../../lib/access/actor.ts";
import { addDays, dayOf } from "../../../lib/calendar/day.ts";
import { executeOnPaper, startPaper } from "../../../lib/server/execute-paper.ts";
import type { PaperCommand } from "../../../lib/working-paper/command.ts";
import { must, person, staffOf } from "./cast.ts";
import type { Chance } from "./chance.ts";
import { administersOne, auditsScope, either, staffs } from "./model-beside.ts";
import type { Played } from "./play.ts";
import { type Beside, sayer } from "./say.ts";

type Said = PaperCommand extends infer One ? (One extends PaperCommand ? Omit<One, "commandId"> : never) : never;

/** Two working papers: an institution's auditor asks a desk, and whoever audits everything asks an institution. */
export async function wordsOfPapers(chance: Chance, one: Played, other: Played): Promise<Beside[]> {
  const found: Beside[] = [];
  const [own, all] = [await person(`auditor@${one.story.home}.example`), await person("auditor@causeway.example")];
  await paper(chance, found, { auditor: own, scope: `audit:org:${one.story.home}`, about: one.id, asks: "desk" });
  await paper(chance, found, { auditor: all, scope: "all", about: other.id, asks: "organisation" });
  return found;
}

type Paper = { readonly auditor: PersonActor; readonly scope: string; readonly about: string; readonly asks: "desk" | "organisation" };

async function paper(chance: Chance, found: Beside[], { auditor, scope, about, asks }: Paper): Promise<void> {
  const say = sayer(chance, found);
  const [id, today, audits] = [newId(), dayOf(new Date()), auditsScope(scope)];
  const asked = { id, title: say("a working paper's title", audits), scope, question: { type: "request.submitted", from: today }, attributes: [say("what a working paper tests", audits)] };
  // All that there are: how many says the refusal of more.
  const tooMany = await startPaper(auditor, { ...asked, sample: { size: 100, seed: "s" } });
  must(await startPaper(auditor, { ...asked, sample: { size: "refusals" in tooMany ? Number(tooMany.refusals[0]?.params?.most) : 100, seed: "s" } }));
  const request = (await workingPaperContent(auditor, id))?.cases.find((one) => one.request === about)?.request;
  if (request === undefined) throw new Error("a case is not in its auditor's sample");
  const [{ desk } = { desk: "" }] = await asReader({ kind: "system" }, (tx) => tx.select({ desk: steps.desk }).from(steps).where(eq(steps.requestId, request)).orderBy(steps.stepId).limit(1));
  const organisation = desk.split(".")[0] ?? "";
  const may = either(audits, asks === "desk" ? staffs(desk) : administersOne(organisation));
  const answers = await person(asks === "desk" ? await staffOf(desk) : `admin@${organisation}.example`);
  const act = async (actor: PersonActor, said: Said) => must(await executeOnPaper(actor, id, { commandId: newId(), ...said } as PaperCommand));
  await act(auditor, { type: "testCases", cases: [{ request, marks: [{ attribute: "1", result: "exception" }], note: say("a note of a working paper", audits) }] });
  await act(auditor, { type: "raiseFinding", request, severity: "high", text: say("a finding", may), events: [1], ...(asks === "desk" ? { desk } : { organisation }), replyBy: addDays(today, 7) });
  await act(answers, { type: "replyToFinding", finding: 1, stance: "partly", text: say("a reply to a finding", may) });
  await act(auditor, { type: "setFollowUp", finding: 1, text: say("what is looked at again", may), due: addDays(today, 20) });
  await act(auditor, { type: "closeFinding", finding: 1, reason: say("why a finding is closed", may) });
}
