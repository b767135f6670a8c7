import type { Page } from "@playwright/test";
import { expect, test } from "../support/journey.ts";
import { signedIn } from "../support/signed-in.ts";
import { openWindow } from "../support/windows.ts";

type Language = "en" | "zh-Hant";

/** Words of the two languages that the journey presses. */
const words = {
  en: { next: "Save and go on", accept: "Accept the terms", submit: "Submit to both institutions", record: "Record how it stands", save: "Save", approve: /^Approve as /, more: "Return with questions", returned: "Returned", send: "Send it back to the desks", permit: "Permit", cross: "Record a crossing", begin: "Begin the request", yes: "Yes", no: "No", verify: "Verify the record", holds: /The chains hold/ },
  "zh-Hant": { next: "儲存並繼續", accept: "接受條款", submit: "提交予雙方機構", record: "登記進度", save: "儲存", approve: /^以.+身分批准$/, more: "附問題退回", returned: "已退回", send: "送回各部門", permit: "許可", cross: "登記過境", begin: "開始填寫", yes: "是", no: "否", verify: "核實紀錄", holds: /鏈完整/ },
} as const;

/** What the researcher answers, by fact; everything else stays open. */
const answers: Readonly<Record<string, string>> = {
  "from.city": "guangzhou", "to.city": "hongkong", mode: "courier", checkpoint: "hkia",
  "org.from.type": "university", "org.to.type": "university", "org.foreign_party": "yes", "project.purpose": "basic_research",
  "sample.class": "human", "sample.human_origin_cn": "yes", "sample.hgr_material": "cell_free_fluid", "sample.pathogen_cat_cn": "none", "sample.infectious_suspected": "yes",
  "sample.special_goods_cn": "yes", "sample.regulated_drug_device": "no", "sample.live_animal": "no", "sample.cites": "none", "sample.live_wild_origin": "no", "sample.biomaterial_level": "na",
  "sample.un": "UN3373", "sample.refrigerant": "dry_ice", "sample.quantity": "12",
};

test.describe.configure({ mode: "parallel" });

for (const { language, scripts } of [{ language: "en", scripts: true }, { language: "zh-Hant", scripts: false }] as const) {
  test(`a sample goes from a blank form to permit, movement and audit in ${language}${scripts ? "" : " and without scripts"}`, async ({ browser }) => {
    test.setTimeout(240_000);
    const say = words[language];
    const enter = (email: string) => signedIn(browser, email, language, { scripts });
    const requester = await enter("researcher@smu.example");
    const id = await fillIn(requester, language, scripts);

    // Before submission: what is due, the terms, then nothing stands in the way.
    for (const requirement of ["cn-ethics-review", "doc-mta"]) await record(requester, requirement, say.record, say.save);
    for (const box of await requester.locator('input[name="terms[]"]').all()) await box.check();
    await requester.getByRole("button", { name: say.accept }).click();
    await expect(requester.locator('input[name="terms[]"]')).toHaveCount(0);
    await requester.getByRole("button", { name: say.submit }).click();
    await requester.waitForURL(`**/requests/${id}`);

    // Each wrong person once: the requester, a stranger, an officer of another step.
    await refusedAt(requester, id, "endorsement", say.approve);
    await notFound(await enter("researcher@must.example"), `/requests/${id}`);
    await refusedAt(await enter("biosafety@hku.example"), id, "endorsement", say.approve);

    await approve(await enter("pi@smu.example"), id, "endorsement", say.approve);
    const ethics = await enter("ethics@smu.example");
    await ethics.goto(`/requests/${id}/decide/ethics`);
    await ethics.locator("summary", { hasText: say.more }).click();
    await ethics.locator('textarea[name="questions.0.text"]').fill("How many tubes?");
    await ethics.locator('select[name="questions.0.fact"]').selectOption("sample.quantity");
    await ethics.getByRole("button", { name: say.more }).click();
    await ethics.waitForURL(`**/requests/${id}`);

    await requester.goto(`/requests/${id}`);
    await requester.locator('textarea[name="answers.0.text"]').fill("Twelve.");
    await requester.getByRole("button", { name: say.send }).click();
    await expect(requester.locator('textarea[name="answers.0.text"]')).toHaveCount(0);

    for (const [email, step] of [["ethics@smu.example", "ethics"], ["biosafety@hku.example", "biosafety"], ["office@smu.example", "sign-off"], ["host@hku.example", "acceptance"]] as const) await approve(await enter(email), id, step, say.approve);

    await requester.goto(`/requests/${id}`);
    for (const requirement of ["cn-hgr-scope-determination", "cn-special-goods-permit", "hk-biological-import-599a", "int-un3373", "int-dry-ice"]) await record(requester, requirement, say.record, say.save);
    await requester.locator("summary", { hasText: say.cross }).click();
    await requester.locator('input[name="quantity.value"]').fill("5");
    await requester.getByRole("button", { name: say.cross }).click();
    const number = await requester.locator('a[href^="/permits/CWP-"]').first().innerText();

    // Anybody with the number can check it, signed out.
    const anybody = await openWindow(browser);
    await expect(async () => {
      await anybody.goto(`/permits/${number}`);
      await expect(anybody.getByText("7", { exact: true }).first()).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 20_000 });

    const auditor = await enter("auditor@causeway.example");
    await auditor.goto("/audit");
    await auditor.getByRole("button", { name: say.verify }).click();
    await expect(auditor.getByText(say.holds)).toBeVisible({ timeout: 30_000 });
    await auditor.goto(`/requests/${id}`);
    await expect(auditor.getByRole("heading", { level: 1 })).toBeVisible();
  });
}

