import { build } from "esbuild";
import fc from "fast-check";
import { v7 as newId } from "uuid";
import { createContext, runInContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as packRoute } from "@/app/(public)/packs/[kind]/[language]/[digest]/route";
import type { PersonActor } from "../../lib/access/actor.ts";
import { outcomeOf } from "../../lib/finder/outcome.ts";
import { formKinds } from "../../lib/kind/registry.ts";
import type { Evaluation } from "../../lib/policy/evaluate.ts";
import type { Pack } from "../../lib/policy/pack.ts";
import { packs } from "../../lib/policy/registry.ts";
import { readableFacts } from "../../lib/request/answers.ts";
import type { Weighing } from "../../lib/request/applying.ts";
import { createRequest } from "../../lib/server/execute.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { publishPacks } from "../../lib/server/publish-packs.ts";
import { requestDetail } from "../../lib/server/request-detail.ts";
import { rulesInForce } from "../../lib/server/rules-in-force.ts";
import { rulesPath, servedRules } from "../../lib/server/served-rules.ts";
import { sampleWorkflow } from "../../lib/workflow/sample.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { anyAnswers, anyClaims } from "../support/any-answers.ts";
import { causeway } from "../support/causeway.ts";
import { scratchFolder } from "../support/scratch.ts";
import { call } from "./api-world.ts";

let world: World;
let policy: PersonActor;
let researcher: PersonActor;
beforeAll(async () => {
  world = await demoWorld();
  [policy, researcher] = (await Promise.all(["policy@causeway.example", "researcher@smu.example"].map(personActor))) as [PersonActor, PersonActor];
});
afterAll(() => world.stop());

const facts = { "from.city": "guangzhou", "to.city": "hongkong", mode: "courier", date: "2027-03-10", "sample.class": "human", "sample.human_origin_cn": false, "org.foreign_party": false } as const;

test("finder, API, command, browsers and new drafts answer by the edition that was published last; what was submitted keeps its own", async () => {
  const submitted = await aSubmitted();
  const [before, draft] = [await requestDetail(researcher, submitted), await aDraft()];
  const pack = packs.find(({ id }) => id === "cn-hgr-exit") as Pack;
  const [rule] = pack.regimes;
  if (!rule) throw new Error("an empty pack");
  const always = { ...rule, id: "our-own-check", title: { en: "Our own check", "zh-Hant": "本所查核", "zh-Hans": "本所核查", pt: "A nossa verificação" }, kinds: ["sample" as const], trigger: { attr: "from.jur", op: "eq" as const, value: "CN" }, from: "2026-01-01" };
  const yesterday = await servedRules("sample", "en");
  expect(await finds()).not.toContain(always.id);
  expect(await publishPacks(policy, [{ ...pack, version: "2027.01", regimes: [...pack.regimes, always] }])).toEqual({ kept: 2 });

  expect(await finds()).toContain(always.id);
  const api = (await call("POST /api/v1/requirements", "/api/v1/requirements", { json: { facts: { kind: "sample", ...facts } } })).body;
  expect(api.regimes).toContain(always.id);
  expect(api.packs).toContainEqual({ id: pack.id, version: "2027.01" });
  const [edition] = await world.owner<{ digest: string }[]>`select digest from editions order by number desc limit 1`;
  expect(api.edition).toBe(edition?.digest);
  const [published, shipped] = await Promise.all([commanded(["--published"]), commanded([])]);
  expect(published).toEqual(api);
  expect(shipped.regimes).toEqual(api.regimes.filter((id: string) => id !== always.id));
  expect(shipped.edition).not.toBe(api.edition);
  const today = await servedRules("sample", "pt");
  expect(today.body).toContain("A nossa verificação");
  const moved = await packRoute(new Request("http://localhost/"), { params: Promise.resolve({ kind: "sample", language: "en", digest: yesterday.digest }) });
  expect([moved.status, moved.headers.get("location")]).toEqual([307, rulesPath(await servedRules("sample", "en"))]);
  // A draft that was begun before is weighed by what is in force now, and is told.
  for (const id of [draft, await aDraft()]) expect((await requestDetail(researcher, id))?.findings.map((finding) => finding.id)).toContain(always.id);
  expect((await requestDetail(researcher, draft))?.sinceBegun.map(({ id }) => id)).toEqual([pack.id]);
  const after = await requestDetail(researcher, submitted);
  expect([after?.findings, after?.requirements, after?.regimes]).toEqual([before?.findings, before?.requirements, before?.regimes]);

  // The steps are those of the workflow in force too.
  const [inForce] = await world.owner<{ version: number }[]>`select max(version)::int as version from workflows where kind = 'sample'`;
  const shorter = { ...sampleWorkflow, version: (inForce?.version ?? 0) + 1, steps: sampleWorkflow.steps.filter(({ id }) => id === "endorsement") };
  await publish({ kind: "system" }, [{ of: "workflow", kind: "sample", definition: shorter }]);
  expect(api.steps.length).toBeGreaterThan(1);
  expect([(await call("POST /api/v1/requirements", "/api/v1/requirements", { json: { facts: { kind: "sample", ...facts } } })).body.steps, (await commanded(["--published"])).steps, (await commanded([])).steps]).toEqual([["endorsement"], ["endorsement"], shipped.steps]);
});

