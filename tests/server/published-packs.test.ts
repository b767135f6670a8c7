import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import type { Change, EditionEntry } from "../../lib/access/configuration.ts";
import { contentDigest } from "../../lib/audit/content-digest.ts";
import type { Pack } from "../../lib/policy/pack.ts";
import { packs } from "../../lib/policy/registry.ts";
import { createRequest } from "../../lib/server/execute.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { dropPacks } from "../../lib/server/drop-packs.ts";
import { publishPacks } from "../../lib/server/publish-packs.ts";
import { publishShipped } from "../../lib/server/publish-shipped.ts";
import { requestDetail } from "../../lib/server/request-detail.ts";
import { demoWorld, type World } from "../db/demo-world.ts";

let world: World;
let auditor: PersonActor;
beforeAll(async () => {
  world = await demoWorld();
  auditor = (await personActor("auditor@causeway.example")) as PersonActor;
});
afterAll(() => world.stop());

const renamed = (pack: Pack, suffix: string, version = pack.version): Pack => ({ ...pack, version, regimes: pack.regimes.map((regime) => ({ ...regime, title: { ...regime.title, en: `${regime.title.en}${suffix}` } })) });

test("the first start publishes every pack that is shipped, with its digest, and a second one nothing", async () => {
  const rows = await world.owner<{ id: string; digest: string }[]>`select id, digest from packs`;
  expect(new Map(rows.map(({ id, digest }) => [id, digest]))).toEqual(new Map(packs.map((pack) => [pack.id, contentDigest(pack)])));
  expect(await publishShipped()).toBe(0);
  expect(await world.owner`select number from editions`).toEqual([{ number: 1 }]);
});

