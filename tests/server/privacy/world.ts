import { createServer } from "node:net";
import { v7 as newId } from "uuid";
import { stories } from "../../../lib/server/demo/stories.ts";
import { issueKeyFor } from "../../../lib/server/keys.ts";
import { makeCalendarLink } from "../../../lib/server/calendar-links.ts";
import { beginSession } from "../../../lib/server/sign-in-sessions.ts";
import { demoWorld, type World } from "../../db/demo-world.ts";
import { startCauseway } from "../../support/causeway.ts";
import { type Mailbox, mailbox } from "../../support/mailbox.ts";
import { scratchFolder } from "../../support/scratch.ts";
import { saidBeside } from "./beside.ts";
import { hideOfficers, joins, letMembersVote, person, renamed, standsInFor } from "./cast.ts";
import { canariesIn, type Chance } from "./chance.ts";
import { type Code, codeShown } from "./hand-over.ts";
import { readsOfficers } from "./model-beside.ts";
import { type Hands, play, type Played } from "./play.ts";
import type { Beside } from "./say.ts";

/** A world that serves: its cases, the address it answers at, what was mailed, and what it said on its console. */
export type Served = { readonly world: World; readonly post: Mailbox; readonly played: readonly Played[]; readonly hands: Hands; readonly beside: readonly Beside[]; readonly code: Code | null; readonly address: string; readonly stop: () => Promise<string> };
/** What somebody signs in with, in a browser and by program; and their calendar. */
export type Passes = { readonly cookie: string; readonly key: string; readonly link: string };

/** Makes a world by chance: cases of several kinds between few institutions, so that officers of one are strangers to another, and serves it as an operator would. */
export async function servedWorld(chance: Chance, { cases, turns }: { readonly cases: number; readonly turns: number }): Promise<Served> {
  const [data, port] = [scratchFolder(), await freePort()];
  process.env.CAUSEWAY_DATA = data;
  const post = await mailbox();
  const world = await demoWorld();
  await letMembersVote();
  const kinds = ["sample", "person", ...chance.mixed(["reagent", "data", "funds", "sample"])].slice(0, cases);
  const chosen = kinds.map((kind) => chance.pick(stories.filter((one) => one.kind === kind && /^[a-z-]+$/.test(one.host) && one.requester === undefined && !one.until.startsWith("draft"))));
  for (const { home, host } of chosen) {
    for (const mailbox of ["export", "legal"]) await joins(`${mailbox}@${home}.example`, `${home}.sign-off`);
    await joins(`customs@${host}.example`, `${host}.acceptance`);
    // Of the first always, of others by chance.
    if (host === chosen[0]?.host || chance.upTo(2) === 0) await hideOfficers(`${host}.acceptance`);
  }
  const [officer, away, unnamed] = [`host@${chosen[0]?.host}.example`, chance.canary(), chance.canary()];
  await renamed(officer, `Ka ${unnamed}`);
  await standsInFor(officer, `tax@${chosen[0]?.host}.example`, `At ${away}.`);
  const done = new Map<string, number>();
  const hands: Hands = { advisers: [`researcher@${chosen[0]?.home === "um" ? "must" : "um"}.example`, `chemistry@${chosen[1]?.host}.example`], unnamed: [`Ka ${unnamed}`], officersOf: officersOf(world) };
  const played: Played[] = [];
  // Elsewhere the name is nobody's to hide.
  for (const story of chosen) played.push(await play(chance, story, { turns, hands: { ...hands, unnamed: story.host === chosen[0]?.host ? hands.unnamed : [] }, done }));
  const beside: readonly Beside[] = [
    ...(await saidBeside(chance, played)),
    { word: away, where: "why an officer is away", may: (who) => who.email === officer || who.audits.some(({ kind }) => kind === "everything") },
    { word: unnamed, where: "the name of an officer whose desk decides without names", may: readsOfficers(played.map(({ id }) => id)) },
  ];
  const code = await codeShown(played);
  const server = await startCauseway({ DATABASE_URL: world.url, PORT: String(port), CAUSEWAY_DATA: data, AUTH_SECRET: process.env.AUTH_SECRET, SMTP_URL: process.env.SMTP_URL, PUBLIC_URL: `http://localhost:${port}`, API_RATE: "1000000" });
  return {
    world,
    post,
    played,
    hands,
    beside,
    code,
    address: `http://localhost:${port}`,
    async stop() {
      server.signal("SIGINT");
      const { out, err } = await server.over;
      await world.stop();
      await post.stop();
      return `${out}\n${err}`;
    },
  };
}

/** Signs somebody in by every way there is. */
export async function passesOf(email: string): Promise<Passes> {
  const actor = await person(email);
  const issued = await issueKeyFor(email, { name: `walk ${newId()}`, scopes: ["read", "write"] }, new Date());
  if (!issued || !("key" in issued)) throw new Error(`no key for ${email}`);
  const made = await makeCalendarLink(actor, null);
  if (!("url" in made)) throw new Error(JSON.stringify(made));
  return { cookie: `causeway=${await beginSession(actor.id, "a browser", new Date())}; language=en`, key: issued.key, link: new URL(made.url).pathname.split("/").at(-1) ?? "" };
}

/** Words that stand somewhere in a database still, whoever may read them; what was said and stands nowhere was erased. */
export async function standing({ owner }: World): Promise<Set<string>> {
  const rows = await owner<{ body: string }[]>`select body from texts where body is not null union all select data::text from events where stream like 'request:%' union all select title || answers from (select title, facts::text || lines::text as answers from drafts) d union all select name from draft_documents union all select name from people`;
  return canariesIn(rows.map(({ body }) => body).join("\n"));
}

function officersOf({ owner }: World) {
  return async (id: string) => (await owner<{ email: string }[]>`select distinct p.email from steps s join grants g on g.scope_kind = 'desk' and g.scope_id = s.desk join people p on p.id = g.person_id and p.active where s.request_id = ${id} order by 1`).map(({ email }) => email);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
