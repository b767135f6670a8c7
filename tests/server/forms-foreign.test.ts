import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PersonActor } from "../../lib/access/actor.ts";
import { personActor } from "../../lib/server/person.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { further } from "../support/further.ts";
import { everyTable, foreignTo, nowhere, said, type SortName, sorts } from "./foreign-things.ts";
import { type Action, actionsInCode, type Became, sendForm, signInAs } from "./forms-world.ts";
import { type Form, type FormsKnown, formsKnown, goodForms } from "./good-forms.ts";
import { type Fields, formOf } from "./odd-forms.ts";

/*
 * Every server action is sent its form with what is somebody else's in each field that names something: by who may do it elsewhere, and by
 * others of every role. Nothing changes, and the answer is that for what is nowhere: nobody learns by it what there is.
 */

let world: World;
let actions: ReadonlyMap<string, Action>;
let known: FormsKnown;

beforeAll(async () => {
  world = await demoWorld();
  ({ actions } = await actionsInCode());
  known = await formsKnown(world);
  await oneOfEachMore(world);
  for (const email of new Set([...others, ...Object.values(goodForms).flatMap((of) => of(known).map(({ as }) => as))])) await signInAs(email, "en");
});
afterAll(() => world.stop());

/** What a field names, by its name; where an action's says something else, by both. `made` is what a form makes under an id of its own. */
const named: Readonly<Record<string, SortName | { readonly made: SortName }>> = {
  requestId: "request", request: "request", claim: "row", row: "row", link: "link", waiting: "request", awaits: "request", dossierId: "dossier",
  "openByBreakGlass request": "number", "takeSharedPaper from": "sharedPaper", "saveSheet paper": "paper", "sendPaperCommand paper": "paper", finding: "finding", "was.{id}": "request", "mark.{id}.{n}": "request", "note.{id}": "request",
  "recordRequirement paper": "document", "papers[]": "document", "movements.{n}.papers[]": "document", document: "document", "documents[]": "document",
  movement: "movement", "movements.{n}.movement": "movement", discrepancy: "movement",
  "endSession id": "session", "endKey id": "key", "endCalendar id": "calendar", "closeBreakGlass id": "glass", "endAbsence id": "standIn", "releaseInstitution id": "hold", "removeQuestionAction id": "question", "decideOnProposal id": "proposal",
  "proposeVersion id": { made: "proposal" }, "beginRequest id": { made: "request" }, "openWorkingPaper id": { made: "paper" }, "openDossierNamed id": { made: "dossier" }, "startTogether id": { made: "dossier" },
  desk: "desk", desks: "desk", "nameSealMails organisation": "organisation", "setRetention organisation": "organisation", "holdInstitution organisation": "organisation", shared: "audience",
  "signInHere email": "address", "askForReset email": "address", "forget person": "address", "saveAbilities person": "person",
};
/** What names nothing of anybody's: words, days, amounts, choices of a list, the act's own id, and what is named within a request or by what everybody may know. */
const plain = new Set(`
  action type act commandId batch next expectedVersion version section go asked q size seed by atLeastOne scope population attributes period.from period.to was mark file lines.file rows order view columns
  name title text reason reference carrier condition note conclusion stance severity outcome question answers answers.{n}.text answers.{n}.question conditions.{n}.text reasons.{n}.code reasons.{n}.text questions.{n}.fact questions.{n}.text code
  email password token current language scopes hours addresses authority skills speaks allot former before calendar definition effectiveFrom automatic years.cn-pipl-19 rule query place isSound isVoid counter range.from range.to what whole keepWork recommends vote casting audience with[] role until
  from to for by due date at expected validFrom validUntil window.from window.to replyBy followUpOn rate.value rate.on limit.value limit.unit quantity.value quantity.unit total.value total.unit year quota workingDays
  home host endorser team team[] teamAdd kind mode claims[] lines[] terms[] facts.mode facts.date step stage end direction controlPoint details.digest otherItem requirement obligation discrepancy referral replaces entries[] events bars.people[] bars.until
  grant.regime grant.number grant.issued grant.validFrom grant.validUntil conditions.{n}.duty.is conditions.{n}.duty.count conditions.{n}.duty.unit conditions.{n}.duty.from conditions.{n}.duty.calendar
  movements.{n}.direction movements.{n}.quantity.value movements.{n}.quantity.unit movements.{n}.rate.value movements.{n}.rate.on movements.{n}.controlPoint movements.{n}.at movements.{n}.carrier movements.{n}.condition movements.{n}.details.digest
  organisation person paper renews`.split(/\s+/));

/** Others of every role: of another organisation, desk, side, place; who administers, audits, keeps the rules, checks at a boundary. */
const others = ["researcher@um.example", "biosafety@um.example", "auditor@um.example", "auditor.mo@causeway.example", "admin@um.example", "admin@hkust.example", "pi@szu.example", "host@szu.example", "policy@causeway.example", "hengqin@boundary.example", "admin@causeway.example"];
/** Who may open whatever there is, for a reason that is told at once. */
const breaksGlass = "admin@causeway.example";
let turn = 0;
const asked = new Set<SortName>();

function namedBy(action: string, field: string): (typeof named)[string] | undefined {
  const bare = field.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "{id}").replaceAll(/\.\d+(?=\.|$)/g, ".{n}");
  return named[`${action} ${bare}`] ?? named[bare] ?? (plain.has(bare) || /^(sample|from|to|transit|org|project|lines\.\{n\})\./.test(bare) ? undefined : fail(`${action}: what does ${bare} name?`));
}