test("what browsers are sent, weighed in a place of its own, comes to what the server and the command come to", async () => {
  // The code as browsers get it: bundled, with nothing of Node around it.
  const bundle = await build({ entryPoints: ["lib/request/applying.ts"], bundle: true, format: "iife", globalName: "applying", platform: "browser", minify: true, write: false });
  const browser = createContext({ URL, TextEncoder });
  runInContext(bundle.outputFiles[0]?.text ?? "", browser);
  const cases: { kind: (typeof formKinds)[number]; given: Weighing; browsers: Evaluation }[] = [];
  for (const kind of formKinds) {
    const { digest } = await servedRules(kind, "en");
    const body = await (await packRoute(new Request("http://localhost/"), { params: Promise.resolve({ kind, language: "en", digest }) })).text();
    runInContext(`rules = JSON.parse(${JSON.stringify(body)})`, browser);
    for (const [answers, claims] of fc.sample(fc.tuple(anyAnswers(kind), anyClaims(kind)), { numRuns: 60, seed: 20261125 })) {
      const given = { kind, facts: answers, claims, window: null };
      browser.given = JSON.stringify(given);
      cases.push({ kind, given, browsers: JSON.parse(runInContext("JSON.stringify(applying.weighAnswers(rules.packs, JSON.parse(given)).evaluation)", browser)) as Evaluation });
    }
  }
  const lines = cases.map(({ kind, given }) => ({ facts: readableFacts(kind, given.facts, null), claims: given.claims }));
  const told = await commandedAll(["--published"], lines);
  const { packs: inForce } = await rulesInForce();
  expect(inForce.length).toBeGreaterThan(0);
  for (const [at, { browsers }] of cases.entries()) {
    const short = ({ regimes, facilitations, documents, replaced, findings }: Pick<Evaluation, "regimes" | "facilitations" | "documents" | "replaced"> & { findings: readonly { id: string; because: readonly string[]; binding: boolean }[] }) => ({ regimes, facilitations, documents, replaced, findings: findings.map(({ id, because, binding }) => ({ id, because, binding })) });
    expect(short(told[at] as never)).toEqual(short(browsers));
  }
  for (const at of [0, 61, 122, 183, 244]) {
    const answer = await call("POST /api/v1/requirements", "/api/v1/requirements", { json: lines[at] });
    expect(answer.body).toEqual(told[at]);
  }
});

async function finds(): Promise<string[]> {
  const { needs } = outcomeOf((await rulesInForce()).packs, "sample", facts, []);
  return needs.before.map(({ id }) => id);
}

// The tests' own answers were held to the schema of the API; here only their fields are looked into.
async function commandedAll(options: readonly string[], cases: readonly unknown[]): Promise<Record<string, unknown>[]> {
  const environment = { ...(options.length > 0 && { DATABASE_URL: world.url }), CAUSEWAY_DATA: scratchFolder() };
  const { code, out, err } = await causeway(["requirements", "--json", ...options], environment, cases.map((one) => JSON.stringify(one)).join("\n"));
  expect(err).toBe("");
  expect(out.split("\n")).toHaveLength(cases.length + 1);
  const answers = out.trim().split("\n").map((line) => JSON.parse(line) as Record<string, unknown> & { readonly unknown: readonly string[] });
  expect(code).toBe(answers.some(({ unknown }) => unknown.length > 0) ? 1 : 0);
  return answers;
}

async function commanded(options: readonly string[]): Promise<Record<string, unknown> & { readonly regimes: string[] }> {
  const [answer] = await commandedAll(options, [{ facts: { kind: "sample", ...facts } }]);
  return answer as Record<string, unknown> & { readonly regimes: string[] };
}

async function aDraft(): Promise<string> {
  const id = newId();
  const created = await createRequest(researcher, { id, kind: "sample", title: "Weighed", facts: { ...facts }, parties: { home: "smu", host: "hku" }, window: { from: "2027-03-01", to: "2027-05-01" } });
  expect(created).toMatchObject({ status: "draft" });
  return id;
}

async function aSubmitted(): Promise<string> {
  const [row] = await world.owner<{ id: string }[]>`select request_id as id from requests where requester = ${researcher.id} and status in ('submitted', 'in-review') limit 1`;
  if (!row) throw new Error("nothing was submitted");
  return row.id;
}
