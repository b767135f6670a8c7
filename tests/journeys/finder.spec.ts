import type { Browser, Page } from "@playwright/test";
import { holdsForAxe } from "../support/axe.ts";
import { expect, test } from "../support/journey.ts";
import { openWindow } from "../support/windows.ts";

for (const { language, script } of [{ language: "en", script: true }, { language: "zh-Hant", script: false }] as const) {
  test(`anybody finds what a sample needs, in ${language}${script ? "" : " and without JavaScript"}`, { tag: script ? [] : "@further" }, async ({ browser }) => {
    const page = await visitor(browser, language, script);
    await page.goto("/finder");
    await page.locator("main form button").click();
    // Nothing was said yet: what is missing stands beside its field, and nothing else happened.
    await expect(page.locator("#errors")).toBeVisible();
    await page.locator('input[name="a.kind"][value="sample"]').check();
    if (script) {
      // A long list is shortened by a part of a name in any language, and Enter takes what is left.
      await page.getByRole("searchbox").first().fill("广州");
      await expect(page.locator('select[name="a.from.city"] option')).toHaveCount(2);
      await page.getByRole("searchbox").first().press("Enter");
      await expect(page.locator('select[name="a.from.city"]')).toHaveValue("guangzhou");
    } else await page.locator('select[name="a.from.city"]').selectOption("guangzhou");
    await page.locator('select[name="a.to.city"]').selectOption("hongkong");
    await page.locator('input[name="a.date"]').fill("2026-12-14");
    await page.locator("main form button").click();
    await settled(page);

    await choose(page, "sample.class", "human");
    await choose(page, "sample.human_origin_cn", "yes");
    await choose(page, "sample.hgr_material", "cell_containing");
    const approval = page.locator('article a[href="/rules/cn-hgr-export-approval"]');
    await expect(approval).toBeVisible();

    // Whatever is left can stay open: the questions end, and the address still holds the answer.
    for (let screens = 0; screens < 20 && (await page.locator("#question form").count()) > 0; screens++) await goOn(page);
    await expect(page.locator("#question form")).toHaveCount(0);
    // The same findings as a file.
    const href = await page.locator('a[href^="/finder/pdf?"]').getAttribute("href");
    const file = await page.request.get(href ?? "");
    expect([file.status(), file.headers()["content-type"], file.headers()["content-language"], (await file.body()).subarray(0, 8).toString("latin1")]).toEqual([200, "application/pdf", language, "%PDF-1.7"]);
    const again = await visitor(browser, language, script);
    await again.goto(page.url());
    await expect(again.locator('article a[href="/rules/cn-hgr-export-approval"]')).toBeVisible();

    // One answer changed, and the approval is ruled out by it.
    await page.locator('a[href*="change=sample.human_origin_cn"]').click();
    await page.locator('input[name="a.sample.human_origin_cn"][value="no"]').check();
    await goOn(page);
    await expect(approval).toHaveCount(0);
    await expect(page.locator('details a[href="/rules/cn-hgr-export-approval"]')).toHaveCount(1);
  });
}

