import { type Browser, expect, type Page } from "@playwright/test";

export type PageLanguage = "en" | "zh-Hant" | "zh-Hans" | "pt";

/**
 * A page of somebody's own, signed in, in a language, with scripts or without. The form of the sign-in page is sent as a
 * browser without scripts sends it, and no page is drawn on the way; journeys that are about signing in type into it.
 */
export async function signedIn(browser: Browser, email: string, language: PageLanguage = "en", { scripts = true }: { readonly scripts?: boolean } = {}): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: scripts });
  // A connection that is kept open and falls idle may close just when something else is sent on it.
  const connection = "close";
  const shown = await context.request.get(`/language?to=${language}&back=/sign-in`, { headers: { connection } });
  const form = /<form(?:(?!<\/form>).)*name="password".*?<\/form>/s.exec(await shown.text())?.[0] ?? "";
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)].map(([, name = "", value = ""]) => [name, spelledOut(value)] as const);
  const sent = await context.request.post(shown.url(), { multipart: { ...Object.fromEntries(hidden), email, password }, headers: { origin: new URL(shown.url()).origin, connection }, maxRedirects: 0 });
  expect([sent.status(), sent.headers()["location"]], `${email} signs in`).toEqual([303, "/"]);
  return context.newPage();
}

/** Fills in the sign-in form that stands on the page, and sends it. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('main button[type="submit"]').first().click();
}

const password = "causeway-demonstration";

function spelledOut(html: string): string {
  return html.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
