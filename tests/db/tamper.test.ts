import type postgres from "postgres";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Problem, verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { PublicCommand } from "../../lib/request/command.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { execute } from "../../lib/server/execute.ts";
import { personActor } from "../../lib/server/person.ts";
import type { World } from "./demo-world.ts";
import { smallRecord } from "./small-record.ts";

let world: World;
/** A request that went all the way: submitted, decided by several desks, permitted. */
let request: string;
let stream: string;

beforeAll(async () => {
  world = await smallRecord();
  const [row] = await world.owner<{ id: string }[]>`select p.request_id as id from permits p join movements m using (request_id) order by 1 limit 1`;
  request = row?.id ?? "";
  stream = `request:${request}`;
});
afterAll(() => world.stop());

test("a record that nobody touched verifies, in batches of any size", async () => {
  const whole = await verify();
  expect(whole).toMatchObject({ ok: true, problems: [] });
  expect(whole.streams).toBeGreaterThan(20);
  expect(await verify(40)).toEqual(whole);
});

describe("whoever owns the tables can change them, and verify names the stream, the event and the field:", () => {
  const content: Record<string, string> = {
    "what was said": `data = jsonb_set(data, '{round}', '7')`,
    "who did it": `actor = '{"person": "00000000-0000-7000-8000-000000000000", "desk": null}'`,
    "when it was done": `at = at - interval '1 day'`,
    "what kind of thing was done": `type = 'request.approved'`,
    "the salt": `salt = repeat('0', 32)`,
  };
  // Each of another event, so that one question answers for all; none hides another.
  test(`${Object.keys(content).join(", ")}`, async () => {
    const problems = await found(...Object.values(content).map((change, at) => `update events set ${change} where request_id = $1 and seq = ${at + 2}`));
    expect(problems.filter(({ field }) => field === "content")).toEqual(Object.keys(content).map((_, at) => ({ stream, seq: at + 2, field: "content", code: "altered" })));
  });

  test("the digest, the hash and the link of an event themselves", async () => {
    const fields = ["digest", "hash", "prev"];
    const problems = await found(...fields.map((field, at) => `update events set ${field} = repeat('a', 64) where request_id = $1 and seq = ${2 + 2 * at}`));
    for (const [at, field] of fields.entries()) expect(problems).toContainEqual({ stream, seq: 2 + 2 * at, field, code: "altered" });
  });

  test("an event in the middle taken out", async () => {
    expect(await found("delete from events where request_id = $1 and seq = 2")).toContainEqual({ stream, seq: 2, field: "seq", code: "missingEvent" });
  });

  test("the newest events cut off", async () => {
    const [last] = await world.owner<{ seq: number }[]>`select max(seq) as seq from events where request_id = ${request}`;
    const seq = (last?.seq ?? 0) - 1;
    expect(await found(`delete from events where request_id = $1 and seq >= ${seq}`)).toContainEqual({ stream, seq, field: "seq", code: "missingEvent" });
  });

  test("the newest events cut off, and the head put back to fit: the read tables still tell", async () => {
    const problems = await found("delete from events where request_id = $1 and seq >= 3", "update heads set seq = 2, hash = (select hash from events where request_id = $1 and seq = 2) where request_id = $1");
    expect(problems).toContainEqual({ stream, seq: 2, field: "requests.version", code: "differs" });
  });

  test("a whole stream taken out", async () => {
    expect(await found("delete from events where request_id = $1")).toContainEqual({ stream, seq: 1, field: "seq", code: "missingEvent" });
  });

  test("two events exchanged", async () => {
    const problems = await found("update events set seq = -seq where request_id = $1 and seq in (2, 3)", "update events set seq = 5 + seq where request_id = $1 and seq < 0");
    expect(problems.map(({ seq }) => seq)).toEqual(expect.arrayContaining([2, 3]));
  });

  test("an event written anew with a digest and a hash that fit", async () => {
    expect(await found("update events e set data = f.data, digest = f.digest, salt = f.salt, type = f.type, hash = f.hash from events f where e.request_id = $1 and f.request_id = $1 and e.seq = 2 and f.seq = 3")).toContainEqual(expect.objectContaining({ stream, seq: 2 }));
  });

  test("an event moved to another request", async () => {
    const problems = await found("update events set request_id = '00000000-0000-7000-8000-000000000001' where request_id = $1 and seq = 3");
    expect(problems).toContainEqual({ stream, seq: 3, field: "seq", code: "missingEvent" });
  });

  test("a head that points elsewhere", async () => {
    expect(await found("update heads set hash = repeat('0', 64) where request_id = $1")).toContainEqual(expect.objectContaining({ stream, field: "head", code: "headDiffers" }));
    expect(await found("delete from heads where request_id = $1")).toContainEqual(expect.objectContaining({ stream, field: "head", code: "headMissing" }));
  });

  test("words changed, or gone without a rule", async () => {
    const title = `digest = (select data -> 'title' ->> 'digest' from events where request_id = $1 and seq = 1)`;
    expect(await found(`update texts set body = 'Something else' where request_id = $1 and ${title}`)).toContainEqual({ stream, seq: 1, field: "data.title", code: "wordsAltered" });
    expect(await found(`update texts set body = null where request_id = $1 and ${title}`)).toContainEqual({ stream, seq: 1, field: "data.title", code: "missingWords" });
    expect(await found(`delete from texts where request_id = $1 and ${title}`)).toContainEqual({ stream, seq: 1, field: "data.title", code: "missingWords" });
  });

  test("words exchanged with others of the request, which makes the answers no answers any more", async () => {
    const [digests] = await world.owner<{ title: string; answers: string }[]>`select data -> 'title' ->> 'digest' as title, data -> 'answers' ->> 'digest' as answers from events where request_id = ${request} and seq = 1`;
    const { title = "", answers = "" } = digests ?? {};
    const problems = await found(`update texts set digest = case digest when '${title}' then '${answers}!' else '${title}!' end where request_id = $1 and digest in ('${title}', '${answers}')`, "update texts set digest = rtrim(digest, '!') where request_id = $1");
    for (const field of ["data.title", "data.answers"]) expect(problems).toContainEqual({ stream, seq: 1, field, code: "wordsAltered" });
  });

  test("words said to be erased that are not, and words opened to more readers than they were written for, or kept from some", async () => {
    const [officer] = await world.owner<{ email: string }[]>`select p.email from steps s join people p on p.id = s.decided_by where s.request_id = ${request} order by 1 limit 1`;
    const said = await execute((await personActor(officer?.email ?? "")) as PersonActor, request, PublicCommand.parse({ type: "comment", commandId: newId(), audience: "desks", text: "Among us." }));
    const seq = isAccepted(said) ? said.events[0]?.seq : undefined;
    expect(await verify()).toMatchObject({ ok: true });
    const digestOf = async (at: number, name: string) => (await world.owner<{ digest: string }[]>`select data -> ${name} ->> 'digest' as digest from events where request_id = ${request} and seq = ${at}`)[0]?.digest ?? "";
    const [title, answers, talk] = [await digestOf(1, "title"), await digestOf(1, "answers"), await digestOf(seq ?? 0, "text")];
    // The search is made of the same rows: whoever opens words to others opens their entry as well.
    const problems = await found(`update texts set readers = null where request_id = $1 and digest = '${talk}'`, "update audit_entries set readers = null where request_id = $1", `update texts set readers = '{person:nobody}' where request_id = $1 and digest = '${title}'`, `update texts set erased_at = now(), erased_rule = 'a rule' where request_id = $1 and digest = '${answers}'`);
    for (const [digest, at, column] of [[talk, seq, "readers"], [title, 1, "readers"], [answers, 1, "erased_at"], [answers, 1, "erased_rule"]]) expect(problems).toContainEqual({ stream, seq: at, field: `texts[${digest}].${column}`, code: "differs" });
    expect(await found(`update texts set readers = array_append(readers, 'person:stranger') where request_id = $1 and digest = '${talk}'`)).toContainEqual({ stream, seq, field: `texts[${talk}].readers`, code: "differs" });
  });

  const cells: Record<string, [string, Partial<Problem>]> = {
    "a request's status": ["update requests set status = 'rejected' where request_id = $1", { field: "requests.status", code: "differs" }],
    "a request's title": ["update requests set title = 'Something else' where request_id = $1", { field: "requests.title", code: "differs", seq: 1 }],
    "who decided a step": ["update steps set decided_by = '00000000-0000-7000-8000-000000000000' where request_id = $1 and step_id = 'endorsement'", { field: "steps[endorsement].decided_by", code: "differs" }],
    "what a permit allows": ["update permits set limit_value = limit_value + 1 where request_id = $1", { field: "permits.limit_value", code: "differs" }],
    "how much crossed": ["delete from movements where request_id = $1", { field: expect.stringMatching(/^movements\[/), code: "missingRow" }],
    "who may see it": ["delete from request_access where request_id = $1 and subject like 'audit:%'", { field: expect.stringMatching(/^requestAccess\[audit:/), code: "missingRow" }],
    "who may see it besides": ["insert into request_access values ($1, 'person:stranger')", { field: "requestAccess[person:stranger]", code: "surplusRow", seq: 0 }],
  };
  test(`in the read tables: ${Object.keys(cells).join(", ")}`, async () => {
    const problems = await found(...Object.values(cells).map(([statement]) => statement));
    for (const [what, [, problem]] of Object.entries(cells)) expect(problems, what).toContainEqual(expect.objectContaining({ stream, ...problem }));
  });

  test("a request that no event knows", async () => {
    const problems = await found("insert into requests select (jsonb_populate_record(r, '{\"request_id\": \"ffffffff-0000-7000-8000-000000000001\"}')).* from requests r where request_id = $1");
    expect(problems).toEqual([{ stream: "request:ffffffff-0000-7000-8000-000000000001", seq: 0, field: "requests", code: "surplusRow" }]);
  });
});

test("words that were put beside the record under an id that no event has are named", async () => {
  const nowhere = "ffffffff-0000-7000-8000-000000000002";
  const problems = await found(`insert into texts (request_id, digest, salt, body) values ('${nowhere}', repeat('c', 64), 'ff', 'nobody said this')`);
  expect(problems).toEqual([{ stream: `request:${nowhere}`, seq: 0, field: `texts[${"c".repeat(64)}]`, code: "surplusWords" }]);
});

test("words that somebody blanked by hand are found, whatever rule the row names: no event says that they were erased", async () => {
  const problems = await found("update texts set body = null, salt = null, erased_at = now(), erased_rule = 'a rule' where request_id = $1", "update requests set title = null, answers = null where request_id = $1", "update documents set name = null where request_id = $1");
  expect(problems).toContainEqual({ stream, seq: 1, field: "data.answers", code: "erasedWithoutRule" });
  expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(["erasedWithoutRule"]));
});

/** What verify says once the owner has done this to the request; afterwards everything is put back. */
async function found(...statements: string[]): Promise<readonly Problem[]> {
  const tables = ["events", "heads", "texts", "requests", "steps", "permits", "movements", "documents", "request_access", "audit_entries"];
  for (const table of tables) await world.owner.unsafe(`create table kept_${table} as table ${table}`);
  for (const statement of statements) await world.owner.unsafe(statement, statement.includes("$1") ? [request] : []);
  const { problems } = await verify();
  await world.owner.begin(async (sql: postgres.TransactionSql) => {
    for (const table of tables) await sql.unsafe(`delete from ${table}; insert into ${table} table kept_${table}; drop table kept_${table}`);
  });
  return problems;
}
