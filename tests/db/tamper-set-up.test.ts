import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { configurationId } from "../../db/configure.ts";
import { type Problem, verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { issueKey, revokeKey } from "../../lib/server/keys.ts";
import { changePassword } from "../../lib/server/change-password.ts";
import { demoPassword } from "../../lib/server/demo/people.ts";
import { personActor } from "../../lib/server/person.ts";
import { keepProfile } from "../../lib/server/profile.ts";
import { publishOwn } from "../../lib/server/publish-own.ts";
import { sampleWorkflow } from "../../lib/workflow/sample.ts";
import type { World } from "./demo-world.ts";
import { smallRecord } from "./small-record.ts";

const at = new Date("2026-11-25T02:00:00.000Z");
let world: World;
let researcher: PersonActor;
let key: string;

beforeAll(async () => {
  world = await smallRecord();
  researcher = (await personActor("researcher@hku.example")) as PersonActor;
  const issued = await issueKey(researcher, { name: "Tampered with", scopes: ["read"] }, at);
  key = "id" in issued ? issued.id : "";
});
afterAll(() => world.stop());

const stream = (subject: string) => `config:${configurationId(subject)}`;

test("what people and administrators lawfully change raises no alarm", async () => {
  await keepProfile(researcher, { name: "Wong Ka Ho, PhD", language: "pt" });
  await publishOwn(researcher, { language: "en" });
  await publishOwn(researcher, { language: "en" });
  expect(await changePassword(researcher, { current: demoPassword, next: "another long enough one", address: "127.0.0.1" }, at)).toEqual({ done: true });
  const issued = await issueKey(researcher, { name: "Used once", scopes: ["read", "write"] }, at);
  await revokeKey(researcher, "id" in issued ? issued.id : "", at);
  await world.owner`update api_keys set used_at = now()`;
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
  const events = await world.owner`select actor from events where stream = ${stream(`person:${researcher.id}`)} order by seq`;
  expect(events.map(({ actor }) => actor)).toEqual([{ system: true }, { person: researcher.id, desk: null }, { person: researcher.id, desk: null }]);
});

describe("verify names the stream, the event and the column when the owner of the tables changes", () => {
  const cells: Record<string, () => [statement: string, subject: string, problem: Partial<Problem>]> = {
    "what an institution is called": () => [`update organisations set names = jsonb_set(names, '{pt}', '"Outra"') where id = 'hku'`, "organisation:hku", { seq: 1, field: "organisations[hku].names", code: "differs" }],
    "which institution a ROR leads to": () => ["update organisations set ror = null where id = 'hku'", "organisation:hku", { field: "organisations[hku].ror", code: "differs" }],
    "whose office a desk is": () => ["update desks set organisation = 'cuhk' where id = 'hku.ethics'", "desk:hku.ethics", { field: "desks[hku.ethics].organisation", code: "differs" }],
    "what a desk is for": () => ["update desks set programmes = '{cn-hetao-duty-free}' where id = 'hku.ethics'", "desk:hku.ethics", { field: "desks[hku.ethics].programmes", code: "differs" }],
    "what a role may do": () => ["update roles set permissions = array_append(permissions, 'audit.search') where id = 'researcher'", "role:researcher", { field: "roles[researcher].permissions", code: "differs" }],
    "who somebody is": () => [`update people set name = 'Somebody Else' where id = '${researcher.id}'`, `person:${researcher.id}`, { seq: 3, field: `people[${researcher.id}].name`, code: "differs" }],
    "where somebody's mail goes": () => [`update people set email = 'thief@example.org' where id = '${researcher.id}'`, `person:${researcher.id}`, { field: `people[${researcher.id}].email`, code: "differs" }],
    "since when somebody is here": () => [`update people set created_at = now() where id = '${researcher.id}'`, `person:${researcher.id}`, { field: `people[${researcher.id}].created_at`, code: "differs" }],
    "whether somebody may sign in": () => [`update people set active = false where id = '${researcher.id}'`, `person:${researcher.id}`, { field: `people[${researcher.id}].active`, code: "differs" }],
    "that somebody is here": () => [`delete from people where id = '${researcher.id}'`, `person:${researcher.id}`, { field: `people[${researcher.id}]`, code: "missingRow" }],
    "a role that was given": () => [`insert into grants values ('${researcher.id}', 'auditor', 'everything', '')`, `grants:${researcher.id}`, { field: `grants[${researcher.id} auditor everything ]`, code: "surplusRow" }],
    "a role that was taken": () => [`delete from grants where person_id = '${researcher.id}'`, `grants:${researcher.id}`, { field: `grants[${researcher.id} researcher organisation hku]`, code: "missingRow" }],
    "what a role is for": () => [`update grants set scope_id = 'cuhk' where person_id = '${researcher.id}'`, `grants:${researcher.id}`, { field: `grants[${researcher.id} researcher organisation cuhk]`, code: "surplusRow" }],
    "whose a key is": () => [`update api_keys set person_id = (select id from people where email = 'auditor@causeway.example') where id = '${key}'`, `key:${key}`, { field: `apiKeys[${key}].person_id`, code: "differs" }],
    "which key it is": () => [`update api_keys set hash = repeat('a', 64) where id = '${key}'`, `key:${key}`, { field: `apiKeys[${key}].hash`, code: "differs" }],
    "what a key may do": () => [`update api_keys set scopes = '{read,write}' where id = '${key}'`, `key:${key}`, { field: `apiKeys[${key}].scopes`, code: "differs" }],
    "that a key was ended": () => ["update api_keys set revoked_at = null where revoked_at is not null", "", { seq: 2, code: "differs" }],
    "what a workflow says": () => [`update workflows set definition = jsonb_set(definition, '{steps,0,clock,workingDays}', '9')`, "workflow:sample", { field: `workflows[sample@${sampleWorkflow.version}].definition`, code: "differs" }],
    "what a workflow is for": () => ["update workflows set kind = 'data'", "workflow:sample", { field: `workflows[sample@${sampleWorkflow.version}].kind`, code: "differs" }],
    "what a workflow's digest is": () => ["update workflows set digest = repeat('a', 64)", "workflow:sample", { field: `workflows[sample@${sampleWorkflow.version}].digest`, code: "differs" }],
    "what a rule says": () => [`update packs set body = jsonb_set(body, '{regimes,0,type}', '"permit"') where id = 'mo-goods'`, "pack:mo-goods", { seq: 1, field: expect.stringMatching(/^packs\[mo-goods@.*\]\.body$/), code: "differs" }],
    "that a rule was published": () => ["delete from packs where id = 'mo-goods'", "pack:mo-goods", { field: expect.stringMatching(/^packs\[mo-goods@/), code: "missingRow" }],
    "when a rule was published": () => ["update packs set published_at = now() where id = 'mo-goods'", "pack:mo-goods", { field: expect.stringMatching(/\.published_at$/), code: "differs" }],
    "which rules count": () => ["update editions set packs = packs - 0", "edition", { seq: 1, field: "editions[1].packs", code: "differs" }],
    "that other rules count": () => ["insert into editions select 99, repeat('b', 64), packs - 0, now() from editions", "edition", { field: "editions[99]", code: "surplusRow" }],
  };
  // Together, as far as none hides another: one question answers for all of them.
  const apart = [["that somebody is here", "a role that was taken", "that a rule was published"], ["what a role is for", "what a workflow's digest is", "when a rule was published"]];
  const rounds = [Object.keys(cells).filter((what) => !apart.flat().includes(what)), ...apart];
  test.each(rounds.map((round) => [round.join(", "), round] as const))("%s", async (_, round) => {
    const asked = round.map((what) => [what, ...(cells[what] as (typeof cells)[string])()] as const);
    const problems = await found(...asked.map(([, statement]) => statement));
    for (const [what, , subject, problem] of asked) expect(problems, what).toContainEqual(expect.objectContaining({ ...problem, ...(subject && { stream: stream(subject) }) }));
  });

  test("rows that no chain speaks of", async () => {
    const stranger = "0190ffff-0000-7000-8000-000000000001";
    const problems = await found(
      `insert into people select '${stranger}', 'stranger@example.org', name, language, organisation, active, created_at from people limit 1`,
      `insert into grants values ('${stranger}', 'platform-admin', 'everything', '')`,
      `insert into api_keys select '${stranger}', repeat('c', 64), person_id, name, scopes, created_at from api_keys limit 1`,
      "insert into roles values ('root', '{audit.search}')",
      "insert into organisations select 'shadow', null, names, jurisdiction, city, type from organisations limit 1",
      "insert into desks select 'shadow.desk', organisation, function, names, programmes, control_points from desks limit 1",
      "insert into packs select 'shadow', version, digest, body, published_at from packs limit 1",
      "insert into workflows select 'shadow', version, kind, digest, definition, published_at from workflows limit 1",
    );
    const surplus = (subject: string, field: string) => ({ stream: stream(subject), seq: 0, field, code: "surplusRow" });
    expect(problems).toEqual(
      expect.arrayContaining([
        surplus(`person:${stranger}`, `people[${stranger}]`),
        surplus(`grants:${stranger}`, `grants[${stranger}]`),
        surplus(`key:${stranger}`, `apiKeys[${stranger}]`),
        surplus("role:root", "roles[root]"),
        surplus("organisation:shadow", "organisations[shadow]"),
        surplus("desk:shadow.desk", "desks[shadow.desk]"),
        surplus("pack:shadow", "packs[shadow]"),
        surplus("workflow:shadow", "workflows[shadow]"),
      ]),
    );
    expect(problems).toHaveLength(8);
  });

  test("a pack or workflow that a submission pinned, gone with all that was said of it", async () => {
    const problems = await found("delete from events where stream = '" + stream("pack:international-exchange") + "'", "delete from heads where stream = '" + stream("pack:international-exchange") + "'", "delete from packs where id = 'international-exchange'");
    expect(problems).toContainEqual(expect.objectContaining({ stream: expect.stringMatching(/^request:/), code: "missingPack" }));
  });

  test("what a change said, or when and by whom it was made", async () => {
    const subject = stream("role:researcher");
    const id = configurationId("role:researcher");
    expect(await found(`update texts set body = replace(body, 'request.own', 'audit.search') where request_id = '${id}'`)).toContainEqual({ stream: subject, seq: 1, field: "data.change", code: "wordsAltered" });
    expect(await found(`delete from texts where request_id = '${id}'`)).toContainEqual({ stream: subject, seq: 1, field: "data.change", code: "missingWords" });
    expect(await found(`update events set at = now() where request_id = '${id}'`)).toContainEqual({ stream: subject, seq: 1, field: "content", code: "altered" });
  });
});

test("a person whom somebody forgot by hand is found: no event says that the law had it so", async () => {
  const id = configurationId(`person:${researcher.id}`);
  expect(await found(`update texts set body = null, salt = null, erased_at = now(), erased_rule = 'a rule' where request_id = '${id}'`, `update people set name = '', email = 'forgotten-${researcher.id}', active = false where id = '${researcher.id}'`)).toContainEqual({ stream: `config:${id}`, seq: 1, field: "data.change", code: "erasedWithoutRule" });
});

/** What verify says once the owner has done this; afterwards everything is put back. */
async function found(...statements: string[]): Promise<readonly Problem[]> {
  const tables = ["events", "heads", "texts", "people", "grants", "roles", "organisations", "desks", "api_keys", "workflows", "packs", "editions"];
  for (const table of tables) await world.owner.unsafe(`create table kept_${table} as table ${table}`);
  for (const statement of statements) await world.owner.unsafe(statement);
  const { problems } = await verify();
  await world.owner.begin(async (sql: postgres.TransactionSql) => {
    for (const table of tables) await sql.unsafe(`delete from ${table}; insert into ${table} table kept_${table}; drop table kept_${table}`);
  });
  return problems;
}
