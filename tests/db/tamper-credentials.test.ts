import { afterAll, beforeAll, expect, test } from "vitest";
import { type Problem, verify } from "../../db/verify.ts";
import { requestCredential } from "../../lib/server/permit-credential.ts";
import { personActor } from "../../lib/server/person.ts";
import type { World } from "./demo-world.ts";
import { smallRecord } from "./small-record.ts";

/* Whoever owns the tables changes what was signed of permits, or the places by which somebody offline learns that one was revoked. */

type Signed = { readonly id: string; readonly edition: number; readonly list: number; readonly place: number };
let world: World;
let signed: Signed[];

beforeAll(async () => {
  world = await smallRecord();
  const auditor = await personActor("auditor@causeway.example");
  const rows = await world.owner<{ id: string }[]>`select request_id as id from permits order by 1 limit 2`;
  for (const { id } of rows) if (auditor) await requestCredential(auditor, id);
  signed = await world.owner<Signed[]>`select request as id, edition, list, place from status_entries order by 1`;
});
afterAll(() => world.stop());

test("what was signed verifies", async () => {
  expect(signed).toHaveLength(2);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("each column of what was signed, and of its place in a list, is told by its name", async () => {
  const [a, b] = signed as [Signed, Signed];
  const unlike = Math.max(a.edition, b.edition) + 1;
  const told = ({ id, edition }: Signed, field: string, code = "differs") => ({ stream: `request:${id}`, seq: edition, field, code });
  const table: readonly (readonly [string, readonly Problem[]])[] = [
    [`update permit_credentials set token = overlay(token placing 'xx' from 300) where request_id = '${a.id}'`, [told(a, `permit_credentials[${a.edition}].token`, "badSignature")]],
    [`update permit_credentials set token = (select token from permit_credentials where request_id = '${b.id}') where request_id = '${a.id}'`, [told(a, `permit_credentials[${a.edition}].request_id`), told(a, `status_entries[${b.list}/${b.place}]`, "missingRow"), told(a, `status_entries[${a.list}/${a.place}]`, "surplusRow")]],
    [`update permit_credentials set issued_at = issued_at + interval '1 day' where request_id = '${a.id}'`, [told(a, `permit_credentials[${a.edition}].issued_at`)]],
    [`update permit_credentials set edition = ${unlike} where request_id = '${a.id}'`, [told({ ...a, edition: unlike }, `permit_credentials[${unlike}].edition`), told({ ...a, edition: unlike }, `status_entries[${a.list}/${a.place}]`, "missingRow"), told({ ...a, edition: 0 }, `status_entries[${a.list}/${a.place}]`, "surplusRow")]],
    [`delete from permit_credentials where request_id = '${a.id}'`, [told({ ...a, edition: 0 }, `status_entries[${a.list}/${a.place}]`, "surplusRow")]],
    [`update status_entries set place = 7 where request = '${b.id}'`, [told(b, `status_entries[${b.list}/${b.place}]`, "missingRow"), told(b, `status_entries[${b.list}/7]`, "surplusRow")]],
    [`update status_entries set list = 2 where request = '${b.id}'`, [told(b, `status_entries[${b.list}/${b.place}]`, "missingRow"), told(b, `status_entries[2/${b.place}]`, "surplusRow")]],
    [`update status_entries set request = '${a.id}' where request = '${b.id}'`, [told(b, `status_entries[${b.list}/${b.place}]`, "missingRow")]],
    [`delete from status_entries where request = '${a.id}'`, [told(a, `status_entries[${a.list}/${a.place}]`, "missingRow")]],
  ];
  for (const [statement, problems] of table) {
    const found = await after(statement);
    for (const problem of problems) expect(found, statement).toContainEqual(problem);
    expect(found.every(({ field }) => field.startsWith("permit_credentials[") || field.startsWith("status_entries["))).toBe(true);
  }
});

/** What verify says once the owner has done this; afterwards everything is put back. */
async function after(statement: string): Promise<readonly Problem[]> {
  const tables = ["permit_credentials", "status_entries"];
  for (const table of tables) await world.owner.unsafe(`create table kept_${table} as table ${table}`);
  await world.owner.unsafe(statement);
  const { problems } = await verify();
  for (const table of tables) await world.owner.unsafe(`delete from ${table}; insert into ${table} table kept_${table}; drop table kept_${table}`);
  return problems;
}
