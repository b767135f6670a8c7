import { existsSync } from "node:fs";
import path from "node:path";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Problem, verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { forgottenName } from "../../lib/access/forgotten.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { yearsAfter } from "../../lib/retention/due.ts";
import { PublicCommand } from "../../lib/request/command.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { documentStore, keptDocument } from "../../lib/server/document-store.ts";
import { execute } from "../../lib/server/execute.ts";
import { issueKeyFor } from "../../lib/server/keys.ts";
import { publish } from "../../lib/server/publish.ts";
import { forgetPerson } from "../../lib/server/publish-forgotten.ts";
import { proofOfEvent } from "../../lib/server/log-proofs.ts";
import { drainOutbox } from "../../lib/server/notify.ts";
import { personActor } from "../../lib/server/person.ts";
import { liftOrganisationHold, placeOrganisationHold, publishRetention } from "../../lib/server/publish-retention.ts";
import { sealAll } from "../../lib/server/sealer.ts";
import { type DueRequest, dueForErasure, eraseDue } from "../../lib/server/retention.ts";
import type { World } from "../db/demo-world.ts";
import { peopledWorld } from "../db/small-record.ts";
import { call, give, keyOf, upload } from "./api-world.ts";
import { endorsed, submitted } from "./seawater.ts";

const [asker, office, host, admin, auditor] = ["researcher@hkust.example", "office@hkust.example", "host@sustech.example", "admin@hkust.example", "auditor@hkust.example"];
const today = dayOf(new Date());
const needless = "hk-pdpo-dpp1";
const timeOver = "hk-pdpo-26";
let world: World;
beforeAll(async () => void (world = await peopledWorld("hkust", "sustech", "mpu")));
afterAll(() => world.stop());

/** Gives a command through the API; what it was answered. */
async function say(id: string, who: string, said: Readonly<Record<string, unknown>>): Promise<string> {
  const { status, body } = await give(id, await keyOf(who), said);
  return status === 200 ? "done" : status === 422 ? body.refusals.map(({ code }: { code: string }) => code).join() : String(status);
}

/** The same so many years later. */
async function later(years: number, id: string, who: string, said: Readonly<Record<string, unknown>>): Promise<string> {
  const answer = await execute((await personActor(who)) as PersonActor, id, PublicCommand.parse({ commandId: newId(), ...said }), () => new Date(`${addDays(today, years * 366)}T04:00:00Z`));
  return isAccepted(answer) ? "done" : "notFound" in answer ? "404" : answer.refusals.map(({ code }) => code).join();
}

