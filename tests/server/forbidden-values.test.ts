import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditPage } from "../../db/queries/audit-search.ts";
import { requestCount } from "../../db/queries/request-list.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { personActor } from "../../lib/server/person.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { further } from "../support/further.ts";
import { type Mailbox, mailbox } from "../support/mailbox.ts";
import { call, give, keyOf, upload } from "./api-world.ts";
import { readAll } from "./everything-read.ts";

/*
 * Property P4: no view for one role contains a value that only another may see. A mark that stands nowhere else is planted in every place of a restricted class,
 * and then everything that each role can get is read and looked through. Scenarios 41 (drafts) and 50 (search) are rows of the same table.
 */

type Who = "requester" | "originOfficer" | "destinationOfficer" | "adviser" | "auditor" | "homeAuditor" | "stranger" | "administrator" | "platform";
/** Each mark, and who may come upon it. */
const marks: Readonly<Record<string, { readonly text: string; readonly may: readonly Who[] }>> = {
  toAll: { text: "Zqvirtoall", may: ["requester", "originOfficer", "destinationOfficer", "adviser", "auditor", "homeAuditor"] },
  amongDesks: { text: "Zqvirdesks", may: ["originOfficer", "destinationOfficer", "auditor", "homeAuditor"] },
  originSide: { text: "Zqvirorigin", may: ["originOfficer", "auditor", "homeAuditor"] },
  destinationSide: { text: "Zqvirdestin", may: ["destinationOfficer", "auditor"] },
  question: { text: "Zqvirquestion", may: ["originOfficer", "destinationOfficer", "adviser", "auditor", "homeAuditor"] },
  advice: { text: "Zqviradvice", may: ["originOfficer", "destinationOfficer", "adviser", "auditor", "homeAuditor"] },
  draftTitle: { text: "Zqvirdraft", may: ["requester"] },
  paper: { text: "Zqvirpaper", may: ["requester", "originOfficer", "destinationOfficer", "adviser", "auditor", "homeAuditor"] },
  title: { text: "Zqvirtitle", may: ["requester", "originOfficer", "destinationOfficer", "adviser", "auditor", "homeAuditor"] },
  paperOfOnePerson: { text: "Zqvirpassport", may: ["requester", "originOfficer", "destinationOfficer", "auditor", "homeAuditor"] },
  otherRequest: { text: "Zqvirother", may: ["stranger", "auditor"] },
};

