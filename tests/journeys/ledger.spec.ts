import type { Page } from "@playwright/test";
import { holdsForAxe } from "../support/axe.ts";
import { expect, test } from "../support/journey.ts";
import { signedIn } from "../support/signed-in.ts";

test("an officer at the boundary records crossings on a phone in two taps, and what arrives short waits for a desk", { tag: "@further" }, async ({ browser }) => {
  test.setTimeout(240_000);
  // Whichever control point of the demonstration has something that may cross.
  const officer = await openLedger(await Promise.all(["hkia", "sz-bay", "hengqin", "futian-lmcsl", "huanggang-lmc", "hzmb-macao"].map(async (point) => signedIn(browser, `${point}@boundary.example`))));
  const request = officer.url().replace(/\/ledger$/, "");
  await officer.setViewportSize({ width: 390, height: 844 });
  const left = officer.locator("main").getByText(/ left$/).first();
  const before = Number.parseInt(await left.innerText(), 10);
  for (const crossed of [1, 2, 3]) {
    await officer.locator('section:has(h2:text-is("Crossing now")) input[name="quantity.value"]').fill("1");
    await officer.getByRole("button", { name: "Record it out" }).click();
    await expect(left).toHaveText(new RegExp(`^${before - crossed} `));
  }
  await holdsForAxe(officer, "the ledger on a phone");

  const departure = officer.locator("details", { hasText: "Record a departure" });
  await departure.locator("summary").click();
  await departure.locator('input[name="quantity.value"]').fill("0");
  await departure.getByRole("button").click();
  await expect(departure.getByRole("alert").first()).toContainText("more than zero");
  await departure.locator('input[name="quantity.value"]').fill("2");
  await departure.getByRole("button").click();
  await officer.waitForURL(`${request}#ledger`);
  await officer.goto(`${request}/ledger`);
  await officer.getByRole("button", { name: /^Record 2 .* out$/ }).click();
  await expect(left).toHaveText(new RegExp(`^${before - 5} `));

  const arrival = officer.locator("details", { hasText: "Book in an arrival" });
  await arrival.locator("summary").click();
  await arrival.locator('input[name="quantity.value"]').fill("1");
  await arrival.getByRole("button").click();
  await officer.waitForURL(`${request}#ledger`);
  await expect(officer.locator("#discrepancies")).toContainText("open since");
});

/** The first of the pages on whose home a permit stands under which something may cross now, there. */
async function openLedger(pages: readonly Page[]): Promise<Page> {
  for (const page of pages) {
    await page.goto("/");
    const links = await page.locator('a[href$="/ledger"]').evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    for (const link of links) {
      await page.goto(link);
      if ((await page.getByRole("button", { name: "Record it out" }).count()) > 0) return page;
    }
  }
  throw new Error("nothing may cross anywhere");
}
