import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { expect, test } from "../support/journey.ts";
import { journeyWorld } from "../support/journey-world.ts";
import { signedIn, signIn } from "../support/signed-in.ts";
import { openWindow } from "../support/windows.ts";

/* What a stranger, another site or a program gone wild may try over HTTP: nothing changes, and nothing fails. */

let world: Awaited<ReturnType<typeof journeyWorld>>;
test.beforeAll(async () => void (world = await journeyWorld()));
test.afterAll(() => world.stop());

const pages = ["/", "/sign-in", "/forgot", "/reset", "/requests", "/requests/new", "/inbox", "/audit", "/account", "/account/keys", "/permits", "/language", "/requests/019a0000-0000-7000-8000-000000000000"];

test("forms from other sites, and bodies that no form sends, are refused on every page", async ({ request, baseURL }) => {
  const own = new URL(baseURL ?? "").origin;
  const foreign: Record<string, string>[] = [{ origin: "https://evil.example" }, { origin: "null" }, { origin: "nonsense" }, { "sec-fetch-site": "cross-site" }, { origin: `${own}.evil.example` }];
  for (const path of pages) {
    for (const headers of foreign) expect([path, headers, (await request.post(path, { headers, form: { email: "x" } })).status()]).toEqual([path, headers, 403]);
    const wild: [Record<string, string>, string | Buffer][] = [
      [{ "next-action": "0".repeat(42), "content-type": "text/plain;charset=UTF-8" }, "[]"],
      [{ "next-action": "../../etc", "content-type": "text/plain;charset=UTF-8" }, "[{"],
      [{ "content-type": "multipart/form-data; boundary=x" }, "--x\r\nnonsense"],
      [{ "content-type": "multipart/form-data" }, "x"],
      [{ "next-action": "0".repeat(42), "content-type": "multipart/form-data; boundary=x" }, '--x\r\ncontent-disposition: form-data; name="0"\r\n\r\n[{\r\n--x--\r\n'],
      [{ "content-type": "multipart/form-data; boundary=x" }, '--x\r\ncontent-disposition: form-data; name="$ACTION_ID_nonsense"\r\n\r\n\r\n--x--\r\n'],
      [{ "content-type": "multipart/form-data; boundary=x" }, '--x\r\ncontent-disposition: form-data; name="$ACTION_REF_1"\r\n\r\n\r\n--x\r\ncontent-disposition: form-data; name="$ACTION_1:0"\r\n\r\n{"id":"x","bound":"$@1"}\r\n--x--\r\n'],
      [{ "content-type": "application/json" }, "{}"],
      [{ "content-type": "application/x-www-form-urlencoded" }, Buffer.from([0xff, 0x00, 0x25])],
    ];
    for (const [headers, data] of wild) {
      const answer = await request.post(path, { headers: { origin: own, ...headers }, data, maxRedirects: 0 });
      expect([path, headers, data.toString(), answer.status() < 500], String(answer.status())).toEqual([path, headers, data.toString(), true]);
    }
  }
});

