import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { asActor, asReader, closeDatabase } from "../../db/client.ts";
import { takeDue, undone } from "../../db/outbox.ts";
import { people } from "../../db/schema/people.ts";
import { outbox } from "../../db/schema/record.ts";
import { requests } from "../../db/schema/requests.ts";
import { staffed } from "../../lib/access/stand-in.ts";
import { dayOf } from "../../lib/calendar/day.ts";
import { type Language, languages } from "../../lib/language.ts";
import { mostAttempts } from "../../lib/notice/retry.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { execute } from "../../lib/server/execute.ts";
import { personActor } from "../../lib/server/person.ts";
import { endStandIn, publishStandIn } from "../../lib/server/publish-stand-in.ts";
import { sendReset } from "../../lib/server/sign-in-reset.ts";
import { v7 as newId } from "uuid";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { keptSeal } from "../../lib/server/kept-seal.ts";
import { queueSealMails } from "../../lib/server/notify-seal.ts";
import { publishSealMails, sealMailsOf } from "../../lib/server/publish-seal-mails.ts";
import { sealAll } from "../../lib/server/sealer.ts";
import { type TestDatabase, testDatabase } from "../support/database.ts";
import { type Mailbox, mailbox } from "../support/mailbox.ts";

let post: Mailbox;
let database: TestDatabase;
let request: string;

beforeAll(async () => {
  database = await testDatabase({ demonstration: true });
  post = await mailbox();
  Object.assign(process.env, { DATABASE_URL: database.url, AUTH_SECRET: "a secret of the tests, long enough to be one", PUBLIC_URL: "https://causeway.example.org" });
  request = await returnedRequest();
});
afterAll(async () => {
  await closeDatabase();
  await post.stop();
  await database.stop();
});
beforeEach(() => {
  post.mails.length = 0;
  delete post.says.address;
  delete post.says.mail;
});

test("the demonstration's history is mailed to nobody", async () => {
  expect(await asReader({ kind: "worker" }, undone)).toEqual([]);
});

describe.each(languages)("in %s", (language) => {
  test("a mail about a request arrives, as text and as HTML, with its number, whose move it is and a link", async () => {
    await speaks("researcher@cuhk.example", language);
    await write("How many tubes?");
    await post.fill();
    const mail = post.mails.find(({ to }) => to === "researcher@cuhk.example")?.parts;
    expect(mail?.subject).toMatch(/^CW-[\w-]+[:：] ?/);
    expect(mail?.text).toContain(`https://causeway.example.org/requests/${request}`);
    expect(mail?.text).not.toContain("How many tubes?");
    expect(mail?.html).toContain(`<html lang="${{ en: "en", "zh-Hant": "zh-Hant-HK", "zh-Hans": "zh-Hans", pt: "pt-PT" }[language]}">`);
    expect({ from: mail?.from?.address, auto: mail?.headers.find(({ key }) => key === "auto-submitted")?.value }).toEqual({ from: "causeway@example.org", auto: "auto-generated" });
    expect(mail?.text).toContain({ en: "You get this because you made the request.", "zh-Hant": "你是此申請的申請人", "zh-Hans": "您是该申请的申请人", pt: "por ser o requerente" }[language]);
  });

  test("a forgotten password brings its mail", async () => {
    await speaks("researcher@cuhk.example", language);
    await sendReset("researcher@cuhk.example", new Date());
    expect(post.mails[0]?.parts.subject).toBe({ en: "Causeway: a new password", "zh-Hant": "Causeway：設定新密碼", "zh-Hans": "Causeway：设置新密码", pt: "Causeway: nova palavra-passe" }[language]);
    const [, link = ""] = /(https:\/\/causeway\.example\.org\/reset\?token=[\w-]{43})/.exec(post.mails[0]?.parts.text ?? "") ?? [];
    expect(post.mails[0]?.parts.html).toContain(`<a href="${link}">${link}</a>`);
  });
});

test("a mail goes once, also when several drain at the same moment", async () => {
  await write("Once.");
  await Promise.all([post.fill(), post.fill(), post.fill()]);
  expect(post.mails.length).toBeGreaterThan(0);
  expect(new Set(post.mails.map(({ to }) => to)).size).toBe(post.mails.length);
  post.mails.length = 0;
  await post.fill();
  expect(post.mails).toEqual([]);
});