test("the finder's answers begin a request", async ({ browser }) => {
  const page = await visitor(browser, "en", true);
  await page.goto("/finder?kind=sample&from.city=guangzhou&to.city=hongkong&mode=courier&sample.class=human&sample.quantity=12");
  await page.getByRole("link", { name: "Start a request with these answers" }).click();
  await page.locator('input[name="email"]').fill("researcher@smu.example");
  await page.locator('input[name="password"]').fill("causeway-demonstration");
  await page.locator('input[name="password"]').press("Enter");
  await page.waitForURL(/\/requests\/new/);
  await expect(page.locator('input[name="title"]')).toHaveValue("Sending samples from Guangzhou to Hong Kong");
  await page.getByRole("button", { name: "Begin the request" }).click();
  await page.waitForURL(/\/edit\//);
  await page.goto(page.url().replace(/edit\/.*/, "edit/material"));
  await expect(page.locator('[name="sample.class"][value="human"], select[name="sample.class"]').first()).toBeVisible();
  await expect(page.locator('[name="sample.class"]:checked, select[name="sample.class"]').first()).toHaveValue("human");
});

test("every answer that the finder took can be changed", { tag: "@further" }, async ({ browser }) => {
  const page = await visitor(browser, "en", false);
  const answers = { "from.city": "guangzhou", "to.city": "hongkong", mode: "courier", date: "2026-12-14", "transit.jurs": "MO", "sample.class": "human", "sample.human_origin_cn": "no", "sample.un": "UN3373", "sample.quantity": "12" };
  const address = `/finder?${new URLSearchParams({ kind: "sample", ...answers }).toString()}`;
  for (const fact of Object.keys(answers)) {
    await page.goto(`${address}&change=${fact}`);
    await expect(page.locator(`#question [name="a.${fact}"]`).first(), fact).toBeVisible();
  }
});

test("nonsense in the finder's address is left out, and what was typed wrong is explained", async ({ browser }) => {
  const page = await visitor(browser, "pt", true);
  for (const query of ["kind=wish", "kind=sample&from.city=atlantis&to.city=hongkong", `kind=sample&from.city=guangzhou&to.city=hongkong&sample.quantity=${"9".repeat(40)}`, "kind=sample&from.city=macao&to.city=macao&date=9999-12-31&skip=constructor&claim=%00&v.mode=teleport"]) {
    const response = await page.goto(`/finder?${query}`);
    expect(response?.status()).toBe(200);
  }
  await page.goto("/finder?kind=sample&from.city=guangzhou&to.city=hongkong&a.sample.quantity=muitos");
  await expect(page.locator("#errors")).toContainText("Quantos recipientes são?");
  await expect(page.locator('input[name="a.sample.quantity"]')).toHaveValue("muitos");
});

test("the finder and the rulebook pass axe, light and dark", async ({ browser }) => {
  const page = await openWindow(browser);
  for (const path of ["/finder", "/finder?kind=sample&from.city=shenzhen&to.city=hongkong&mode=courier&date=2026-12-14&sample.human_origin_cn=yes&v.date=2026-07-20", "/rules", "/rules/cn-hgr-export-approval", "/rules/changes"]) {
    await page.goto(path);
    await holdsForAxe(page, path);
  }
});

/** Goes on, leaving questions open, until this one is asked; answers it. */
async function choose(page: Page, fact: string, value: string): Promise<void> {
  const radio = page.locator(`input[name="a.${fact}"][value="${value}"]`);
  const select = page.locator(`select[name="a.${fact}"]`);
  for (let screens = 0; screens < 15 && (await radio.count()) + (await select.count()) === 0; screens++) await goOn(page);
  if ((await select.count()) > 0) await select.selectOption(value);
  else await radio.check();
  await goOn(page);
}

/** Sends the questions that stand there and waits for the next ones, or for none. */
async function goOn(page: Page): Promise<void> {
  const asked = () => page.locator('#question input[name="asked"]').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value).join());
  const before = await asked();
  await page.locator("#question form button").last().click();
  await expect(async () => {
    await settled(page);
    expect(await asked()).not.toBe(before);
  }).toPass({ timeout: 20_000 });
}

/** What was typed has become an address that every language reads alike, and its page stands there. */
async function settled(page: Page): Promise<void> {
  await page.waitForURL(({ searchParams }) => searchParams.has("kind") && ![...searchParams.keys()].some((name) => name === "asked" || name.startsWith("a.")));
  await expect(page.locator("#question")).toBeVisible();
}

async function visitor(browser: Browser, language: string, script: boolean): Promise<Page> {
  const page = await openWindow(browser, { scripts: script });
  await page.context().addCookies([{ name: "language", value: language, url: process.env.JOURNEY_URL ?? "http://localhost:3000" }]);
  return page;
}