test("pages run our scripts alone, stay in no cache and in no frame; the session's cookie is out of their reach", async ({ browser }) => {
  const page = await openWindow(browser);
  await page.goto("/sign-in");
  await signIn(page, "researcher@hku.example");
  await page.waitForURL("/");
  const cookies = await page.context().cookies();
  const session = cookies.filter(({ name }) => name === "causeway");
  expect(session).toHaveLength(1);
  expect(session[0]).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(await page.evaluate(() => document.cookie)).not.toContain(session[0]?.value);
  const nonces = new Set<string>();
  for (const path of ["/", "/requests", "/account", "/account/keys", "/sign-in", "/permits"]) {
    const headers = (await page.request.get(path)).headers();
    const policy = headers["content-security-policy"] ?? "";
    expect(policy, path).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
    expect(policy, path).not.toContain("unsafe");
    expect(headers, path).toMatchObject({ "x-content-type-options": "nosniff", "x-frame-options": "DENY", "cache-control": expect.stringContaining("no-store") });
    nonces.add(/nonce-([^']+)/.exec(policy)?.[1] ?? "");
  }
  expect(nonces.size).toBe(6);
});

test("every form of somebody's case and account, sent by somebody else, changes nothing", async ({ browser, request: anybody, baseURL }) => {
  test.setTimeout(240_000);
  const { requester, id, key } = await aCaseInReview(browser);
  const stranger = await signedIn(browser, "researcher@must.example");
  const version = async () => ((await (await anybody.get(`/api/v1/requests/${id}`, { headers: { authorization: `Bearer ${key}` } })).json()) as { version: number }).version;
  const before = await version();
  let forms = 0;
  for (const path of [`/requests/${id}`, "/account", "/account/sessions", "/account/keys"]) {
    await requester.goto(path);
    // Without JavaScript a form carries all that it sends, the name of its action too.
    const all = await requester.locator('form:has(input[name^="$ACTION"])').evaluateAll((found) => found.map((form) => [...(form as HTMLFormElement).querySelectorAll("input, textarea, select")].map((field) => [(field as HTMLInputElement).name, (field as HTMLInputElement).value || "x"] as const).filter(([name]) => name !== "")));
    for (const fields of all) {
      forms++;
      // The way out, which every page has, is for whoever is in.
      if (path.startsWith("/requests") && !fields.some(([name]) => name === "requestId")) continue;
      for (const by of path.startsWith("/requests") ? [stranger.request, anybody] : [anybody]) {
        const answer = await by.post(path, { multipart: Object.fromEntries(fields), headers: { origin: new URL(baseURL ?? "").origin }, maxRedirects: 0 });
        expect([path, answer.status() < 500], JSON.stringify(fields)).toEqual([path, true]);
      }
    }
  }
  expect(forms).toBeGreaterThan(5);
  expect(await version()).toBe(before);
  // The requester's session and keys are as they were.
  await requester.goto("/account/sessions");
  await expect(requester).toHaveURL(/account\/sessions/);
});

test("many programs at once on one case: every act that is accepted is kept once, numbered without a gap, and none fails", async ({ browser, request }) => {
  test.setTimeout(120_000);
  const { id, key } = await aCaseInReview(browser);
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const seqs = async () => {
    const all: number[] = [];
    for (let cursor: string | null = "0"; cursor !== null; ) {
      const page = (await (await request.get(`/api/v1/requests/${id}/events?cursor=${cursor}`, { headers })).json()) as { items: { seq: number }[]; next: string | null };
      all.push(...page.items.map(({ seq }) => seq));
      cursor = page.next;
    }
    return all;
  };
  const before = (await seqs()).length;
  const said = Array.from({ length: 24 }, (_, at) => JSON.stringify({ type: "comment", commandId: randomUUID(), audience: "requester", text: `Remark ${at}` }));
  const answers = await Promise.all([...said, ...said.slice(0, 12)].map((data) => request.post(`/api/v1/requests/${id}/commands`, { headers, data, timeout: 60_000 })));
  expect(answers.map((answer) => answer.status())).toEqual(answers.map(() => 200));
  const bodies = (await Promise.all(answers.map((answer) => answer.json()))) as { repeated: boolean; events: { seq: number }[]; version: number }[];
  expect(bodies.filter(({ repeated }) => !repeated)).toHaveLength(24);
  const given = bodies.filter(({ repeated }) => !repeated).flatMap(({ events }) => events.map(({ seq }) => seq));
  expect(given.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, at) => before + at + 1));
  expect(await seqs()).toEqual(Array.from({ length: before + 24 }, (_, at) => at + 1));
});

/** A case that waits for its desks, with its requester signed in without JavaScript, and a key of theirs. */
async function aCaseInReview(browser: Browser): Promise<{ requester: Page; id: string; key: string }> {
  const email = "researcher@hkust.example";
  const key = await world.key(email);
  const requester = await signedIn(browser, email, "en", { scripts: false });
  const list = (await (await requester.request.get("/api/v1/requests?limit=100", { headers: { authorization: `Bearer ${key}` } })).json()) as { items: { id: string; status: string }[] };
  const id = list.items.find(({ status }) => status !== "draft")?.id;
  if (!id) throw new Error("no case");
  return { requester, id, key };
}
