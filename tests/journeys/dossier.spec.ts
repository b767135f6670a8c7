import type { Page } from "@playwright/test";
import { expect, test } from "../support/journey.ts";
import { openWindow } from "../support/windows.ts";

/* Without JavaScript throughout: every act is a plain form. */
test("what the finder proposes is started together in one dossier, waits, and is met", { tag: "@further" }, async ({ browser }) => {
  const page = await openWindow(browser, { scripts: false });
  await page.goto("/finder?kind=sample&from.city=guangzhou&to.city=hongkong&mode=hand_carried&checkpoint=futian-lmcsl&sample.class=cell_line&sample.human_origin_cn=no&sample.accompanying_data=yes");
  const panel = page.locator("#together");
  await expect(panel.locator("input[type=checkbox]:checked")).toHaveCount(2);
  await expect(panel).toContainText("whoever carries it crosses too");
  await panel.getByRole("button", { name: "Start these together" }).click();

  await page.locator('input[name="email"]').fill("researcher@sysu.example");
  await page.locator('input[name="password"]').fill("causeway-demonstration");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/\/dossiers\/new\?/);
  // Signed in, it speaks the person's own language.
  const { pathname, search } = new URL(page.url());
  await page.goto(`/language?${new URLSearchParams({ to: "en", back: `${pathname}${search}` }).toString()}`);
  await expect(page.locator("input[type=checkbox]:checked")).toHaveCount(2);
  await page.locator('input[name="title"]').fill("Organoid bank");
  const id = await page.locator('input[name="id"]').inputValue();
  await page.getByRole("button", { name: "Begin the drafts" }).click();
  await page.waitForURL(new RegExp(`/dossiers/${id}$`));

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Organoid bank");
  await expect(page.locator("main")).toContainText(/Sample CW-\S+ waits until Carrier CW-\S+ has its permit\./);
  await expect(row(page, "Carrier")).toContainText("Guangzhou");
  await expect(row(page, "Data")).toContainText("Draft");

  // One that was submitted long since, and something that waits for that: met as soon as it is said. Drafts stand before what was submitted.
  await change(page, "Link a request", async (within) => {
    await within.locator('select[name="request"]').selectOption(await within.locator('select[name="request"] option').last().getAttribute("value"));
    await within.locator('select[name="role"]').selectOption("related");
  });
  await expect(row(page, "Related")).not.toContainText("Draft");
  await change(page, "Let one wait for another", async (within) => {
    const choose = async (name: string, label: string) => within.locator(`select[name="${name}"]`).selectOption(await within.locator(`select[name="${name}"] option`, { hasText: label }).first().getAttribute("value"));
    await choose("waiting", "Carrier");
    await choose("awaits", "Related");
    await within.locator('select[name="until"]').selectOption("submitted");
    await within.locator('textarea[name="reason"]').fill("The lines come first.");
  });
  await expect(page.locator("li", { hasText: "Why: The lines come first." })).toContainText("Met");

  // A circle is refused in words, and what was typed is kept.
  await change(page, "Let one wait for another", async (within) => {
    for (const [name, label] of [["waiting", "Carrier"], ["awaits", "Sample"]] as const) await within.locator(`select[name="${name}"]`).selectOption(await within.locator(`select[name="${name}"] option`, { hasText: label }).first().getAttribute("value"));
    await within.locator('textarea[name="reason"]').fill("Round and round.");
  });
  await expect(page.locator("main")).toContainText("wait for each other in a circle");
  await expect(page.locator("textarea", { hasText: "Round and round." })).toHaveCount(1);

  // The draft says so too.
  await page.goto(`/dossiers/${id}`);
  await row(page, "Sample").getByRole("link").click();
  await expect(page.locator("#dossier")).toContainText("has its permit");
});

/** A linked request by its role. */
function row(page: Page, role: string) {
  return page.locator("main li", { has: page.locator(`span:text-is("${role}")`) }).first();
}

async function change(page: Page, title: string, fill: (within: ReturnType<Page["locator"]>) => Promise<void>): Promise<void> {
  const within = page.locator("details", { hasText: title }).last();
  await within.locator("summary").click();
  await fill(within);
  await within.getByRole("button", { name: title }).click();
}