test("a pack that changed is published once more and counts from then on; what was submitted keeps the one it pinned", async () => {
  const { id, regime } = await aSubmittedFinding();
  const before = (await requestDetail(auditor, id))?.regimes[regime];
  const draft = await aDraft();
  const changed = packs.map((pack) => (pack.regimes.some((one) => one.id === regime) ? renamed(pack, " (new)", "2026.12") : pack));
  expect(await publishShipped(undefined, changed)).toBe(2);
  expect(await publishShipped(undefined, changed)).toBe(0);
  expect((await requestDetail(auditor, id))?.regimes[regime]).toEqual(before);
  const { researcher, request } = draft;
  const titles = Object.values((await requestDetail(researcher, request))?.regimes ?? {}).map(({ title }) => title.en);
  expect(titles.some((title) => title.endsWith(" (new)"))).toBe(true);
  // Back again: nothing new to keep, but another edition.
  expect(await publishShipped()).toBe(1);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("a pack that is no longer shipped counts no more, and one that the installation published itself still does", async () => {
  const policy = (await personActor("policy@causeway.example")) as PersonActor;
  const [first] = packs;
  if (!first) throw new Error("no packs");
  const own: Pack = { ...renamed(first, " (ours)", "2026.12"), id: "our-own", regimes: first.regimes.slice(0, 1).map((regime) => ({ ...regime, id: "our-own-rule", trigger: { attr: "kind", op: "eq", value: "sample" } })) };
  const current = await world.owner<{ packs: { id: string; version: string; digest: string; shipped: boolean }[] }[]>`select packs from editions order by number desc limit 1`;
  const edition = { of: "edition" as const, packs: [...(current[0]?.packs ?? []), { id: own.id, version: own.version, digest: contentDigest(own), shipped: false }] } satisfies Change;
  expect(await publish(policy, [{ of: "pack", pack: own }, edition])).toEqual({ kept: 2 });
  const { researcher, request } = await aDraft();
  await publishShipped(undefined, []);
  expect((await requestDetail(researcher, request))?.findings.map(({ id }) => id)).toEqual(["our-own-rule"]);
  await publishShipped();
  expect((await requestDetail(researcher, request))?.findings.map(({ id }) => id)).toContain("our-own-rule");
});

test("a shipped pack that a policy administrator left out stays out at the next start, also when it has changed, until one puts it in again", async () => {
  const policy = (await personActor("policy@causeway.example")) as PersonActor;
  const inForce = async () => (await world.owner<{ packs: EditionEntry[] }[]>`select packs from editions order by number desc limit 1`)[0]?.packs ?? [];
  const before = await inForce();
  const pack = packs.find(({ id }) => id === "mo-funds");
  if (!pack) throw new Error("no packs");
  const left = before.filter(({ id }) => id !== pack.id);
  expect(await dropPacks(policy, [pack.id])).toEqual({ kept: 1 });
  expect(await publishShipped()).toBe(0);
  expect(await inForce()).toEqual(left);
  // Changed by an upgrade it is kept to be read, and counts no more than before.
  expect(await publishShipped(undefined, packs.map((one) => (one.id === pack.id ? renamed(pack, " (new)", "2026.12") : one)))).toBe(1);
  expect(await inForce()).toEqual(left);
  expect(await dropPacks(policy, [pack.id, "no-such-pack"])).toMatchObject({ refusals: [{ code: "unknownPack", path: "0" }, { code: "unknownPack", path: "1" }] });
  expect(await publish(policy, [{ of: "edition", packs: before }])).toEqual({ kept: 1 });
  expect(await publishShipped()).toBe(0);
  expect(await inForce()).toEqual(before);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("rules with anything wrong are refused with the path of each place, and nothing changes", async () => {
  const policy = (await personActor("policy@causeway.example")) as PersonActor;
  const [pack] = packs;
  const [first, second, third] = pack?.regimes ?? [];
  if (!pack || !first || !second || !third) throw new Error("no packs");
  await publishShipped();
  const kept = async () => [await world.owner`select digest from packs order by 1`, await world.owner`select digest from editions order by number`];
  const before = await kept();
  const broken = {
    ...pack,
    version: "2027.02",
    regimes: [
      { ...first, trigger: { all: [first.trigger, { attr: "sample.nothing", op: "eq", value: true }] }, substitutes: [second.id] },
      { ...second, from: "2026-02-30", substitutes: [first.id], title: { ...second.title, pt: "" } },
      { ...third, substitutes: ["no-such-rule"], versions: [{ id: "a", from: third.from, to: "2026-01-01", note: null }, { id: "b", from: "2026-01-03", to: null, note: null }] },
    ],
  } as Pack;
  const answer = await publishPacks(policy, [broken]);
  expect("refusals" in answer && answer.refusals.map(({ code, path, params }) => [code, path, params?.problem])).toEqual([
    ["brokenRule", "0.pack.regimes.1.title.pt", "missingTranslation"],
    ["brokenRule", "0.pack.regimes.1.from", "badDate"],
    ["brokenRule", "0.pack.regimes.0.trigger.all.1.attr", "unknownFact"],
    ["brokenRule", "0.pack.regimes.2.versions.1.from", "gap"],
    ["brokenRule", "0.pack.regimes.2.substitutes.0", "unknownRegime"],
  ]);
  const round = { ...pack, version: "2027.02", regimes: [{ ...first, substitutes: [second.id] }, { ...second, substitutes: [first.id] }, third] };
  expect(await publishPacks(policy, [round])).toMatchObject({ refusals: [{ code: "brokenRule", path: "0.pack.regimes.0.substitutes.0", params: { problem: "circle" } }] });
  // An edition may not drop what a pack in it leans on, nor name what nobody published.
  expect(await publish(policy, [{ of: "edition", packs: [{ id: "nowhere", version: "2027.01", digest: "0".repeat(64), shipped: false }] }])).toMatchObject({ refusals: [{ code: "unknownPack", path: "0.packs.0" }] });
  for (const nonsense of [null, 7, "pack", [], {}, { id: "x" }]) expect(await publishPacks(policy, [nonsense])).toHaveProperty("refusals");
  expect(await kept()).toEqual(before);
});

test("a pack that an installation publishes under the id of a shipped one takes its place, also after the next start", async () => {
  const policy = (await personActor("policy@causeway.example")) as PersonActor;
  const [, pack] = packs;
  if (!pack) throw new Error("no packs");
  expect(await publishPacks(policy, [renamed(pack, " (in our words)", "2027.03")])).toEqual({ kept: 2 });
  await publishShipped();
  const [current] = await world.owner<{ packs: { id: string; version: string }[] }[]>`select packs from editions order by number desc limit 1`;
  expect(current?.packs.filter(({ id }) => id === pack.id)).toMatchObject([{ version: "2027.03" }]);
  expect(current?.packs).toHaveLength(packs.length + 1);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("nobody but a policy administrator publishes rules, and nobody decides by rules that were altered", async () => {
  const [pack] = packs;
  if (!pack) throw new Error("no packs");
  for (const email of ["researcher@hku.example", "admin@hku.example", "auditor@causeway.example", "office@hku.example"]) expect(await publish((await personActor(email)) as PersonActor, [{ of: "pack", pack }])).toEqual({ refusals: [{ code: "notPermitted" }] });
  const { researcher, request } = await aDraft();
  const other = renamed(pack, " (altered)", "2027.01");
  await publishShipped(undefined, [other]);
  await world.owner`update packs set body = jsonb_set(body, '{regimes,0,type}', '"facilitation"') where digest = ${contentDigest(other)}`;
  await expect(requestDetail(researcher, request)).rejects.toThrow("was altered");
  await expect(aDraft()).rejects.toThrow("was altered");
});

async function aSubmittedFinding(): Promise<{ id: string; regime: string }> {
  const [row] = await world.owner<{ id: string; regime: string }[]>`select request_id as id, regime from requirements where regime <> 'host-letter' order by 1, 2 limit 1`;
  if (!row) throw new Error("nothing was submitted");
  return row;
}

async function aDraft(): Promise<{ researcher: PersonActor; request: string }> {
  const researcher = (await personActor("researcher@smu.example")) as PersonActor;
  const request = newId();
  const facts = { "from.city": "guangzhou", "to.city": "hongkong", mode: "courier", "sample.class": "human", "sample.human_origin_cn": true, "sample.infectious_suspected": true, "sample.special_goods_cn": true, "sample.un": "UN3373", "sample.refrigerant": "dry_ice" };
  await createRequest(researcher, { id: request, kind: "sample", title: "Weighed", facts, parties: { home: "smu", host: "hku" }, window: { from: "2027-03-01", to: "2027-05-01" } });
  return { researcher, request };
}