test("a mail that its sender was killed over goes with the same id when its time is over", async () => {
  await write("Killed.");
  const now = new Date();
  const take = { now: now.toISOString(), lease: new Date(now.getTime() + 600_000).toISOString(), most: mostAttempts, limit: 100 };
  expect((await asActor({ kind: "worker" }, (tx) => takeDue(tx, take))).length).toBe(1);
  await post.fill();
  expect(post.mails).toEqual([]);
  await post.fill(11 * 60_000);
  const ids = post.mails.map(({ parts }) => parts.messageId);
  expect(new Set(ids).size).toBe(post.mails.length);
  expect(ids[0]).toMatch(/^<[0-9a-f-]{36}@causeway\.example\.org>$/);
});

test("a mail that the server puts off is tried again later, and arrives once", async () => {
  post.says.mail = "451 come back later";
  await write("Later.");
  await post.fill();
  const waiting = await asReader({ kind: "worker" }, undone);
  expect(waiting.map(({ attempts, problem }) => ({ attempts, problem }))).toEqual(waiting.map(() => ({ attempts: 1, problem: "EMESSAGE 451" })));
  delete post.says.mail;
  await post.fill();
  expect(post.mails).toEqual([]);
  await post.fill(61_000);
  expect(post.mails.length).toBe(waiting.length);
});

test("a mail that is never taken is given up, says so, and can be given back its attempts", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  post.says.mail = "451 come back later";
  await write("Never.");
  for (let days = 0; days < mostAttempts; days++) await post.fill(days * 86_400_000);
  const given = await asReader({ kind: "worker" }, undone);
  expect(given.every(({ attempts }) => attempts === mostAttempts)).toBe(true);
  expect(said.mock.calls.flat().join()).toContain(`given up on request ${request}: EMESSAGE 451`);
  said.mockRestore();
  delete post.says.mail;
  await post.fill(30 * 86_400_000);
  expect(post.mails).toEqual([]);
  const { reviveGivenUp } = await import("../../db/outbox.ts");
  expect(await asActor({ kind: "system" }, (tx) => reviveGivenUp(tx, mostAttempts, new Date().toISOString()))).toBe(given.length);
  await post.fill();
  expect(post.mails.length).toBe(given.length);
});

test("an address that the server will never know is given up at once", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  post.says.address = "550 no such mailbox";
  await write("Nobody.");
  await post.fill();
  expect((await asReader({ kind: "worker" }, undone)).every(({ attempts }) => attempts === mostAttempts)).toBe(true);
  said.mockRestore();
  await asActor({ kind: "worker" }, (tx) => tx.delete(outbox).where(isNull(outbox.doneAt)));
});

test("whoever has left is not told", async () => {
  await write("Left.");
  await asActor({ kind: "system" }, (tx) => tx.update(people).set({ active: false }).where(eq(people.email, "researcher@cuhk.example")));
  await post.fill();
  expect(post.mails.map(({ to }) => to)).not.toContain("researcher@cuhk.example");
  await asActor({ kind: "system" }, (tx) => tx.update(people).set({ active: true }).where(eq(people.email, "researcher@cuhk.example")));
});

test("whoever stands in for an officer gets the officer’s mail too, with for whom, until it has ended", async () => {
  await write("Before.");
  await post.fill();
  const told = await Promise.all(post.mails.map(({ to }) => personActor(to)));
  const away = told.find((person) => person !== null && staffed(person).length > 0);
  const locum = await personActor("office@um.example");
  if (!away || !locum) throw new Error("no officer was told");
  const today = dayOf(new Date());
  const set = await publishStandIn(away, { by: locum.email, from: today, until: today, desks: [] });
  if ("refusals" in set) throw new Error(JSON.stringify(set.refusals));
  const toLocum = async (text: string) => {
    post.mails.length = 0;
    await write(text);
    await post.fill();
    return post.mails.find(({ to }) => to === locum.email)?.parts;
  };
  expect((await toLocum("While away."))?.text).toContain(away.name);
  expect(post.mails.map(({ to }) => to)).toContain(away.email);
  await endStandIn(away, set.id);
  expect(await toLocum("Afterwards.")).toBeUndefined();
});

test("what somebody typed into a title or a name adds no header and no tag", async () => {
  await asActor({ kind: "system" }, (tx) => tx.update(people).set({ name: "Mei\r\nBcc: all@example.org\r\n\r\n<script>" }).where(eq(people.email, "researcher@cuhk.example")));
  await write("Hostile.");
  await post.fill();
  const arrived = post.mails.find(({ to }) => to === "researcher@cuhk.example");
  expect(arrived?.parts.bcc).toBeUndefined();
  expect(arrived?.raw.split("\r\n\r\n")[0]).not.toMatch(/Bcc|<script/i);
  expect(arrived?.parts.html).not.toContain("<script>");
});

