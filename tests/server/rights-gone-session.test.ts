import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "../../lib/access/actor.ts";
import type { Change } from "../../lib/access/configuration.ts";
import { calendarBehind, makeCalendarLink } from "../../lib/server/calendar-links.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Action, actionsInCode, inRequest, sendForm, signInAs } from "./forms-world.ts";
import { formOf } from "./odd-forms.ts";

/*
 * Somebody who is signed in loses a right, their place or their account while their pages stand open: with the same cookie the next page, file and form of
 * every sort is what it is for what is nowhere. No session remembers what its person could do.
 */

let world: World;
let actions: ReadonlyMap<string, Action>;
beforeAll(async () => {
  world = await demoWorld();
  ({ actions } = await actionsInCode());
});
afterAll(() => world.stop());

const as = async (email: string) => (await personActor(email)) as PersonActor;
type About = Readonly<Record<string, string>>;
type Door = (given: { params: Promise<About>; searchParams: Promise<About> }) => Promise<unknown>;

/** Every page and file behind sign-in whose address names something of a request, by its path. */
async function doors(): Promise<(readonly [string, Door])[]> {
  const root = join(import.meta.dirname, "../../app/(desk)");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => /^(requests|audit)\/\[id\]\/(.*\/)?(page\.tsx|route\.ts)$/.test(name)).toSorted();
  return Promise.all(files.map(async (file) => {
    const found = (await import(pathToFileURL(join(root, file)).href)) as { default: Door; GET: (request: Request, given: { params: Promise<About> }) => Promise<Response> };
    return [file, file.endsWith("page.tsx") ? found.default : (given: { params: Promise<About> }) => found.GET(new Request("http://localhost:3000/"), given)] as const;
  }));
}

/** What stands behind a door for whoever is signed in: that there is something, where it leads, or how it is closed. */
async function behind(door: Door, about: About): Promise<string> {
  try {
    const found = await inRequest(new Headers(), () => door({ params: Promise.resolve(about), searchParams: Promise.resolve({}) }));
    if (!(found instanceof Response)) return "drawn";
    return found.ok ? "a file" : `${found.status} ${found.headers.get("location") ?? (await found.text())}`.replaceAll(about.id ?? "", "it");
  } catch (error) {
    const digest = (error as { digest?: string }).digest;
    if (digest === undefined) throw error;
    return digest.replaceAll(about.id ?? "", "it");
  }
}

async function everywhere(about: About): Promise<Readonly<Record<string, string>>> {
  const found = [];
  for (const [name, door] of await doors()) found.push([name, await behind(door, about)]);
  return Object.fromEntries(found);
}

/** What forms come to that stood open on the pages of a request. */
async function forms({ id, step }: About): Promise<unknown[]> {
  const sent = [
    ["app/_request/actions.ts sendCommand", { type: "comment", audience: "requester", text: "Said after all." }],
    ["app/_request/actions.ts sendCommand", { type: "approve", step: step ?? "" }],
    ["app/_request/actions.ts sendDocument", { file: new File(["a"], "a.txt") }],
    ["app/(desk)/inbox/actions.ts takeRow", { claim: `${id} ${step}`, next: "/inbox" }],
    ["app/(desk)/inbox/actions.ts decideRows", { row: `${id} ${step}`, type: "approve", batch: newId() }],
  ] as const;
  const became = [];
  for (const [name, fields] of sent) {
    const one = await sendForm(name, actions.get(name) as Action, formOf({ commandId: newId(), requestId: id ?? "", ...fields }));
    const { values: _, ...said } = "state" in one ? one.state : { values: {}, ...one };
    became.push([name, JSON.stringify(said).replaceAll(id ?? "-", "it")]);
  }
  return became;
}

const losses: Readonly<Record<string, (person: PersonActor) => readonly Change[]>> = {
  "their grant": ({ id }) => [{ of: "grants", person: id, grants: [] }],
  "their place, for one at another organisation": ({ id, email, name, language }) => [{ of: "person", id, email, name, language, organisation: "um", active: true }, { of: "grants", person: id, grants: [{ role: "researcher", scope: { kind: "organisation", id: "um" } }] }],
  "their organisation": ({ id, email, name, language }) => [{ of: "person", id, email, name, language, organisation: null, active: true }, { of: "grants", person: id, grants: [] }],
};