test("a search or a page that makes no sense is an answer, never a failure", async ({ browser }) => {
  const auditor = await signedIn(browser, "auditor@causeway.example", "en");
  for (const path of ["/audit?from=yesterday", "/audit?cursor=%00", "/requests?q=%25%27%22%5C&status=nonsense", "/requests?cursor=1", "/requests?cursor=------------------------------------", "/requests/not-an-id", "/requests/00000000-0000-7000-8000-000000000000/decide/x", "/permits/CWP-0000", "/permits?number=hello"]) {
    const answer = await auditor.goto(path);
    expect([200, 404], path).toContain(answer?.status());
  }
});

/** From a blank form to the page where answers are checked. */
async function fillIn(page: Page, language: Language, scripts: boolean): Promise<string> {
  const say = words[language];
  await page.goto("/requests/new");
  await page.locator('[name="kind"][value="sample"]').check();
  await page.locator('input[name="title"]').fill(language === "en" ? "Serum for a journey" : "旅程血清");
  await page.getByRole("button", { name: say.begin }).click();
  await page.waitForURL("**/edit/**");
  const id = new URL(page.url()).pathname.split("/")[2] ?? "";
  for (let pages = 0; pages < 25; pages++) {
    const section = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    if (section === "check") return id;
    if (section === "papers") {
      await page.goto(`/requests/${id}/edit/check`);
      continue;
    }
    if (section === "people") {
      await page.locator('input[name="host"]').fill("hku");
      await page.locator('input[name="endorser"]').fill("pi@smu.example");
      await page.locator('input[name="window.from"]').fill(day(0));
      await page.locator('input[name="window.to"]').fill(day(60));
    } else await answer(page);
    // Saved by itself first, so that the version below only changes with the button.
    if (scripts) await savedByItself(page);
    const version = await page.locator('input[name="version"]').inputValue();
    await page.getByRole("button", { name: say.next }).click();
    // The next page, or this one again with the questions that an answer opened.
    await expect(page.locator(`input[name="version"][value="${version}"]`)).toHaveCount(0);
    await page.waitForLoadState();
  }
  throw new Error("the form has no end");
}

/** Whatever was touched on a page is saved without a button; a page on which nothing was answered has nothing to save. */
async function savedByItself(page: Page): Promise<void> {
  if ((await page.locator('#saved [role="status"]').innerText()) !== "") await expect(page.locator('#saved [role="status"]')).toHaveText(/\d\d:\d\d/);
}

async function answer(page: Page): Promise<void> {
  for (const [fact, value] of Object.entries({ ...answers, date: day(3) })) {
    const field = page.locator(`[name="${fact}"]`);
    if ((await field.count()) === 0) continue;
    const tag = await field.first().evaluate((element) => `${element.tagName} ${element.getAttribute("type") ?? ""}`.trim());
    if (tag.startsWith("SELECT")) await field.selectOption(value);
    else if (tag === "INPUT radio") await page.locator(`[name="${fact}"][value="${value}"]`).check();
    else await field.fill(value);
  }
}

async function record(page: Page, requirement: string, open: string, save: string): Promise<void> {
  const form = page.locator(`form:has(input[name="requirement"][value="${requirement}"])`);
  const details = page.locator(`details:has(input[name="requirement"][value="${requirement}"])`);
  await details.locator("summary", { hasText: open }).click();
  await form.locator('input[name="reference"]').fill("REF/2026/1");
  await form.getByRole("button", { name: save }).click();
  await expect(page.locator(`li[id="${requirement}"]`)).toContainText("REF/2026/1");
}

async function approve(officer: Page, id: string, step: string, button: RegExp): Promise<void> {
  await officer.goto(`/requests/${id}/decide/${step}`);
  await officer.getByRole("button", { name: button }).first().click();
  await officer.waitForURL(`**/requests/${id}`);
}

async function refusedAt(page: Page, id: string, step: string, approveButton: RegExp): Promise<void> {
  await page.goto(`/requests/${id}/decide/${step}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("button", { name: approveButton })).toHaveCount(0);
}

async function notFound(page: Page, path: string): Promise<void> {
  expect((await page.goto(path))?.status()).toBe(404);
}

function day(later: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + later * 86_400_000).toISOString().slice(0, 10);
}
