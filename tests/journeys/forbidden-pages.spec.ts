import { expect, test } from "@playwright/test";
import { v7 as newId } from "uuid";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { attachDocument } from "../../lib/server/documents.ts";
import { createRequest } from "../../lib/server/execute.ts";
import { water } from "../../lib/server/demo/stories-sample.ts";
import { route } from "../../lib/server/demo/story-routes.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { journeyWorld } from "../support/journey-world.ts";
import { cookiesOf } from "../support/signed-in.ts";

/*
 * Property P4 of pages: what a server sends for a page, its words and whatever its scripts are given, holds nothing that its reader may not see. Marks
 * that stand nowhere else are planted in every place of a restricted class; each role fetches every page there is of the case, by plain HTTP.
 */

const people = {
  requester: "researcher@hkbu.example", originOfficer: "office@hkbu.example", destinationOfficer: "host@szu.example", adviser: "researcher@um.example", auditor: "auditor@causeway.example", homeAuditor: "auditor@hkbu.example",
  stranger: "researcher@must.example", administrator: "admin@hkbu.example", platform: "admin@causeway.example",
} as const;
type Who = keyof typeof people;
const inside: readonly Who[] = ["requester", "originOfficer", "destinationOfficer", "adviser", "auditor", "homeAuditor"];
const deciding = inside.filter((who) => who !== "adviser");
const marks: Readonly<Record<string, readonly Who[]>> = {
  Zqpagetitle: inside,
  Zqpagetoall: inside,
  Zqpagedesks: ["originOfficer", "destinationOfficer", "auditor", "homeAuditor"],
  Zqpageorigin: ["originOfficer", "auditor", "homeAuditor"],
  Zqpagedestin: ["destinationOfficer", "auditor"],
  Zqpageasked: ["originOfficer", "destinationOfficer", "adviser", "auditor", "homeAuditor"],
  Zqpagepaper: inside,
  Zqpagepassport: deciding,
  // Lines stand on the auditors' pages alone, for whoever may see them; a question by its label on everybody's.
  Zqpagetraveller: deciding,
  "Immigration class": deciding,
  Zqpagedraft: ["requester"],
};

let ids: { sample: string; person: string; draft: string; papers: readonly string[] };
test.beforeAll(async () => {
  const world = await journeyWorld();
  const today = dayOf(new Date());
  const sample = await world.endorsed({ kind: "sample", title: "Water Zqpagetitle", facts: { ...water, ...route("hongkong", "shenzhen", "courier", "sz-bay") }, home: "hkbu", host: "szu", limit: { value: "24", unit: "tube" } });
  const comment = (who: Who, audience: string, text: string) => world.give(people[who], sample, { type: "comment", audience, text });
  await comment("originOfficer", "requester", "Zqpagetoall");
  await comment("originOfficer", "desks", "Zqpagedesks");
  await comment("originOfficer", "side", "Zqpageorigin");
  await comment("destinationOfficer", "side", "Zqpagedestin");
  await world.give(people.originOfficer, sample, { type: "refer", step: "sign-off", to: people.adviser, question: "Zqpageasked" });
  const papers: string[] = [];
  for (const [name, paper] of [["Zqpagepaper.txt", null], ["Zqpagepassport.txt", "passport"]] as const) {
    const attached = await attachDocument(await world.person(people.requester), sample, { name, bytes: new TextEncoder().encode(name), paper, commandId: newId() });
    if (!isAccepted(attached) || !attached.document) throw new Error(JSON.stringify(attached));
    papers.push(attached.document.id);
  }
  // Whose endorser asks for advice: the lines say who travels.
  const lecture = stories.find(({ title }) => title === "Visiting lecturer from Hong Kong, spring term");
  const person = await world.submitted({ kind: "person", title: "A lecture", facts: lecture?.facts ?? {}, lines: [{ traveller: "Zqpagetraveller", role: "pi", document: "mtp", endorsement: "none", trips: 6 }], home: "hkbu", host: "szu", limit: { value: "6", unit: "trip" } });
  await world.give("pi@hkbu.example", person, { type: "refer", step: "endorsement", to: people.adviser, question: "Is it a lecture?" });
  const draft = newId();
  const begun = await createRequest(await world.person(people.requester), { id: draft, kind: "sample", title: "Zqpagedraft", facts: { date: addDays(today, 20) }, claims: [], parties: { home: "hkbu" } });
  if (!isAccepted(begun)) throw new Error(JSON.stringify(begun));
  ids = { sample, person, draft, papers };
  await world.stop();
});

test.describe.configure({ mode: "default" });

for (const who of Object.keys(people) as Who[]) {
  test(`${who} is sent nothing that only others may see, on any page`, { tag: "@further" }, async () => {
    test.setTimeout(300_000);
    const cookie = await cookiesOf(people[who]);
    const seen: string[] = [];
    for (const path of pathsOf()) {
      const answer = await fetch(new URL(path, process.env.JOURNEY_URL), { headers: { cookie }, redirect: "manual" });
      expect([path, answer.status < 500]).toEqual([path, true]);
      const text = await answer.text();
      const found = Object.entries(marks).filter(([mark]) => text.includes(mark));
      expect(found.filter(([, may]) => !may.includes(who)).map(([mark]) => `${mark} on ${path}`)).toEqual([]);
      seen.push(...found.map(([mark]) => mark));
    }
    // Whoever may see a mark comes upon it, or the search would prove nothing.
    expect(Object.entries(marks).filter(([mark, may]) => may.includes(who) && !seen.includes(mark) && (mark !== "Zqpagetraveller" || /auditor/i.test(who))).map(([mark]) => mark)).toEqual([]);
  });
}

/** Every page and file that could show the case, whether or not it is for whoever asks. */
function pathsOf(): string[] {
  const { sample, person, draft, papers } = ids;
  const all = ["/", "/requests", "/requests?whose=me", "/requests?status=draft", "/inbox", "/inbox?view=waiting", "/inbox/decide", "/dossiers", "/audit", "/audit?type=comment.added", "/audit/questions", "/audit/papers", "/retention", "/break-glass", "/account", "/account/papers", "/account/calendar", "/quotas", "/grants", "/requests/take-away", "/requests/take-away/file?format=csv", "/requests/take-away/file?format=ndjson", "/audit/take-away/file?format=ndjson"];
  const steps = { [sample]: ["sign-off", "acceptance", "endorsement"], [person]: ["endorsement", "sign-off", "acceptance"], [draft]: [] };
  const ofCase = [sample, person, draft].flatMap((id) => [`/requests/${id}`, `/requests/${id}/amend`, `/requests/${id}/ledger`, `/requests/${id}/edit/people`, `/requests/${id}/edit/trips`, `/requests/${id}/permit.pdf`, `/audit/${id}`, `/audit/${id}?at=1`, `/audit/${id}?from=1&to=5`, `/audit/${id}/export`, `/retention/${id}`, ...(steps[id] ?? []).map((step) => `/requests/${id}/decide/${step}`)]);
  return [...all, ...ofCase, ...papers.map((paper) => `/requests/${sample}/documents/${paper}`)];
}
