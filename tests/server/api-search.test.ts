import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Answered, call, give, keyOf, look } from "./api-world.ts";
import { draft, permitted, submit, submitted } from "./seawater.ts";

/* Scenario 50: a search for a person, a team member, a number old or new, an item, a state, what is to be done or a form's text finds the right requests and no forbidden ones; a malformed one is an error. */

let world: World;

beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

function ids(list: readonly { readonly id: string }[]): string[] {
  return list.map(({ id }) => id).toSorted();
}

async function searched(q: string, email: string): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const { status, body }: Answered = await call("GET /api/v1/requests", `/api/v1/requests?${new URLSearchParams({ q, limit: "100", ...(cursor && { cursor }) })}`, { key: await keyOf(email) });
    expect([q, status]).toEqual([q, 200]);
    found.push(...ids(body.items));
    cursor = body.next;
  }
  return found;
}

test("50: a search finds by what is in the form, by kind, state, city and answer in any language", async () => {
  const key = await keyOf("researcher@hkust.example");
  const lines = [{ material: "Halophile mat 7741", container: "tube-15ml", count: 24, each: 1, unit: "mL" }];
  const [live, unsent] = [await submitted({ title: "Searched A", lines }), await draft({ title: "Searched B" })];
  const found = async (q: string, by = key) => (await call("GET /api/v1/requests", `/api/v1/requests?${new URLSearchParams({ q, limit: "100" })}`, { key: by })).body.items.map((one: { id: string }) => one.id);
  for (const q of ["halophile MAT 7741", "mat 77"]) expect(await found(q)).toEqual([live]);
  for (const q of ["sample", "样本", "樣本", "Amostra"]) expect(await found(q)).toEqual(expect.arrayContaining([live, unsent]));
  for (const q of ["submitted", "已提交", "Apresentado"]) expect([q, await found(q)]).toEqual([q, expect.arrayContaining([live]) && expect.not.arrayContaining([unsent])]);
  for (const q of ["draft", "草稿", "rascunho"]) expect([q, await found(q)]).toEqual([q, expect.arrayContaining([unsent]) && expect.not.arrayContaining([live])]);
  for (const q of ["Shenzhen", "深圳", "environmental", "環境", "环境"]) expect([q, await found(q)]).toEqual([q, expect.arrayContaining([live, unsent])]);
  for (const q of ["funds", "资金", "Guangzhou 廣州", "null", "{", "from.city", '"', "\\", "'", "%", "(", "*", "[a", "a".repeat(200)]) expect([q, await found(q)]).toEqual([q, expect.not.arrayContaining([live])]);
  for (const q of ["halophile", "样本", "已提交", "深圳"]) expect([q, await found(q, await keyOf("researcher@um.example"))]).toEqual([q, expect.not.arrayContaining([live])]);
  expect((await call("GET /api/v1/requests", "/api/v1/requests?q=a%00b", { key })).status).toBe(400);
});

test("50: a search finds a member of the team and whoever endorses, by name and by address", async () => {
  const [mate] = await world.owner<{ name: string; email: string }[]>`select name, email from people where email = 'postdoc@hkust.example'`;
  const id = await draft({ title: "With a colleague", team: [mate?.email ?? ""] });
  expect((await look(id, "postdoc@hkust.example")).status).toBe(200);
  await submit(id);
  for (const q of [mate?.name ?? "", mate?.email ?? "", "postdoc@hkust"]) {
    const { body } = await call("GET /api/v1/requests", `/api/v1/requests?${new URLSearchParams({ q })}`, { key: await keyOf("auditor@causeway.example") });
    expect(ids(body.items)).toContain(id);
  }
});

test("50: a search finds by number, title, person and institution, and never what is not one's own", async () => {
  const id = await draft({ title: "Unmistakable brine" });
  const { number } = (await look(id)).body;
  const ids = async (q: string, email: string) => (await call("GET /api/v1/requests", `/api/v1/requests?${new URLSearchParams({ q })}`, { key: await keyOf(email) })).body.items.map((one: { id: string }) => one.id);
  for (const q of [number, number.toLowerCase().replaceAll("-", ""), "mistakable BRINE"]) {
    expect(await ids(q, "researcher@hkust.example")).toEqual([id]);
    expect(await ids(q, "researcher@um.example")).toEqual([]);
  }
  const live = await submitted();
  expect(await ids("pi@hkust.example", "auditor@causeway.example")).toContain(live);
  expect(await ids("南方科技大學", "auditor@causeway.example")).toContain(live);
  expect(await ids("researcher@hkust.example", "auditor.mo@causeway.example")).not.toContain(live);
});

describe("50: a search finds, and finds for nobody who may not see it", () => {
  const [own, office, auditor, stranger] = ["researcher@hkust.example", "office@hkust.example", "auditor@causeway.example", "researcher@um.example"];
  let at: { submitted: string; permitted: string; numbers: { first: string; second: string }; desk: { id: string; names: Record<string, string> } };
  beforeAll(async () => {
    const [open, done] = [await submitted(), await permitted()];
    const { number: first } = (await look(done)).body.permit;
    await give(done, await keyOf(office), { type: "reissue", reason: "The paper was lost." });
    const { number: second } = (await look(done)).body.permit;
    const [desk] = await world.owner<{ id: string; names: Record<string, string> }[]>`select d.id, d.names from steps s join desks d on d.id = s.desk where s.request_id = ${open} and s.status = 'open' limit 1`;
    if (!desk) throw new Error("no open desk");
    at = { submitted: open, permitted: done, numbers: { first, second }, desk };
  });

  test("by the number of its permit, and by one that the permit had before", async () => {
    for (const number of [at.numbers.first, at.numbers.second, at.numbers.first.toLowerCase().replaceAll("-", " ")]) {
      expect([number, await searched(number, own)]).toEqual([number, [at.permitted]]);
      expect([number, await searched(number, stranger)]).toEqual([number, []]);
    }
  });

  test("by what is to be done: the desk that it waits for, in any language, and whose move it is", async () => {
    for (const name of Object.values(at.desk.names)) {
      const found = await searched(name, own);
      expect([name, found.includes(at.submitted), found.includes(at.permitted)]).toEqual([name, true, false]);
    }
    for (const q of ["A desk’s", "待部門處理", "待经办部门办理", "cabe a um serviço"]) {
      const found = await searched(q, auditor);
      expect([q, found.includes(at.submitted), found.includes(at.permitted)]).toEqual([q, true, false]);
    }
    expect(await searched(at.desk.names.en ?? "", stranger)).not.toContain(at.submitted);
    expect(await searched("待部門處理", stranger)).not.toContain(at.submitted);
  });

  test.each([["q=", 400], [`q=${"a".repeat(201)}`, 400], ["q=a%00b", 400], ["q=a%0Ab", 400], ["q=a&q=b", 400], ["cursor=x", 400], ["status=nonsense", 400], ["kind=parrot", 400], ["limit=0", 400], ["words=a", 400], ["q=%25%27%22%5C(((", 200], ["q=%F0%9F%90%9F", 200], ["q=CWP-0000", 200]] as const)("and answers ?%s with %i", async (query, status) => {
    expect((await call("GET /api/v1/requests", `/api/v1/requests?${query}`, { key: await keyOf(own) })).status).toBe(status);
  });
});
