import { gzipSync } from "node:zlib";
import type { Page, Response } from "@playwright/test";
import { further } from "../support/further.ts";
import { expect, test } from "../support/journey.ts";
import { signedIn } from "../support/signed-in.ts";

/** What a first visit may cost in script, in thousands of bytes as gzip sends them, by what a page is for. */
const budgets = { public: 150, list: 190, form: 230 } as const;

// A dozen first visits in one test, each until the network falls quiet.
test.describe.configure({ timeout: 300_000 });

test("what anybody may see loads no more script than a public page may", async ({ page }) => {
  for (const path of ["/", "/sign-in", "/forgot", "/permits", "/finder", "/rules", "/seals"]) await holds(page, path, "public");
  // Nobody signs in for it, and yet it is filled in: without network, from what the device kept.
  await holds(page, "/hand-over", "form");
});

test("lists and forms load no more script than they may", async ({ browser }) => {
  const page = await signedIn(browser, "researcher@smu.example");
  for (const path of ["/", "/requests"]) await holds(page, path, "list");
  const [request = ""] = await addresses(page, "/requests?status=in-review", /^\/requests\/[0-9a-f-]{36}$/);
  await holds(page, request, "form");
  // Pages of one account, like those of one form, share their scripts; `.ci/run` weighs each.
  for (const path of ["/requests/new", "/account/keys", ...(further ? ["/account", "/account/password", "/account/sessions"] : [])]) await holds(page, path, "form");
  await page.goto("/requests/new");
  await page.locator('[name="kind"][value="sample"]').check();
  await page.getByRole("main").getByRole("button").last().click();
  await page.waitForURL(/\/edit\//);
  const sections = await addresses(page, new URL(page.url()).pathname, /^\/requests\/[0-9a-f-]{36}\/edit\/[a-z-]+$/);
  expect(sections.length).toBeGreaterThan(2);
  for (const path of further ? sections : sections.slice(0, 2)) await holds(page, path, "form");
});

test("the desk and the audit load no more script than they may", { tag: "@further" }, async ({ browser }) => {
  const officer = await signedIn(browser, "ethics@smu.example");
  await holds(officer, "/inbox", "list");
  const [decide = ""] = await addresses(officer, "/inbox", /\/decide\//);
  await holds(officer, decide, "form");
  const auditor = await signedIn(browser, "auditor@causeway.example");
  await holds(auditor, "/audit", "list");
  const [audited = ""] = await addresses(auditor, "/audit", /^\/audit\/[0-9a-f-]{36}$/);
  for (const path of [audited, `${audited}?at=1`, "/audit/questions", "/audit/questions/unused-rights", "/audit/papers"]) await holds(auditor, path, "list");
  // Others open papers meanwhile, in which nothing has been found yet.
  const found: string[] = [];
  for (const paper of await addresses(auditor, "/audit/papers", /^\/audit\/papers\/[0-9a-f-]{36}$/)) {
    const [finding] = await addresses(auditor, paper, /^\/findings\//);
    if (finding) {
      found.push(paper, finding);
      break;
    }
  }
  expect(found).toHaveLength(2);
  for (const path of ["/audit/take-away", "/audit/papers/new?size=4&seed=harbour", ...found, "/break-glass", "/retention"]) await holds(auditor, path, "form");
});

/** Opens a page as a first visit, with nothing kept from before, and weighs every script that comes before it falls quiet. */
async function holds(page: Page, path: string, kind: keyof typeof budgets): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send("Network.setCacheDisabled", { cacheDisabled: true });
  const weights: Promise<number>[] = [];
  const weigh = (answer: Response) => {
    if (answer.request().resourceType() === "script") weights.push(answer.body().then((body) => gzipSync(body).length));
  };
  page.on("response", weigh);
  const answer = await page.goto(path, { waitUntil: "networkidle" });
  page.off("response", weigh);
  const kilobytes = (await Promise.all(weights)).reduce((sum, one) => sum + one, 0) / 1000;
  await browser.detach();
  console.log(`first load ${kind.padEnd(6)} ${kilobytes.toFixed(1).padStart(6)} KB of ${budgets[kind]} KB in ${weights.length} scripts  ${path}`);
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