const seen = async (id: string, who = asker) => (await call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: await keyOf(who) })).body;
const history = async (id: string, who = asker) => (await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(who) })).body.items;
const download = async (id: string, paper: string, who: string) => (await call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${id}/documents/${paper}`, { key: await keyOf(who) })).status;
const paperOf = async (id: string, who: string): Promise<string> => (await upload(id, await keyOf(who), new TextEncoder().encode(`A list. ${newId()}`), "list.txt")).body.id;
const problems = async (): Promise<readonly Problem[]> => (await verify()).problems;
const ended = async () => {
  const id = await submitted();
  expect(await say(id, asker, { type: "comment", audience: "requester", text: "Secret words." })).toBe("done");
  const paper = await paperOf(id, asker);
  expect(await say(id, asker, { type: "withdraw", reason: "Not needed." })).toBe("done");
  return { id, paper };
};
async function emptied(): Promise<void> {
  for (let more = true; more; more = (await drainOutbox()) > 0);
}

describe("a paper that should not be there", () => {
  test("goes by a desk of the case: its content is gone, the entry stays, it is not downloaded and not erased twice", async () => {
    const id = await endorsed();
    const [paper, other] = [await paperOf(id, asker), await paperOf(id, asker)];
    const lies = (one: string) => existsSync(path.join(process.env.CAUSEWAY_DATA ?? "", "documents", id, one));
    expect([await download(id, paper, asker), lies(paper)]).toEqual([200, true]);
    expect(await say(id, office, { type: "erase", rule: needless, documents: [paper], reason: "It names patients." })).toBe("done");
    expect([await download(id, paper, asker), await download(id, paper, office), await download(id, other, asker)]).toEqual([410, 410, 200]);
    await emptied();
    expect([lies(paper), lies(other)]).toEqual([false, true]);
    const events = await history(id);
    expect(events.filter(({ type }: { type: string }) => type === "document.attached")).toHaveLength(2);
    expect(events.at(-1)).toMatchObject({ type: "document.erased", data: { document: paper, rule: needless } });
    expect(await say(id, office, { type: "erase", rule: needless, documents: [paper] })).toBe("erasedAlready");
    expect(await say(id, asker, { type: "erase", rule: needless, documents: [paper] })).toBe("erasedAlready");
    expect(await problems()).toEqual([]);
    // Put back into the store by hand, it is found; a moment after its erasure it may still lie there.
    const read = { readDocument: (request: string, document: string) => keptDocument(documentStore(), request, document) };
    await documentStore().put(id, paper, new TextEncoder().encode("A list."));
    expect((await verify(250, read)).problems).toEqual([]);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 11 * 60_000 });
    expect((await verify(250, read)).problems.filter(({ field }) => field.startsWith("documents["))).toEqual([{ stream: `request:${id}`, seq: events.at(-1).seq, field: `documents[${paper}].content`, code: "notErased" }]);
    await documentStore().remove(id, paper);
    expect((await verify(250, read)).problems.filter(({ field }) => field.startsWith("documents["))).toEqual([]);
    vi.useRealTimers();
  });

  test.each([
    ["by its owner", asker, asker, needless, "done"],
    ["by an officer of the other side", asker, host, "cn-pipl-6", "done"],
    ["by whoever administers the home institution", asker, admin, needless, "done"],
    ["not a desk's by the requester", office, asker, needless, "notYourWords"],
    ["not because time is over while it is under way", asker, admin, timeOver, "eraseUnderWay"],
    ["not by a desk because time is over", asker, office, timeOver, "ruleNotYours,eraseUnderWay"],
    ["not under the law of a place that it does not touch", asker, admin, "mo-8-2005-5-3", "ruleElsewhere"],
    ["not under a rule that does not exist", asker, admin, "none", "unknownRule"],
    ["not by an administrator elsewhere, who learns nothing of it", asker, "admin@mpu.example", needless, "404"],
    ["not by a researcher elsewhere", asker, "researcher@mpu.example", needless, "404"],
    ["not by an auditor, who only looks", asker, auditor, needless, "notPermitted"],
  ])("goes %s", async (_, owner, who, rule, answer) => {
    const request = await endorsed();
    expect(await say(request, who, { type: "erase", rule, documents: [await paperOf(request, owner)] })).toBe(answer);
  });
});

describe("what was written", () => {
  test("goes when its years are over, with its salts; chain and read tables hold, and the history says who and under which rule", async () => {
    const { id, paper } = await ended();
    const whole = { type: "erase", rule: timeOver, whole: true };
    expect(await later(2, id, admin, whole)).toBe("keptUntil");
    expect(await later(9, id, admin, whole)).toBe("keptUntil");
    expect(await later(11, id, asker, whole)).toBe("notYourWords");
    const before = (await history(id)).map(({ digest, hash }: { digest: string; hash: string }) => [digest, hash]);
    expect(await later(11, id, admin, whole)).toBe("done");
    const events = await history(id);
    expect(events.slice(0, before.length).map(({ digest, hash }: { digest: string; hash: string }) => [digest, hash])).toEqual(before);
    expect(events.at(-2)).toMatchObject({ type: "words.erased", data: { rule: timeOver, whole: true } });
    expect(events.at(-1)).toMatchObject({ type: "document.erased", data: { document: paper, digests: [] } });
    expect(events.flatMap(({ texts }: { texts: Record<string, { salt: string | null; body: string | null }> }) => Object.values(texts)).filter(({ salt, body }: { salt: string | null; body: string | null }) => salt !== null || body !== null)).toEqual([]);
    expect(await seen(id)).toMatchObject({ title: "", facts: {} });
    const [row] = await world.owner`select title, answers, ended_on::text, erased_on is not null as erased from requests where request_id = ${id}`;
    expect(row).toEqual({ title: null, answers: null, ended_on: today, erased: true });
    // Nor can a guess be tried by what was sent.
    const [sent] = await world.owner`select count(*)::int as known from commands where request_id = ${id} and body_digest <> 'forgotten' and answer -> 'events' @> '[{"type": "comment.added"}]'`;
    expect(sent).toEqual({ known: 0 });
    expect(await later(11, id, admin, whole)).toBe("nothingToErase");
    expect(await problems()).toEqual([]);
  });

  test("its author takes back what they said themselves, and nobody else's, once a law's own years are over", async () => {
    const { id, paper } = await ended();
    const [said, attached] = await Promise.all(["comment.added", "document.attached"].map(async (of) => (await history(id)).find(({ type }: { type: string }) => type === of).seq));
    const asked = { type: "erase", rule: "cn-pipl-47-3", entries: [said] };
    expect(await later(1, id, asker, asked)).toBe("keptUntil");
    // The house's ten years do not count against whom it is about; the customs law's three do.
    expect([await later(4, id, asker, asked), await later(4, id, asker, asked)]).toEqual(["done", "erasedAlready"]);
    expect(await later(4, id, asker, { ...asked, entries: [99] })).toBe("unknownEntry");
    expect(await later(4, id, office, { ...asked, entries: [1] })).toBe("ruleNotYours,deskErasesPapers");
    const nameGone = [await later(4, id, asker, { ...asked, entries: [attached] }), JSON.stringify(await history(id)).includes("list.txt"), await download(id, paper, asker)];
    expect([...nameGone, await later(4, id, asker, { ...asked, entries: undefined, documents: [paper] }), await download(id, paper, asker), (await seen(id)).title]).toEqual(["done", false, 200, "done", 410, "Seawater"]);
    expect(await problems()).toEqual([]);
  });

  test("is found when somebody blanks it by hand, or puts it back", async () => {
    const { id } = await ended();
    const [kept] = await world.owner<{ digest: string; salt: string; body: string }[]>`select t.digest, t.salt, t.body from texts t join events e on e.request_id = t.request_id and e.type = 'comment.added' and e.data -> 'text' ->> 'digest' = t.digest where t.request_id = ${id}`;
    await world.owner`update texts set body = null, salt = null, erased_at = now(), erased_rule = ${timeOver} where request_id = ${id} and digest = ${kept?.digest ?? ""}`;
    expect(await problems()).toContainEqual(expect.objectContaining({ stream: `request:${id}`, field: "data.text", code: "erasedWithoutRule" }));
    await world.owner`update texts set body = ${kept?.body ?? ""}, salt = ${kept?.salt ?? ""}, erased_at = null, erased_rule = null where request_id = ${id} and digest = ${kept?.digest ?? ""}`;
    expect(await problems()).toEqual([]);
    expect(await later(11, id, admin, { type: "erase", rule: timeOver, whole: true })).toBe("done");
    await world.owner`update texts set body = ${kept?.body ?? ""}, salt = ${kept?.salt ?? ""} where request_id = ${id} and digest = ${kept?.digest ?? ""}`;
    expect(await problems()).toEqual([expect.objectContaining({ stream: `request:${id}`, code: "notErased" })]);
    await world.owner`update texts set body = null, salt = null where request_id = ${id} and digest = ${kept?.digest ?? ""}`;
  });

  test("is written anew by nobody who serves: the database lets words go and nothing else", async () => {
    const { id } = await ended();
    const actor = (await personActor(asker)) as PersonActor;
    const change = (set: string) => world.serving.begin(async (tx) => {
      await tx.unsafe(`set local causeway.actor = '${actor.id}'`);
      return tx.unsafe(`update texts set ${set} where request_id = '${id}'`);
    });
    await expect(change("body = 'Something else.'")).rejects.toThrow(/row-level security/);
    await expect(change("body = null")).rejects.toThrow(/row-level security/);
    await expect(change("readers = null")).rejects.toThrow(/permission denied/);
  });
});

describe("a legal hold", () => {
  const hold = { type: "placeHold", authority: "Court of First Instance, HCMP 1/2026", reason: "Evidence." };
  test("stops whoever asks until another than the eraser lifts it, and its requester does not read why", async () => {
    const { id, paper } = await ended();
    expect(await say(id, asker, hold)).toBe("notPermitted");
    expect(await say(id, auditor, hold)).toBe("done");
    expect(await say(id, auditor, hold)).toBe("heldAlreadyByLaw");
    for (const who of [admin, asker, office]) expect([who, await say(id, who, { type: "erase", rule: needless, documents: [paper] })]).toEqual([who, "underHold"]);
    expect((await history(id)).at(-1)).toMatchObject({ withheld: true });
    expect((await history(id, office)).at(-1)).toMatchObject({ type: "hold.placed" });
    expect(await say(id, admin, { type: "liftHold", reason: "Over." })).toBe("404");
    expect(await say(id, auditor, { type: "liftHold", reason: "Over." })).toBe("done");
    expect(await say(id, auditor, { type: "liftHold", reason: "Over." })).toBe("noHold");
    expect(await say(id, admin, { type: "erase", rule: needless, documents: [paper] })).toBe("done");
    expect(await problems()).toEqual([]);
  });
});

const actorOf = async (email: string) => (await personActor(email)) as PersonActor;
const inYears = (years: number) => () => new Date(`${addDays(today, years * 366)}T04:00:00Z`);
async function due(years: number, homes: readonly string[] | null = ["hkust"]): Promise<readonly DueRequest[]> {
  const found: DueRequest[] = [];
  for await (const batch of dueForErasure(homes, inYears(years))) found.push(...batch);
  return found;
}

describe("what is due", () => {
  test("is listed when every rule's years are over, with the rule that kept it longest; an institution keeps longer, never shorter", async () => {
    const { id } = await ended();
    expect((await due(9)).map((one) => one.id)).not.toContain(id);
    expect((await due(11)).find((one) => one.id === id)).toMatchObject({ until: yearsAfter(today, 10), kept: { id: "cn-hgr-records" }, ground: { id: "cn-pipl-47-1" }, papers: 1, stoppedBy: null });
    expect(await due(11, ["mpu"])).toEqual([]);
    const set = async (who: string, years: Record<string, number>, automatic = false) => {
      const answer = await publishRetention(await actorOf(who), { organisation: "hkust", years, automatic });
      return "id" in answer ? "done" : "notFound" in answer ? "404" : answer.refusals.map(({ code }) => code).join();
    };
    expect(await set(office, {})).toBe("404");
    expect(await set("admin@mpu.example", {})).toBe("404");
    expect(await set(admin, { "cn-hgr-records": 9, none: 3 })).toBe("keptTooShort,unknownRule");
    expect(await set(admin, { "hk-pdpo-dpp2": 15 })).toBe("done");
    expect((await due(11)).map((one) => one.id)).not.toContain(id);
    expect((await due(16)).find((one) => one.id === id)).toMatchObject({ kept: { id: "hk-pdpo-dpp2" }, ground: { id: timeOver } });
    expect(await later(11, id, admin, { type: "erase", rule: timeOver, whole: true })).toBe("keptUntil");
    // The worker erases nothing until the institution lets it.
    expect(await eraseDue(inYears(16))).toBe(0);
    expect(await set(admin, {}, true)).toBe("done");
    const held = await ended();
    expect(await say(held.id, auditor, { type: "placeHold", authority: "A court", reason: "Evidence." })).toBe("done");
    expect(await eraseDue(inYears(16))).toBeGreaterThan(0);
    expect((await due(16)).map((one) => [one.id, one.stoppedBy])).toEqual([[held.id, "hold"]]);
    expect((await history(id)).at(-1)).toMatchObject({ type: "document.erased", actor: { system: true } });
    expect(await set(admin, {})).toBe("done");
    expect(await problems()).toEqual([]);
  });

  test("is stopped by a hold on the whole institution, and whoever lifts that erases nothing of it", async () => {
    const { id } = await ended();
    const hold = { organisation: "hkust", authority: "Privacy Commissioner", reason: "An inquiry." };
    expect(await placeOrganisationHold(await actorOf(admin), hold)).toEqual({ notFound: true });
    const placed = await placeOrganisationHold(await actorOf("auditor@causeway.example"), hold);
    if (!("id" in placed)) throw new Error("not held");
    expect(await later(11, id, admin, { type: "erase", rule: timeOver, whole: true })).toBe("underHold");
    expect((await due(11)).find((one) => one.id === id)?.stoppedBy).toBe("organisationHold");
    expect(await liftOrganisationHold(await actorOf(admin), placed.id, "Over.")).toEqual({ notFound: true });
    expect(await liftOrganisationHold(await actorOf(auditor), placed.id, "Over.")).toEqual({ id: placed.id });
    expect(await liftOrganisationHold(await actorOf(auditor), placed.id, "Over.")).toEqual({ refusals: [{ code: "noHold", params: undefined }] });
    expect(await later(11, id, admin, { type: "erase", rule: timeOver, whole: true })).toBe("done");
    expect(await problems()).toEqual([]);
  });
});

test("somebody who left is forgotten: a neutral word for the name, no sign-in, no words about them in the set-up's history", async () => {
  const [person] = await world.owner<{ id: string; name: string }[]>`select id, name from people where email = 'pi@mpu.example'`;
  const forget = async (who: string, id: string, rule = "mo-8-2005-5-5") => {
    const answer = await forgetPerson(await actorOf(who), id, rule);
    return "forgotten" in answer ? "done" : "notFound" in answer ? "404" : answer.refusals.map(({ code }) => code).join();
  };
  const { id = "", name = "" } = person ?? {};
  expect(await forget(admin, id)).toBe("404");
  expect(await forget("admin@mpu.example", id, "none")).toBe("unknownRule");
  expect(await forget("admin@mpu.example", (await actorOf("admin@mpu.example")).id)).toBe("stillActive");
  await submitted();
  // A hold that stands on another request of theirs is told beside.
  expect(await forget(admin, (await actorOf(asker)).id)).toBe("stillActive,underHold");
  // What they called their keys, and why they were away or stood in, names people too.
  const [actor, mate] = [await actorOf("pi@mpu.example"), await actorOf("researcher@mpu.example")];
  await issueKeyFor(actor.email, { name: "Zqkey of the ward", scopes: ["read"] }, new Date());
  await publish({ kind: "system" }, [
    { of: "stand-in", id: newId(), for: actor.id, by: mate.id, from: today, until: today, desks: [], reason: "Zqsurgery", ended: false },
    { of: "stand-in", id: newId(), for: mate.id, by: actor.id, from: today, until: today, desks: [], reason: "Zqleave", ended: true },
  ]);
  const left = async () => (await world.owner<{ said: string }[]>`select body as said from texts where body like '%Zq%' union all select name from api_keys where name like '%Zq%' union all select reason from stand_ins where reason like '%Zq%' union all select terms::text from audit_entries where terms::text ~* 'zq(key|surgery|leave)'`).map(({ said }) => said);
  expect((await left()).length).toBeGreaterThan(5);
  expect(await forget("admin@mpu.example", id)).toBe("done");
  expect(await left()).toEqual([]);
  expect(await forget("admin@mpu.example", id)).toBe("forgottenAlready");
  expect(await personActor("pi@mpu.example")).toBeNull();
  const [row] = await world.owner`select name, email, active, (select count(*)::int from sessions where person_id = p.id) + (select count(*)::int from credentials where person_id = p.id) + (select count(*)::int from grants where person_id = p.id) as left from people p where id = ${id}`;
  expect(row).toEqual({ name: forgottenName, email: `forgotten-${id}@causeway.invalid`, active: false, left: 0 });
  expect(await world.owner`select 1 from texts where body like ${`%${name}%`}`).toHaveLength(0);
  expect(await problems()).toEqual([]);
});

test("seals and proofs from before stay whole when words and papers go, byte by byte of what is left", async () => {
  const { id, paper } = await ended();
  await sealAll();
  const [seal] = await world.owner<{ note: string; size: number }[]>`select note, size from seals order by size desc limit 1`;
  const named = { stream: `request:${id}`, seq: 1 };
  const before = await proofOfEvent(named);
  const said = (await history(id)).find(({ type }: { type: string }) => type === "comment.added").seq;
  expect(await say(id, admin, { type: "erase", rule: needless, entries: [1, said], documents: [paper] })).toBe("done");
  await emptied();
  await sealAll();
  const after = await proofOfEvent(named);
  expect([after?.leaf, after?.index]).toEqual([before?.leaf, before?.index]);
  expect(after?.size).toBeGreaterThan(before?.size ?? 0);
  const found = await verify(250, { readDocument: (request, document) => keptDocument(documentStore(), request, document), keptSeal: seal?.note ?? "" });
  expect([found.problems, found.seal?.code]).toEqual([[], "extends"]);
});

test("an auditor finds what was said until it is erased, and not by a word of it afterwards", async () => {
  const { id } = await ended();
  const found = async () => (await world.owner<{ seq: number }[]>`select seq from audit_entries where request_id = ${id} and terms @@ to_tsquery('simple', 'secret')`).length;
  expect(await found()).toBe(1);
  const said = (await history(id)).find(({ type }: { type: string }) => type === "comment.added").seq;
  expect(await say(id, admin, { type: "erase", rule: needless, entries: [said] })).toBe("done");
  expect(await found()).toBe(0);
  expect(await problems()).toEqual([]);
});