describe.each(Object.keys(goodForms))("%s", (name) => {
  test("with what is somebody else's", async () => {
    const action = name.split(" ").at(-1) ?? "";
    const wrong: unknown[] = [];
    for (const form of goodForms[name]?.(known) ?? []) {
      const before = await everyTable(world);
      for (const field of Object.keys(form.fields)) {
        const what = namedBy(action, field);
        if (what === undefined) continue;
        for (const email of askers(action, form)) wrong.push(...(await foreignIn({ name, form, field, email, what })).map((one) => [form.is ?? "", field, email, ...one]));
      }
      const after = await everyTable(world);
      wrong.push(...Object.keys(after).filter((table) => after[table] !== before[table]).map((table) => [form.is ?? "", "changes", table]));
    }
    expect(wrong).toEqual([]);
  }, 600_000);
});

test("there was something of everything that was somebody else's", () => {
  expect([...asked].toSorted()).toEqual(Object.keys(sorts).toSorted());
});

/** Who sends a form: whose it is, and some of the others, the next ones next time. */
function askers(action: string, form: Form): readonly (string | null)[] {
  if (form.as === null) return [null];
  const some = further ? others : [others[turn++ % others.length] ?? "", others[turn++ % others.length] ?? ""];
  return [...new Set([form.as, ...some])].filter((email) => action !== "openByBreakGlass" || email !== breaksGlass);
}

type Asked = { readonly name: string; readonly form: Form; readonly field: string; readonly email: string | null; readonly what: (typeof named)[string] };

async function foreignIn({ name, form, field, email, what }: Asked): Promise<unknown[][]> {
  const actor = email === null ? null : ((await personActor(email)) as PersonActor);
  const foreign = await foreignTo(actor, typeof what === "string" ? what : what.made, world);
  if (foreign.length === 0) return [];
  asked.add(typeof what === "string" ? what : what.made);
  const id = foreign[turn % foreign.length] ?? "";
  // What is made under an id that there is already is compared with another such.
  const other = typeof what === "string" ? nowhere(id) : (foreign.find((one) => one !== id) ?? id);
  const [one, two] = [await answer(id), await answer(other)];
  return [...("failed" in one ? [["failed", one.failed]] : []), ...(said(one, id) === said(two, other) ? [] : [["tells them apart", id, said(one, id).slice(0, 500), said(two, other).slice(0, 500)]])];

  async function answer(given: string): Promise<Became> {
    await signInAs(email, "en");
    return sendForm(name, actions.get(name) as Action, formOf(withThing(form.fields, field, given)));
  }
}

/** The form about another thing, which stands in the field or in its very name. */
function withThing(fields: Fields, field: string, id: string): Fields {
  const inName = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
  // Nor does an older version stand in the way, or that an entry never counted, of which nothing else is looked at.
  const { expectedVersion: _, isVoid: __, ...rest } = fields;
  if (!inName.test(field)) return { ...rest, [field]: id };
  return Object.fromEntries(Object.entries(rest).map(([one, sent]) => [one.replace(inName, id), sent]));
}

/** One of each sort that the demonstration has none of, all of a person's of a house of their own. */
async function oneOfEachMore({ owner }: World): Promise<void> {
  const [{ person } = { person: "" }] = await owner<{ person: string }[]>`select id as person from people where email = 'researcher@cityu.example'`;
  await owner`insert into stand_ins (id, person_id, stand_in, from_day, until_day, desks) select ${newId()}, ${person}, id, '2026-01-01', '2036-01-01', '{}' from people where email = 'pi@cityu.example'`;
  await owner`insert into break_glass (id, request_id, person_id, organisations, reason, opened_at, until_at) select ${newId()}, request_id, ${person}, '{cityu}', 'An accident', now(), now() + interval '1 hour' from requests limit 1`;
  const documents = await owner<{ id: string; request: string }[]>`insert into documents (request_id, document_id, name, media_type, size, sha256, at) select request_id, gen_random_uuid(), 'a.pdf', 'application/pdf', 1, ${"0".repeat(64)}, now() from requests where home = 'cityu' returning document_id as id, request_id as request`;
  if (documents.length === 0) fail("no request of that house");
  await owner`insert into workflow_proposals (id, workflow, version, kind, digest, definition, effective_from, author, author_for, proposed_at, status) select ${newId()}, id, 99, kind, digest, definition, '2037-01-01', ${person}, '{}', now(), 'proposed' from workflows limit 1`;
  await owner`insert into saved_questions (id, person_id, name, query, created_at) values (${newId()}, ${person}, 'Mine', 'q=mine', now())`;
  await owner`insert into calendar_feeds (id, token_hash, person_id, created_at) values (${newId()}, ${"0".repeat(64)}, ${person}, now())`;
  await owner`insert into api_keys (id, hash, person_id, name, scopes, created_at) values (${newId()}, ${"0".repeat(64)}, ${person}, 'Mine', '{read}', now())`;
  await owner`insert into organisation_holds (id, organisation, authority, reason, placed_by, placed_at) values (${newId()}, 'cityu', 'A court', 'Evidence', ${person}, now())`;
}

function fail(why: string): never {
  throw new Error(why);
}
