import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requestList } from "../../db/queries/request-list.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { personActor } from "../../lib/server/person.ts";
import { requestsTaken } from "../../lib/server/take-away/requests.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { all } from "../support/all.ts";
import { openWorkbook } from "../support/workbook.ts";

let world: World;
beforeAll(async () => {
  world = await demoWorld();
});
afterAll(() => world.stop());

const as = async (email: string) => (await personActor(email)) as PersonActor;
type Asked = Parameters<typeof requestsTaken>[1];
const take = async (email: string, asked: Partial<Asked>) => Buffer.concat(await all(requestsTaken(await as(email), { filters: {}, format: "csv", bom: false, language: "en", about: [["Question", "open"]], name: "x", asked: "", ...asked }).pieces));

test.each(["researcher@hku.example", "auditor@hku.example", "auditor@causeway.example", "biosafety@hku.example"])("%s takes away the rows of their list, in its order, and nothing besides", async (email) => {
  for (const filters of [{}, { status: "in-review" as const }, { kind: "sample" as const, sort: "crossing" as const }]) {
    const shown: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof requestList>> = await requestList(await as(email), { ...filters, limit: 7, ...(cursor && { cursor }) });
      shown.push(...page.items.map(({ number }) => number));
      cursor = page.next;
    }
    const [, ...rows] = parse(await take(email, { filters })) as string[][];
    expect([filters, rows.map(([number]) => number)]).toEqual([filters, shown]);
  }
});

test("a workbook of the list is in the reader's language and says what was asked; NDJSON ends with how many there were", async () => {
  const book = openWorkbook(await take("researcher@hku.example", { format: "xlsx", language: "pt" }));
  expect(book.names).toEqual(["Pedidos", "Sobre"]);
  expect(book.sheets[0]?.[0]).toContain("Estado");
  expect(book.sheets[1]?.[0]).toEqual(["Question", "open"]);
  const lines = (await take("researcher@hku.example", { format: "ndjson" })).toString().trimEnd().split("\n");
  expect(JSON.parse(lines.at(-1) ?? "")).toEqual({ end: true, rows: lines.length - 1, withheld: 0 });
});

test("that a list is taken away is on record before its first row goes out, and at its end how many rows went", async () => {
  const takings = async () => (await world.owner<{ body: string }[]>`select t.body from events e join texts t on t.request_id = e.request_id and t.digest = e.data #>> '{change,digest}' where e.data ->> 'of' = 'taken-away' order by e.at, e.request_id, e.seq`).map(({ body }) => JSON.parse(body));
  const before = (await takings()).length;
  const { id } = await as("researcher@hku.example");
  const { pieces } = requestsTaken(await as("researcher@hku.example"), { filters: { status: "in-review" }, format: "csv", bom: false, language: "en", about: [], name: "x", asked: "status=in-review" });
  await pieces.next();
  const begun = { what: "requests", person: id, asked: "status=in-review", format: "csv" };
  expect((await takings()).slice(before)).toMatchObject([{ ...begun, rows: null, until: null }]);
  await all(pieces);
  const rows = (parse(await take("researcher@hku.example", { filters: { status: "in-review" } })) as string[][]).length - 1;
  expect((await takings())[before + 1]).toMatchObject({ ...begun, rows, isWhole: true });
});
