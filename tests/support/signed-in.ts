import type { Browser, Page } from "@playwright/test";

export type PageLanguage = "en" | "zh-Hant" | "zh-Hans" | "pt";

/** A page of somebody's own, signed in, in a language. */
export async function signedIn(browser: Browser, email: string, language: PageLanguage = "en"): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`/language?to=${language}&back=/sign-in`);
  await signIn(page, email);
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return page;
}

/** Fills in the sign-in form that stands on the page, and sends it. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill("causeway-demonstration");
  await page.locator('main button[type="submit"]').first().click();
}
