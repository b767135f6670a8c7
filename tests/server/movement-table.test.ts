import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { columnName } from "../../lib/server/movement-table.ts";
import { announcedRows } from "../../lib/server/movements-called.ts";
import { personActor } from "../../lib/server/person.ts";
import { requestDetail } from "../../lib/server/request-detail.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { give, keyOf, look } from "./api-world.ts";
import { type Action, actionsInCode, send, signInAs } from "./forms-world.ts";
import { formOf } from "./odd-forms.ts";

/* Many crossings at once under a permit for thousands of records, from a spreadsheet and through the API. */

let world: World;
let action: Action;
let id: string;
let requester: string;
let unit: string;
beforeAll(async () => {
  world = await demoWorld();
  action = (await actionsInCode()).actions.get("app/_request/movement-table-action.ts sendMovementTable") as Action;
  const rows = await world.owner<{ id: string; email: string }[]>`select p.request_id as id, m.email from permits p join requests r using (request_id) join people m on m.id = r.requester where p.status = 'valid' and p.kind = 'data' and p.limit_value - p.used >= 2000 and p.valid_from < current_date order by 1`;
  for (const row of rows) {
    const { body } = await look(row.id, row.email);
    if (!body.allowed.some((one: { command: string; allowed: boolean }) => one.command === "recordMovements" && one.allowed)) continue;
    [id, requester, unit] = [row.id, row.email, body.permit.limit.unit];
    return;
  }
  throw new Error("no permit of the demonstration lets data leave");
});
afterAll(() => world.stop());

const crossings = async (): Promise<number> => (await look(id, requester)).body.movements.length;
const minutesAgo = (minutes: number) => new Date(Math.floor(Date.now() / 60_000) * 60_000 - minutes * 60_000);
/** As clocks here show it. */
const local = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
const table = async (rows: string, more: Readonly<Record<string, string | File>> = {}, language = "en") => {
  await signInAs(requester, language);
  return send(action, { attempt: 0, errors: [], values: {} }, formOf({ requestId: id, commandId: newId(), act: "check", rows, ...more }));
};
const shown = async (...given: Parameters<typeof table>): Promise<Seen["state"]> => {
  const became = await table(...given);
  if (!("state" in became)) throw new Error(JSON.stringify(became));
  return became.state as unknown as Seen["state"];
};
type Seen = { readonly state: { errors: { message: string }[]; done?: string; values: { rows: string }; table: { rows: { cells: { problems: string[] }[] }[] } } };

test("a table with wrong cells names each with its row and column in the reader's language, and records nothing", async () => {
  const before = await crossings();
  const rows = ["When\tQuantity\tUnit", `${local(minutesAgo(50))}\t1\t`, `${local(minutesAgo(49))}\t-1\t`, `${local(minutesAgo(48))}\t12345678901234567890123456789\tmL`, `${local(minutesAgo(50))}\t1\t`].join("\n");
  for (const act of ["check", "record"]) {
    const state = await shown(rows, { act }, "zh-Hant");
    expect(state.errors.map(({ message }) => message.split("：")[0])).toEqual(["第3行，數量", "第4行，數量", "第4行，單位"]);
    expect(state.values.rows).toBe(rows);
    expect(state.table.rows.map(({ cells }) => cells.filter(({ problems }) => problems.length > 0).length)).toEqual([0, 1, 2, 0]);
  }
  const state = await shown(rows.split("\n").filter((_, at) => at !== 2 && at !== 3).join("\n"));
  expect(state.errors.map(({ message }) => message)).toEqual([expect.stringMatching(/^Row 3: This row says the same as row 1/)]);
  expect(await crossings()).toBe(before);
});

test("a file that is right is shown first, then recorded whole and once", async () => {
  const before = await crossings();
  const file = new File([`\ufeffWhen,Which way,Quantity\r\n${local(minutesAgo(40))},out,1\r\n${local(minutesAgo(39))},out,2\r\n`], "crossings.csv");
  const state = await shown("", { file });
  expect([state.errors, state.done, await crossings()]).toEqual([[], expect.stringContaining("2 rows"), before]);
  const commandId = newId();
  for (const _ of [1, 2]) expect(await table(state.values.rows, { act: "record", commandId })).toEqual({ leads: `/requests/${id}#ledger` });
  expect(await crossings()).toBe(before + 2);
  expect((await shown(state.values.rows, { act: "record" })).errors).toHaveLength(2);
  expect(await crossings()).toBe(before + 2);
});

test("movements that were announced are carried on by the name that the template gives them, and told at their cell where that cannot be", async () => {
  const key = await keyOf(requester);
  for (const value of ["1", "1"]) expect((await give(id, key, { type: "planMovement", direction: "out", quantity: { value, unit }, at: minutesAgo(0).toISOString() })).status).toBe(200);
  const ledger = async () => (await requestDetail((await personActor(requester)) as PersonActor, id))?.ledger ?? [];
  const [first, second] = announcedRows(await ledger(), "zh-Hant").slice(-2).map(({ movement = "" }) => movement);
  const heading = `When\tQuantity\t${columnName("movement", "zh-Hant")}`;
  const rows = [heading, `${local(minutesAgo(20))}\t1\t${first}`, `${local(minutesAgo(20))}\t1\t${second}`].join("\n");
  const before = await crossings();
  const wrong = await shown([...rows.split("\n"), `${local(minutesAgo(19))}\t1\t${second}`].join("\n"), {}, "pt");
  expect(wrong.errors.map(({ message }) => message)).toEqual([expect.stringMatching(/^Linha 4, .*: A linha 2 da lista já regista/)]);
  expect((await shown(rows.replace(second ?? "", "somewhen"))).errors.map(({ message }) => message)).toEqual([expect.stringMatching(/^Row 3, Which movement: The permit’s ledger has no such entry/)]);
  expect(await table(rows, { act: "record" })).toEqual({ leads: `/requests/${id}#ledger` });
  expect([await crossings(), announcedRows(await ledger(), "en").length]).toEqual([before + 2, 0]);
  expect((await shown(rows)).errors.map(({ message }) => message)).toEqual([2, 3].map((row) => expect.stringMatching(new RegExp(`^Row ${row}, Which movement: This movement has already come to “crossed”`))));
});

test("five hundred are recorded by one command, all of them, and one past the limit keeps all back", async () => {
  const key = await keyOf(requester);
  const { body } = await look(id, requester);
  const movements = Array.from({ length: 500 }, (_, at) => ({ direction: "out", quantity: { value: "1", unit }, at: minutesAgo(30).toISOString(), details: { dataset: `Part ${at + 1}` } }));
  const more = { ...movements[0], quantity: { value: body.permit.remaining, unit }, details: { dataset: "All" } };
  const refused = await give(id, key, { type: "recordMovements", movements: [...movements.slice(0, 10), more] });
  expect([refused.status, refused.body.refusals.map(({ code, path }: { code: string; path: string }) => `${code} ${path}`)]).toEqual([422, ["overLimit movements.10.quantity.value"]]);
  const commandId = newId();
  for (const repeated of [false, true]) expect((await give(id, key, { type: "recordMovements", commandId, movements })).body).toMatchObject({ repeated });
  const after = (await look(id, requester)).body;
  expect([Number(body.permit.remaining) - Number(after.permit.remaining), after.movements.length - body.movements.length]).toEqual([500, 500]);
  expect((await give(id, key, { type: "recordMovements", movements: [...movements, ...movements] })).status).toBe(400);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
}, 120_000);
