import { v7 as newId } from "uuid";
import { closeDatabase } from "../../db/client.ts";
import { openDatabase } from "../../cli/serve/database.ts";
import { workingPaperContent } from "../../db/queries/working-papers.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { keyScopes } from "../../lib/access/configuration.ts";
import { staffed } from "../../lib/access/stand-in.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import type { Facts } from "../../lib/policy/condition.ts";
import type { Kind } from "../../lib/policy/pack.ts";
import type { Command } from "../../lib/request/command.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { createRequest, execute } from "../../lib/server/execute.ts";
import { executeOnPaper, isPaperAccepted, startPaper } from "../../lib/server/execute-paper.ts";
import { issueKeyFor } from "../../lib/server/keys.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { requestDetail, type RequestDetail } from "../../lib/server/request-detail.ts";
import { readSettings } from "../../lib/server/settings.ts";

/** What a journey asks for: a request of the demonstration's people, its answers apart from the day. */
export type Asked = { readonly kind: Kind; readonly title: string; readonly facts: Facts; readonly lines?: readonly Readonly<Record<string, string | number>>[]; readonly home: string; readonly host: string; readonly limit: { readonly value: string; readonly unit: string } };
export type Given = { readonly type: Command["type"] } & Readonly<Record<string, unknown>>;

/**
 * The world of a server that runs: whatever leads up to the point of a journey is done by commands here, in a breath, and the point
 * itself in the browser. Borrows the server's own database.
 */
export async function journeyWorld() {
  const database = await openDatabase(readSettings(process.env), { purpose: "borrow", needs: "database" });
  const known = new Map<string, Promise<PersonActor>>();

  function person(email: string): Promise<PersonActor> {
    const found = known.get(email) ?? personActor(email).then((actor) => actor ?? Promise.reject(new Error(`nobody has ${email}`)));
    known.set(email, found);
    return found;
  }

  async function give(email: string, id: string, said: Given): Promise<void> {
    const answer = await execute(await person(email), id, { commandId: newId(), ...said } as Command);
    if (!isAccepted(answer)) throw new Error(`${email} ${said.type}: ${JSON.stringify(answer)}`);
  }

  async function look(email: string, id: string): Promise<RequestDetail> {
    const detail = await requestDetail(await person(email), id);
    if (!detail) throw new Error(`${email} sees no request ${id}`);
    return detail;
  }

  /** A request that its home institution's researcher has submitted, to be endorsed by its principal investigator. */
  async function submitted({ home, facts, ...asked }: Asked): Promise<string> {
    const [requester, id, today] = [`researcher@${home}.example`, newId(), dayOf(new Date())];
    const { lines, host, ...rest } = asked;
    const made = await createRequest(await person(requester), { ...rest, id, facts: { ...facts, date: addDays(today, 20) }, ...(lines && { lines: [...lines] }), claims: [], parties: { home, host }, endorser: `pi@${home}.example`, window: { from: today, to: addDays(today, 60) } });
    if (!isAccepted(made)) throw new Error(JSON.stringify(made));
    const draft = await look(requester, id);
    await give(requester, id, { type: "acceptTerms", terms: draft.terms.map((terms) => terms.id) });
    for (const { requirement } of draft.blockers) if (requirement) await give(requester, id, { type: "recordRequirement", requirement, outcome: "granted", reference: "A/1", date: today });
    await give(requester, id, { type: "submit" });
    return id;
  }

  async function endorsed(asked: Asked): Promise<string> {
    const id = await submitted(asked);
    await give(`pi@${asked.home}.example`, id, { type: "approve", step: "endorsement" });
    return id;
  }

  /** Gives somebody a desk more, unless an earlier try of the journey did. */
  async function staffs(email: string, desk: string): Promise<void> {
    const actor = await person(email);
    if (staffed(actor).includes(desk)) return;
    const grants = actor.grants.map(({ role, scope }) => ({ role, scope }));
    await publish({ kind: "system" }, [{ of: "grants", person: actor.id, grants: [...grants, { role: "desk-officer", scope: { kind: "desk", id: desk } }] }]);
    known.delete(email);
  }

  /** A key as the operator's command makes it. */
  async function key(email: string): Promise<string> {
    const issued = await issueKeyFor(email, { name: "a journey", scopes: keyScopes }, new Date());
    if (!issued || !("key" in issued)) throw new Error(`no key for ${email}: ${JSON.stringify(issued)}`);
    return issued.key;
  }

  /** A working paper of an auditor's, of one case, with a finding that waits for its reply. Made once, whoever asks again. */
  async function workingPaper(email: string, id: string): Promise<{ readonly request: string }> {
    const auditor = await person(email);
    const opened = await startPaper(auditor, { id, title: "Submissions of the year", question: { type: "request.submitted" }, sample: { size: 1, seed: "harbour" }, attributes: ["Complete when submitted", "In time"] });
    if (!isPaperAccepted(opened)) throw new Error(`${email} opens no paper: ${JSON.stringify(opened)}`);
    const request = (await workingPaperContent(auditor, id))?.cases[0]?.request ?? "";
    const { steps } = await look(email, request);
    const raised = await executeOnPaper(auditor, id, { type: "raiseFinding", commandId: id.replace(/.$/, "f"), request, severity: "high", text: "Nobody wrote down why.", events: [1], desk: steps[0]?.desk ?? "", replyBy: addDays(dayOf(new Date()), 14) });
    if (!isPaperAccepted(raised)) throw new Error(`${email} raises no finding: ${JSON.stringify(raised)}`);
    return { request };
  }

  return {
    person,
    key,
    workingPaper,
    give,
    look,
    submitted,
    endorsed,
    staffs,
    async stop() {
      await closeDatabase();
      await database.stop();
    },
  };
}
