import { test as base } from "@playwright/test";
import { putWindowsAway } from "./windows.ts";

export { expect } from "@playwright/test";

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
