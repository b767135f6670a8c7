import { v5 as idFrom } from "uuid";
import { asActor } from "../../../db/client.ts";
import { tellNothing } from "../../../db/outbox.ts";
import { requestEvents } from "../../../db/queries/request-events.ts";
import { workingPaperContent } from "../../../db/queries/working-papers.ts";
import type { PersonActor } from "../../access/actor.ts";
import { can } from "../../access/can.ts";
import { addDays } from "../../calendar/day.ts";
import type { PaperCommand } from "../../working-paper/command.ts";
import type { Result } from "../../working-paper/state.ts";
import { requestDetail } from "../request-detail.ts";
import { executeOnPaper, isPaperAccepted, startPaper } from "../execute-paper.ts";

const title = "Approvals, a random eight";
export const demoPaper = idFrom(title, "8f2d7a54-6b1e-4c39-9a70-2d1f0c5e7b88");
const auditor = "auditor@causeway.example";

/** The working paper of the demonstration: half tested, with an exception, a finding about it, and the desk's reply. */
export async function workOnPaper(all: readonly PersonActor[], byEmail: (email: string) => PersonActor, today: string): Promise<void> {
  const by = byEmail(auditor);
  must(await startPaper(by, {
    id: demoPaper,
    title,
    question: { type: "step.approved" },
    period: { from: addDays(today, -380), to: today },
    sample: { size: 8, seed: "first sample of the year", by: ["kind"], atLeastOne: true },
    attributes: ["Decided by the desk that the plan names", "Reason or conditions on file", "Within the desk’s time"],
  }, ago(5)));
  const paper = await workingPaperContent(by, demoPaper);
  const [first, ...others] = paper?.cases ?? [];
  if (!first) throw new Error("nothing was drawn");
  const marks = (...results: readonly Result[]) => results.map((result, at) => ({ attribute: String(at + 1), result }));
  await act(by, 4, { type: "testCases", cases: [{ request: first.request, marks: marks("passed", "exception", "passed"), note: "Approved without a word on the conditions that the plan asks for." }, ...others.slice(0, 4).map(({ request }) => ({ request, marks: marks("passed", "passed", "passed") }))] });
  const found = await approvalOf(by, first.request);
  await act(by, 4, { type: "raiseFinding", request: first.request, severity: "medium", text: "The approval names no condition and gives no reason, though the case raised a question of handling.", events: [found.seq], desk: found.desk, replyBy: addDays(today, 10) });
  const officer = all.find((person) => person.id === found.officer && can(person, "step.decide", { desks: [found.desk] })) ?? all.find((person) => can(person, "step.decide", { desks: [found.desk] }));
  if (!officer) throw new Error(`nobody decides at ${found.desk}`);
  await act(officer, 2, { type: "replyToFinding", finding: 1, stance: "partly", text: "The condition was agreed by telephone. We will write it down from now on, and have told the officers so." });
  // It is told as if it had been lived; nobody waits for a mail about it.
  await asActor({ kind: "system" }, (tx) => tellNothing(tx, [demoPaper]));

  function ago(days: number) {
    return () => new Date(`${addDays(today, -days)}T03:15:00Z`);
  }
  async function act(actor: PersonActor, days: number, command: Without<PaperCommand>): Promise<void> {
    must(await executeOnPaper(actor, demoPaper, { commandId: idFrom(command.type, demoPaper), ...command } as PaperCommand, ago(days)));
  }
}

type Without<T> = T extends T ? Omit<T, "commandId"> : never;

function must(answer: Awaited<ReturnType<typeof startPaper>>): void {
  if (!isPaperAccepted(answer)) throw new Error(`the working paper of the demonstration: ${JSON.stringify(answer)}`);
}

/** The first approval of a case: which entry, of which desk, by whom. */
async function approvalOf(by: PersonActor, requestId: string): Promise<{ readonly seq: number; readonly desk: string; readonly officer: string }> {
  const [history, detail] = await Promise.all([requestEvents(by, requestId, { limit: 500 }), requestDetail(by, requestId)]);
  for (const event of history?.items ?? []) {
    if ("withheld" in event || event.type !== "step.approved") continue;
    const { step } = event.data as { readonly step: string };
    const desk = detail && "steps" in detail ? detail.steps.find((one) => one.id === step)?.desk : undefined;
    if (desk !== undefined) return { seq: event.seq, desk, officer: (event.actor as { readonly person: string }).person };
  }
  throw new Error("a case without an approval");
}
