import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";

/* Runs when all else has: what it uses up is counted for the address that every journey comes from. The many tries at once go by Node's own fetch: the browser
   tool's client looks up `localhost` anew for each, in both families, and a name server that doesn't answer holds every one of them for five seconds and more. */

test("too many tries at one account, one link and one permit wait, and say how long", async ({ baseURL, browser }) => {
  const tries = await Promise.all(Array.from({ length: 130 }, (_, at) => fetch(`${baseURL}/api/v1/permits/CWP-0000-0000-${1000 + at}`, { headers: { "accept-language": "pt" } })));
  const late = tries.filter((answer) => answer.status === 429);
  expect(tries.map((answer) => answer.status).filter((status) => status !== 404 && status !== 429)).toEqual([]);
  for (const answer of late) expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
  const page = await (await browser.newContext()).newPage();
  const nobody = `nobody-${randomUUID()}@hku.example`;
  await page.goto("/sign-in");
  let sent = 0;
  page.on("request", (one) => {
    if (one.method() === "POST") sent++;
  });
  await expect(async () => {
    await page.locator('input[name="email"]').fill(nobody);
    await page.locator('input[name="password"]').fill("wrong, and wrong again");
    await Promise.all([page.waitForResponse((answer) => answer.request().method() === "POST"), page.locator('main button[type="submit"]').first().click()]);
    await expect(page.locator("main")).toContainText(/\d{1,2}:\d{2}/, { timeout: 500 });
  }).toPass({ intervals: [0], timeout: 60_000 });
  expect(sent).toBe(11);
});
