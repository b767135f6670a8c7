import type { Page } from "@playwright/test";
import { expect, test } from "../support/journey.ts";
import { signedIn } from "../support/signed-in.ts";

/* The file comes from the server as it is; only its way is made slow, so that each step can be looked at. */

test("a file on its way shows how far it has come, can be stopped, and says what became of it", { tag: "@further" }, async ({ browser }) => {
  const page = await signedIn(browser, "auditor@causeway.example", "en");
  await page.addInitScript(slowFiles);
  // What others do meanwhile is of today.
  await page.goto(`/audit/take-away?to=${new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10)}`);
  const bar = page.getByRole("progressbar");
  const said = page.locator("main form").getByRole("status");
  const all = Number(await take(page).then(() => bar.getAttribute("max")));
  expect(all).toBeGreaterThan(1_800);

  const seen = [];
  for (const share of [0.2, 0.5, 0.8]) {
    await letThrough(page, share);
    const before = seen.at(-1) ?? 0;
    await expect.poll(() => valueOf(page)).toBeGreaterThan(before);
    seen.push(await valueOf(page));
    await expect(page.getByText(`${seen.at(-1)?.toLocaleString("en")} of ${all.toLocaleString("en")}`, { exact: true })).toBeVisible();
  }
  expect(seen.at(-1)).toBeLessThanOrEqual(all);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(said).toHaveText("Stopped. Nothing was kept.");
  await expect(bar).toHaveCount(0);

  await take(page);
  await letThrough(page, 0.4);
  await page.evaluate("breakOff()");
  await expect(said).toHaveText("The file broke off and was not kept. Take it away again.");

  const download = page.waitForEvent("download");
  await take(page);
  await letThrough(page, 0.99);
  await expect.poll(() => valueOf(page)).toBe(all);
  await expect(said).toHaveText("All of it is in; the file is being finished.");
  await letThrough(page, 1);
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  await expect(said).toContainText("The file is whole.");

  await page.context().clearCookies();
  await page.getByRole("button", { name: "Take away" }).click();
  await expect(said).toContainText("You are signed out, or may not read all of this any more. Nothing was kept.");
});

async function take(page: Page): Promise<void> {
  await page.evaluate("delete window.pass");
  await page.getByRole("button", { name: "Take away" }).click();
  await expect.poll(() => page.evaluate("typeof pass")).toBe("function");
  await expect(page.getByRole("progressbar")).toBeVisible();
}

/** Lets so much of the file through as is this share of it. */
function letThrough(page: Page, share: number): Promise<void> {
  return page.evaluate(`pass(${share})`);
}

async function valueOf(page: Page): Promise<number> {
  return Number(await page.getByRole("progressbar").getAttribute("value"));
}

function slowFiles(): void {
  const quick = window.fetch;
  window.fetch = async (...given) => {
    const answer = await quick(...given);
    if (!String(given[0]).includes("framed=1") || answer.redirected) return answer;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    let at = 0;
    const body = new ReadableStream<Uint8Array>({
      start(way) {
        const fail = () => way.error(new DOMException("", "AbortError"));
        given[1]?.signal?.addEventListener("abort", fail);
        Object.assign(window, {
          breakOff: fail,
          pass: (share: number) => {
            const to = Math.floor(bytes.length * share);
            way.enqueue(bytes.slice(at, to));
            at = to;
            if (share === 1) way.close();
          },
        });
      },
    });
    return new Response(body, { status: answer.status, headers: answer.headers });
  };
}
