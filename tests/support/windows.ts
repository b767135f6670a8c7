import type { Browser, Page } from "@playwright/test";

/*
 * Windows of the browser go from journey to journey: a new one costs a second of processor, and every page loads everything anew in it. One that is
 * handed on knows nothing of who had it. A journey that changes what no cleaning undoes closes its own.
 */

const lent = new Map<Page, boolean>();
const free = new Map<Page, boolean>();

/** An empty window in which nobody is signed in and no language was chosen, with scripts or without. */
export async function openWindow(browser: Browser, { scripts = true }: { readonly scripts?: boolean } = {}): Promise<Page> {
  for (const [page, has] of free) {
    if (has !== scripts || page.isClosed() || page.context().browser() !== browser) continue;
    free.delete(page);
    lent.set(page, scripts);
    return page;
  }
  const page = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage();
  lent.set(page, scripts);
  return page;
}

/** After a journey: what was lent is cleaned, what it opened besides is closed. */
export async function putWindowsAway(browser: Browser): Promise<void> {
  const own = [...lent].filter(([page]) => !page.isClosed());
  lent.clear();
  const kept = new Set([...own.map(([page]) => page), ...free.keys()].map((page) => page.context()));
  await Promise.all([...own.map(([page]) => clean(page)), ...browser.contexts().filter((context) => !kept.has(context)).map((context) => context.close())]);
  for (const [page, scripts] of own) free.set(page, scripts);
}

async function clean(page: Page): Promise<void> {
  const context = page.context();
  await Promise.all(context.pages().filter((other) => other !== page).map((other) => other.close()));
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.goto("about:blank");
  await context.clearCookies();
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize({ width: 1280, height: 720 });
}
