import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { openWindow } from "./windows.ts";

export type PageLanguage = "en" | "zh-Hant" | "zh-Hans" | "pt";

/**
 * A window of somebody's own, signed in, in a language, with scripts or without. Whoever was signed in once before in this process comes back with
 * the same session, as another window of a browser would; journeys that are about signing in or about sessions type into the form.
 */
export async function signedIn(browser: Browser, email: string, language: PageLanguage = "en", how: { readonly scripts?: boolean } = {}): Promise<Page> {
  const page = await openWindow(browser, how);
  await page.context().addCookies([await sessionOf(email), { name: "language", value: language, url: server() }]);
  return page;
}

/** What a signed-in browser of somebody's sends with each request, for whoever asks by plain HTTP. */
export async function cookiesOf(email: string, language: PageLanguage = "en"): Promise<string> {
  const { name, value } = await sessionOf(email);
  return `${name}=${value}; language=${language}`;
}

/** Fills in the sign-in form that stands on the page, and sends it. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('main button[type="submit"]').first().click();
}

const password = "causeway-demonstration";

type Cookie = Parameters<BrowserContext["addCookies"]>[0][number];

const sessions = new Map<string, Promise<Cookie>>();

function sessionOf(email: string): Promise<Cookie> {
  const session = sessions.get(email) ?? begin(email);
  sessions.set(email, session);
  return session;
}

/**
 * The form of the sign-in page is sent as a browser without scripts sends it, and no page is drawn. By Node's own fetch: the browser tool's client
 * asks a name server for `localhost` at every connection.
 */
async function begin(email: string): Promise<Cookie> {
  const address = `${server()}/sign-in`;
  const shown = await (await fetch(address)).text();
  const form = /<form(?:(?!<\/form>).)*name="password".*?<\/form>/s.exec(shown)?.[0] ?? "";
  const body = new FormData();
  for (const [, name = "", value = ""] of form.matchAll(/<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g)) body.set(name, spelledOut(value));
  body.set("email", email);
  body.set("password", password);
  const sent = await fetch(address, { method: "POST", body, headers: { origin: server() }, redirect: "manual" });
  expect([sent.status, sent.headers.get("location")], `${email} signs in`).toEqual([303, "/"]);
  const [, value = ""] = sent.headers.getSetCookie().flatMap((cookie) => /^causeway=([^;]+)/.exec(cookie) ?? []);
  return { name: "causeway", value, url: server(), httpOnly: true, sameSite: "Lax" };
}

function server(): string {
  return new URL(process.env.JOURNEY_URL ?? "").origin;
}

function spelledOut(html: string): string {
  return html.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