let world: World;
let post: Mailbox;
let people: Readonly<Record<Who, string>>;
let request: { id: string; draft: string };
beforeAll(async () => {
  post = await mailbox();
  world = await demoWorld();
  const [row] = await world.owner<{ id: string; requester: string; step: string; home: string; host: string; origin: string; destination: string; from: string; to: string }[]>`
    select r.request_id as id, q.email as requester, o.step_id as step, r.home, r.host_organisation as host, po.email as origin, pd.email as destination, r.from_jurisdiction as from, r.to_jurisdiction as to
      from requests r join people q on q.id = r.requester
      join steps o on o.request_id = r.request_id and o.side = 'origin' and o.status = 'open' and o.assignee is null and not o.by_vote join grants go on go.scope_kind = 'desk' and go.scope_id = o.desk join people po on po.id = go.person_id and po.active and po.id <> r.requester
      join steps d on d.request_id = r.request_id and d.side = 'destination' join grants gd on gd.scope_kind = 'desk' and gd.scope_id = d.desk join people pd on pd.id = gd.person_id and pd.active
     where r.status = 'in-review' and r.from_jurisdiction <> r.to_jurisdiction
       and not exists (select from grants g join steps s on s.desk = g.scope_id and s.request_id = r.request_id and s.side <> 'destination' where g.person_id = pd.id and g.scope_kind = 'desk')
       and not exists (select from grants g join steps s on s.desk = g.scope_id and s.request_id = r.request_id and s.side <> 'origin' where g.person_id = po.id and g.scope_kind = 'desk')
     order by 1, 3, 6, 7 limit 1`;
  if (!row) throw new Error("nothing in review has an open step on the side of its origin");
  const [outsider] = await world.owner<{ email: string }[]>`
    select p.email from people p join grants g on g.person_id = p.id and g.role = 'researcher' where p.active and p.email <> ${row.requester}
      and not exists (select from grants x where x.person_id = p.id and x.scope_kind = 'desk') and not exists (select from request_access a where a.request_id = ${row.id} and a.subject = 'person:' || p.id) and p.organisation not in (${row.home}, ${row.host ?? ""}) order by 1 limit 1`;
  const [adviser] = await world.owner<{ email: string }[]>`
    select p.email from people p where p.active and p.email not in (${row.requester}, ${outsider?.email ?? ""}) and exists (select from grants g where g.person_id = p.id and g.role = 'desk-officer' and g.scope_id not like 'cp.%')
      and not exists (select from grants x where x.person_id = p.id and (x.role = 'auditor' or x.scope_id in (select s.desk from steps s where s.request_id = ${row.id}))) and not exists (select from request_access a where a.request_id = ${row.id} and a.subject = 'person:' || p.id) order by 1 desc limit 1`;
  people = { requester: row.requester, originOfficer: row.origin, destinationOfficer: row.destination, adviser: adviser?.email ?? "", auditor: "auditor@causeway.example", homeAuditor: `auditor@${row.home}.example`, stranger: outsider?.email ?? "", administrator: `admin@${row.home}.example`, platform: "admin@causeway.example" };
  const draft = newId();
  request = { id: row.id, draft };
  const say = async (who: Who, said: Readonly<Record<string, unknown>>) => {
    const { status, body } = await give(row.id, await keyOf(people[who]), said);
    if (status !== 200) throw new Error(`${who} ${JSON.stringify(said)}: ${JSON.stringify(body)}`);
    return body;
  };
  const text = (mark: string) => `About ${marks[mark]?.text ?? ""}.`;
  await say("originOfficer", { type: "comment", audience: "requester", text: text("toAll") });
  await say("originOfficer", { type: "comment", audience: "desks", text: text("amongDesks") });
  await say("originOfficer", { type: "comment", audience: "side", text: text("originSide") });
  await say("destinationOfficer", { type: "comment", audience: "side", text: text("destinationSide") });
  await say("originOfficer", { type: "refer", step: row.step, to: people.adviser, question: text("question") });
  await say("adviser", { type: "advise", step: row.step, recommends: "yes", text: text("advice") });
  const begin = async (who: Who, id: string, title: string, home: string) => {
    const { status, body } = await call("POST /api/v1/requests", "/api/v1/requests", { key: await keyOf(people[who]), json: { id, kind: "sample", title, facts: {}, parties: { home } } });
    if (status !== 201) throw new Error(JSON.stringify(body));
  };
  await begin("requester", draft, `A draft ${marks.draftTitle?.text}`, row.home);
  for (const [mark, paper] of [[marks.paper, {}], [marks.paperOfOnePerson, { paper: "passport" }]] as const) await upload(row.id, await keyOf(people.requester), `A list for ${mark?.text}.`, `${mark?.text}.txt`, paper);
  // The title itself, where mails and pages read it.
  await world.owner`update texts set body = ${`A title ${marks.title?.text}`} where request_id = ${row.id} and digest = (select data #>> '{title,digest}' from events where request_id = ${row.id} and type = 'request.submitted')`;
  await world.owner`update requests set title = ${`A title ${marks.title?.text}`} where request_id = ${row.id}`;
  const stranger = (await personActor(people.stranger)) as PersonActor;
  // A request of somebody else, renamed where pages and lists read its title.
  await world.owner`update requests set title = ${`Another ${marks.otherRequest?.text}`} where request_id = (select r.request_id from requests r where r.requester = ${stranger.id} and r.request_id <> ${row.id} limit 1)`;
  await post.fill();
});
afterAll(async () => {
  await world.stop();
  await post.stop();
});

const everybody: readonly Who[] = ["requester", "originOfficer", "destinationOfficer", "adviser", "auditor", "homeAuditor", "stranger", "administrator", "platform"];
const asked = further ? everybody : everybody.filter((who) => who !== "administrator");