test.each(Object.entries(losses))("an officer who loses %s finds every page, file and form of the case as if it were nowhere", async (what, loss) => {
  const officer = Object.keys(losses).indexOf(what);
  const [found] = await world.owner<{ email: string; id: string; step: string }[]>`
    select distinct on (p.email) p.email, s.request_id as id, s.step_id as step from steps s join grants g on g.scope_kind = 'desk' and g.scope_id = s.desk and g.role = 'desk-officer' join people p on p.id = g.person_id
     where s.status = 'open' and p.active and not exists (select from request_access a where a.request_id = s.request_id and a.subject like '%:' || p.id) order by p.email, s.request_id offset ${officer} limit 1`;
  if (!found) throw new Error("nobody staffs a desk");
  const { email, ...about } = found;
  await signInAs(email, "en");
  const link = await makeCalendarLink(await as(email), null);
  const before = await everywhere(about);
  expect(before).toMatchObject({ "requests/[id]/page.tsx": "drawn", "requests/[id]/decide/[step]/page.tsx": "drawn" });
  await publish({ kind: "system" }, loss(await as(email)));
  const events = await world.owner`select count(*) from events`;
  const nowhere = { ...about, id: randomUUID() };
  const after = await everywhere(about);
  expect(after).toEqual(await everywhere(nowhere));
  expect(Object.values(after).filter((one) => one === "drawn" || one === "a file")).toEqual([]);
  expect(await forms(about)).toEqual(await forms(nowhere));
  expect(await world.owner`select count(*) from events`).toEqual(events);
  // Their own calendar is that of whoever they are now.
  const token = "url" in link ? /([\w-]+)\.ics$/.exec(link.url)?.[1] : undefined;
  expect((await calendarBehind(token ?? ""))?.actor.grants).toEqual((await as(email)).grants);
});

test("an auditor who loses their grant finds no case, history, bundle or file of it any more", async () => {
  const email = "auditor.cn@causeway.example";
  const [{ id } = { id: "" }] = await world.owner<{ id: string }[]>`select request_id as id from requests where from_jurisdiction = 'CN' and status = 'permitted' order by 1 limit 1`;
  await signInAs(email, "en");
  expect(await everywhere({ id })).toMatchObject({ "audit/[id]/page.tsx": "drawn", "audit/[id]/bundle/route.ts": "a file", "audit/[id]/export/route.ts": "a file", "requests/[id]/page.tsx": "drawn" });
  await publish({ kind: "system" }, [{ of: "grants", person: (await as(email)).id, grants: [] }]);
  const after = await everywhere({ id });
  expect(after).toEqual(await everywhere({ id: randomUUID() }));
  expect(Object.values(after).filter((one) => one === "drawn" || one === "a file")).toEqual([]);
});

test("whoever is locked out is signed out of every page and form at once, their own requests and calendar included", async () => {
  const [found] = await world.owner<{ email: string; id: string }[]>`select p.email, r.request_id as id from requests r join people p on p.id = r.requester where r.status = 'in-review' order by 2 limit 1`;
  if (!found) throw new Error("nothing is in review");
  const { email, id } = found;
  const person = await as(email);
  await signInAs(email, "en");
  const link = await makeCalendarLink(person, null);
  expect(await everywhere({ id })).toMatchObject({ "requests/[id]/page.tsx": "drawn" });
  await publish({ kind: "system" }, [{ of: "person", id: person.id, email, name: person.name, language: person.language, organisation: person.organisation, active: false }]);
  const events = await world.owner`select count(*) from events`;
  const after = await everywhere({ id });
  expect(Object.entries(after).filter(([, one]) => !one.includes("/sign-in"))).toEqual([]);
  expect((await forms({ id, step: "endorsement" })).filter((one) => !JSON.stringify(one).includes("/sign-in"))).toEqual([]);
  expect(await world.owner`select count(*) from events`).toEqual(events);
  expect(await calendarBehind("url" in link ? (/([\w-]+)\.ics$/.exec(link.url)?.[1] ?? "") : "")).toBeNull();
});
