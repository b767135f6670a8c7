import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";

/** What a first visit may cost in script, in thousands of bytes as gzip sends them, by what a page is for. */
const budgets = { public: 150, list: 190, form: 230 } as const;

const password = "causeway-demonstration";

// A dozen first visits in one test, each until the network falls quiet.
test.describe.configure({ timeout: 300_000 });

for (const [path, kind] of [["/", "public"], ["/sign-in", "public"], ["/forgot", "public"], ["/permits", "public"], ["/finder", "public"], ["/rules", "public"]] as const) {
  test(`${path}, seen by anybody, loads no more script than a public page may`, async ({ page }) => holds(page, path, kind));
}

test("lists and forms load no more script than they may", async ({ page }) => {
  await signIn(page, "researcher@smu.example");
  for (const path of ["/", "/requests"]) await holds(page, path, "list");
  const [request = ""] = await addresses(page, "/requests?status=in-review", /^\/requests\/[0-9a-f-]{36}$/);
  await holds(page, request, "form");
  for (const path of ["/requests/new", "/account", "/account/password", "/account/sessions", "/account/keys"]) await holds(page, path, "form");
  await page.goto("/requests/new");
  await page.locator('[name="kind"][value="sample"]').check();
  await page.getByRole("main").getByRole("button").last().click();
  await page.waitForURL(/\/edit\//);
  const sections = await addresses(page, new URL(page.url()).pathname, /^\/requests\/[0-9a-f-]{36}\/edit\/[a-z-]+$/);
  expect(sections.length).toBeGreaterThan(2);
  for (const path of sections) await holds(page, path, "form");
});

test("the desk and the audit load no more script than they may", async ({ page }) => {
  await signIn(page, "ethics@smu.example");
  await holds(page, "/inbox", "list");
  const [decide = ""] = await addresses(page, "/inbox", /\/decide\//);
  await holds(page, decide, "form");
  await page.context().clearCookies();
  await signIn(page, "auditor@causeway.example");
  await holds(page, "/audit", "list");
  const [audited = ""] = await addresses(page, "/audit", /^\/audit\/[0-9a-f-]{36}$/);
  await holds(page, audited, "list");
});

/** Opens a page as a first visit, in a browser that has kept nothing, and weighs every script that comes before it falls quiet. */
async function holds(page: Page, path: string, kind: keyof typeof budgets): Promise<void> {
  const cookies = await page.context().cookies();
  const fresh = await page.context().browser()?.newContext({ locale: "en-GB", baseURL: new URL(page.url() === "about:blank" ? (process.env.JOURNEY_URL ?? "") : page.url()).origin });
  if (!fresh) throw new Error("no browser");
  await fresh.addCookies(cookies);
  const visit = await fresh.newPage();
  const weights: Promise<number>[] = [];
  visit.on("response", (answer) => {
    if (answer.request().resourceType() === "script") weights.push(answer.body().then((body) => gzipSync(body).length));
  });
  const answer = await visit.goto(path, { waitUntil: "networkidle" });
  const kilobytes = (await Promise.all(weights)).reduce((sum, one) => sum + one, 0) / 1000;
  console.log(`first load ${kind.padEnd(6)} ${kilobytes.toFixed(1).padStart(6)} KB of ${budgets[kind]} KB in ${weights.length} scripts  ${path}`);
  await fresh.close();
  expect(answer?.status(), path).toBe(200);
  expect(new URL(answer?.url() ?? "").pathname, path).toBe(path.split("?")[0]);
  expect(kilobytes, path).toBeGreaterThan(0);
  expect(kilobytes, path).toBeLessThanOrEqual(budgets[kind]);
}

async function addresses(page: Page, path: string, shape: RegExp): Promise<string[]> {
  await page.goto(path);
  const all = await page.getByRole("link").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return [...new Set(all.filter((address) => shape.test(address)))];
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((address) => !address.pathname.startsWith("/sign-in"));
}