describe("the newest seal", () => {
  const hku = async (addresses: readonly string[], language: Language) => publishSealMails((await personActor("admin@hku.example")) as PersonActor, { organisation: "hku", addresses: [...addresses], language });
  const day = (offset: number) => () => new Date(Date.now() + offset * 86_400_000);

  test.each([...languages.entries()])("goes once a day to whom an institution named, and the saved mail is the seal (%i, %s)", async (offset, language) => {
    await sealAll();
    expect(await hku(["One@Audit.example", " two@audit.example "], language)).toEqual({ addresses: ["one@audit.example", "two@audit.example"] });
    await Promise.all([queueSealMails(day(offset)), queueSealMails(day(offset))]);
    await post.fill(offset * 86_400_000);
    expect(post.mails.map(({ to }) => to).toSorted()).toEqual(["one@audit.example", "two@audit.example"]);
    for (const { raw, parts: { text, subject } } of post.mails) {
      expect(await keptSeal(raw)).toMatchObject({ code: "extends" });
      expect(await keptSeal(text ?? "")).toMatchObject({ code: "extends" });
      expect(text).toContain("https://causeway.example.org/seals");
      expect(subject).toMatch({ en: /^Seal of the record/, "zh-Hant": /^紀錄的封印/, "zh-Hans": /^记录的封印/, pt: /^Selo do registo/ }[language]);
    }
    post.mails.length = 0;
    await queueSealMails(day(offset));
    await post.fill(offset * 86_400_000);
    expect(post.mails).toEqual([]);
  });

  test("goes no more to an address that was taken out, and the change stands in the record", async () => {
    await hku(["leaves@audit.example", "stays@audit.example"], "en");
    await queueSealMails(day(9));
    await hku(["stays@audit.example"], "en");
    await post.fill(9 * 86_400_000);
    expect(post.mails.map(({ to }) => to)).toEqual(["stays@audit.example"]);
    const { problems } = await verify();
    expect(problems.filter(({ field }) => field.startsWith("seal_mails"))).toEqual([]);
  });

  test("is named by administrators of the institution alone, and by addresses that are some", async () => {
    const stranger = (await personActor("researcher@cuhk.example")) as PersonActor;
    expect(await publishSealMails(stranger, { organisation: "hku", addresses: ["x@y.example"], language: "en" })).toEqual({ refusals: [{ code: "notPermitted" }] });
    expect(await sealMailsOf(stranger)).toEqual([]);
    expect(await hku(["a@b.example", "", "nobody"], "en")).toEqual({ refusals: [{ code: "notAnAddress", params: { line: 3 }, path: "addresses" }] });
    expect(await hku(Array.from({ length: 11 }, (_, at) => `a${at}@b.example`), "en")).toEqual({ refusals: [{ code: "tooManyAddresses", params: { most: 10 }, path: "addresses" }] });
    const mine = await sealMailsOf((await personActor("admin@hku.example")) as PersonActor);
    expect(mine.map(({ organisation, addresses }) => [organisation, addresses])).toEqual([["hku", ["stays@audit.example"]]]);
  });
});

/** A request of the demonstration that lies with its requester, found by its state. */
async function returnedRequest(): Promise<string> {
  const person = await personActor("researcher@cuhk.example");
  const rows = await asReader({ kind: "system" }, (tx) => tx.select({ id: requests.requestId }).from(requests).where(and(eq(requests.status, "returned"), eq(requests.requester, person?.id ?? ""))));
  if (!rows[0]) throw new Error("the demonstration has no returned request");
  return rows[0].id;
}

/** The research office writes to the requester: an event that is told to them and to the desks that have it. */
async function write(text: string): Promise<void> {
  const officer = await personActor("office@cuhk.example");
  if (!officer) throw new Error("nobody");
  const accepted = await execute(officer, request, { type: "comment", commandId: newId(), audience: "requester", text });
  expect(isAccepted(accepted), JSON.stringify(accepted)).toBe(true);
}

async function speaks(email: string, language: Language): Promise<void> {
  await asActor({ kind: "system" }, (tx) => tx.update(people).set({ language }).where(eq(people.email, email)));
}
