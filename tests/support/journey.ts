import { expect, type Page, test as base } from "@playwright/test";
import { putWindowsAway } from "./windows.ts";

export { expect };

/** A journey after which every window is closed or empty, so that the next one's browser has only its own to draw. */
export const test = base.extend<{ tidy: void }>({
  tidy: [
    async ({ browser }, use) => {
      await use();
      await putWindowsAway(browser);
    },
    { auto: true },
  ],
});

/** Records a requirement as granted by its form on a page, and waits until the page says so. Only the reference is filled in; the form's day is today. */
export async function recordGranted(page: Page, requirement: string): Promise<void> {
  const form = page.locator(`form:has(input[name="requirement"][value="${requirement}"]):has(input[name="reference"])`);
  await page.locator("details").filter({ has: form }).locator("summary").click();
  await form.locator('input[name="reference"]').fill("REF/2026/1");
  await form.locator("button").last().click();
  await expect(page.locator(`li[id="${requirement}"]`), requirement).toContainText("REF/2026/1");
}
