import { test as base } from "@playwright/test";

export { expect } from "@playwright/test";

/** A journey whose windows are closed after it, so that the next one's browser has only its own to draw. */
export const test = base.extend<{ closed: void }>({
  closed: [
    async ({ browser }, use) => {
      await use();
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
