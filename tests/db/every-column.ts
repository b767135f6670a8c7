import { readFileSync } from "node:fs";
import { v7 as newId } from "uuid";
import type { PersonActor } from "../../lib/access/actor.ts";
import { PublicCommand } from "../../lib/request/command.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { importCalendar } from "../../lib/server/calendars.ts";
import { attachDocument, openDocument } from "../../lib/server/documents.ts";
import { execute } from "../../lib/server/execute.ts";
import { issueKeyFor } from "../../lib/server/keys.ts";
import { requestCredential } from "../../lib/server/permit-credential.ts";
import { personActor } from "../../lib/server/person.ts";
import { publishReads } from "../../lib/server/publish-reads.ts";
import { placeOrganisationHold, publishRetention } from "../../lib/server/publish-retention.ts";
import { publishSealMails } from "../../lib/server/publish-seal-mails.ts";
import { publishStandIn } from "../../lib/server/publish-stand-in.ts";
import { proposeWorkflow } from "../../lib/server/publish-workflow.ts";
import { sealAll } from "../../lib/server/sealer.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import type { WorkflowDefinition } from "../../lib/workflow/definition.ts";
import type { World } from "./demo-world.ts";

/** Whose columns docs/record.md says that no check holds: a table, or a table and a column. */
export function columnsOutside(): ReadonlySet<string> {
  const page = readFileSync(new URL("../../docs/record.md", import.meta.url), "utf8");
  const rows = page.slice(page.indexOf("| tables or columns |")).split("\n").slice(2).filter((line) => line.startsWith("| `"));
  return new Set(rows.flatMap((line) => [...(line.split(" | ")[0] ?? "").matchAll(/`([\w.]+)`/g)].flatMap(([, name]) => name ?? [])));
}

const year = Number(dayOf(new Date()).slice(0, 4)) + 2;
const holidays = ["01-01", "01-26", "01-27", "01-28", "04-04", "05-01", "05-28", "10-01", "10-02", "10-03", "10-04"];

/** Has people of the demonstration do what it does not do by itself, so that every table has rows; and all but the last of it sealed. */
export async function plantRest({ owner }: World): Promise<void> {
  const as = async (email: string) => (await personActor(email)) as PersonActor;
  const [auditor, admin, rules] = [await as("auditor@causeway.example"), await as("admin@hku.example"), await as("policy@causeway.example")];
  const [today, at] = [dayOf(new Date()), new Date()];
  const cases = await owner<{ id: string; email: string }[]>`select r.request_id as id, p.email from requests r join people p on p.id = r.requester join permits t on t.request_id = r.request_id where r.status = 'permitted' order by 1 limit 20`;
  for (const { id, email } of cases) {
    const attached = await attachDocument(await as(email), id, { name: "list.txt", bytes: new TextEncoder().encode(`A list of ${id}.`), paper: null, commandId: newId() });
    if (isAccepted(attached) && attached.document) await openDocument(auditor, id, attached.document.id);
    await requestCredential(auditor, id);
  }
  await publishReads();
  for (const email of ["researcher@hku.example", "researcher@smu.example", "pi@hku.example"]) await issueKeyFor(email, { name: "A key", scopes: ["read"] }, at);
  await placeOrganisationHold(auditor, { organisation: "hku", authority: "A court", reason: "A case" });
  await publishRetention(admin, { organisation: "hku", years: {}, automatic: true });
  await publishStandIn(await as("ethics@smu.example"), { by: "head@smu.example", from: addDays(today, 3), until: addDays(today, 9), desks: [] });
  await importCalendar(rules, { name: `holiday_cn_${year}.csv`, bytes: new TextEncoder().encode(`date,name\n${holidays.map((day) => `${year}-${day},A day off\n`).join("")}`) });
  const [workflow] = await owner<{ definition: WorkflowDefinition }[]>`select definition from workflows where kind = 'data' order by version desc limit 1`;
  if (workflow) await proposeWorkflow(rules, { id: newId(), definition: { ...workflow.definition, version: workflow.definition.version + 1, name: { ...workflow.definition.name, en: "Another" } }, effectiveFrom: addDays(today, 60), note: "Because." });
  await referOne(owner, as);
  await sealAll();
  await publishSealMails(admin, { organisation: "hku", addresses: ["keeper@example.org"], language: "en" });
}

async function referOne(owner: World["owner"], as: (email: string) => Promise<PersonActor>): Promise<void> {
  const open = await owner<{ id: string; step: string; officer: string; other: string }[]>`
    select distinct on (s.request_id) s.request_id as id, s.step_id as step, p.email as officer, (select o.email from people o join grants h on h.person_id = o.id where h.scope_kind = 'desk' and h.scope_id <> s.desk and o.id <> p.id order by o.organisation is distinct from p.organisation, 1 limit 1) as other
      from steps s join grants g on g.scope_kind = 'desk' and g.scope_id = s.desk and g.role = 'desk-lead' join people p on p.id = g.person_id where s.status = 'open' order by 1`;
  for (const { id, step, officer, other } of open) {
    if (isAccepted(await execute(await as(officer), id, PublicCommand.parse({ type: "refer", commandId: newId(), step, to: other, question: "What do you say?" })))) return;
  }
}