describe("nobody gets what only others may see, of a request or its drafts, anywhere", () => {
  test.each(asked)("%s", async (who) => {
    const given = [...(await readAll(world, people[who], request.id)), ...(await readAll(world, people[who], request.draft)).map(({ where, text }) => ({ where: `draft: ${where}`, text }))];
    const found = Object.entries(marks).flatMap(([name, { text, may }]) => {
      const places = given.filter((one) => one.text.includes(text)).map(({ where }) => where);
      return may.includes(who) ? [] : places.map((where) => `${name} in ${where}`);
    });
    expect(found).toEqual([]);
    // Whoever may see a mark of the request does come upon it, or the search would prove nothing.
    const missed = Object.entries(marks).filter(([name, { text, may }]) => name !== "otherRequest" && may.includes(who) && !given.some((one) => one.text.includes(text)));
    expect(missed.map(([name]) => name)).toEqual([]);
  });
});

describe("mails say nothing that their readers may not see", () => {
  test("by the marks, in text, HTML and attachments; and whoever is told comes upon the title there", () => {
    const told = everybody.filter((who) => post.mails.some(({ to }) => to === people[who]));
    expect(told).toEqual(expect.arrayContaining(["requester", "destinationOfficer", "adviser"]));
    const found = told.flatMap((who) => post.mails.filter(({ to }) => to === people[who]).flatMap(({ text }) => Object.entries(marks).filter(([, mark]) => !mark.may.includes(who) && text.includes(mark.text)).map(([name]) => `${name} to ${who}`)));
    expect(found).toEqual([]);
    for (const who of told) expect([who, post.mails.some(({ to, text }) => to === people[who] && text.includes(marks.title?.text ?? ""))]).toEqual([who, true]);
  });

  test("nobody else is told: each mail is for somebody who sees the request that it links to", async () => {
    const told = [...new Set(post.mails.flatMap(({ to, text }) => [...text.matchAll(/\/requests\/([0-9a-f-]{36})/g)].map(([, id]) => `${to} ${id}`)))];
    expect(told.length).toBeGreaterThan(3);
    for (const one of told) {
      const [email = "", id = ""] = one.split(" ");
      const { status } = await call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: await keyOf(email) });
      expect([one, status]).toEqual([one, 200]);
    }
  });
});

test("no search finds, and no count counts, what its reader may not see; a malformed one is an error and no crash", async () => {
  for (const who of everybody) {
    const actor = (await personActor(people[who])) as PersonActor;
    for (const [name, { text, may }] of Object.entries(marks)) {
      const { count } = await requestCount(actor, { search: { q: text, meant: { kinds: [], statuses: [], cities: [], movers: [], options: [] } } });
      const { items } = await auditPage(actor, { terms: `${text.toLowerCase()}:*`, from: null, to: null });
      const { body } = await call("GET /api/v1/requests", `/api/v1/requests?q=${text}`, { key: await keyOf(people[who]) });
      if (!may.includes(who)) expect([who, name, count, items.length, body.items.length]).toEqual([who, name, 0, 0, 0]);
    }
  }
  const key = await keyOf(people.requester);
  for (const q of ["%", "_", "\\", "'", "\"", "(((", "CW-", "%00", "a".repeat(201)]) expect((await call("GET /api/v1/requests", `/api/v1/requests?q=${encodeURIComponent(q)}`, { key })).status).toBeLessThan(500);
  expect((await call("GET /api/v1/requests", `/api/v1/requests?q=${encodeURIComponent("\u0000")}`, { key })).status).toBe(400);
});

test("a draft is found by its requester alone, submitted or searched for by its title", async () => {
  const found = await Promise.all(everybody.map(async (who) => [who, (await call("GET /api/v1/requests", `/api/v1/requests?q=${marks.draftTitle?.text}`, { key: await keyOf(people[who]) })).body.items.map(({ id }: { id: string }) => id)] as const));
  expect(found).toEqual(everybody.map((who) => [who, who === "requester" ? [request.draft] : []]));
});
