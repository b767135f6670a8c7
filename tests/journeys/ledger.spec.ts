import type { Page } from "@playwright/test";
import { water } from "../../lib/server/demo/stories-sample.ts";
import { route } from "../../lib/server/demo/story-routes.ts";
import { holdsForAxe } from "../support/axe.ts";
import { expect, test } from "../support/journey.ts";
import { journeyWorld } from "../support/journey-world.ts";
import { signedIn } from "../support/signed-in.ts";
import { openWindow } from "../support/windows.ts";

const phone = { width: 360, height: 780 };

let world: Awaited<ReturnType<typeof journeyWorld>>;
test.beforeAll(async () => void (world = await journeyWorld()));
test.afterAll(() => world.stop());

test("a permit is printed and checked, three crossings are recorded on a phone, a difference is settled, a duty done, and the request closed", { tag: "@further" }, async ({ browser }) => {
  test.setTimeout(300_000);
  const id = await world.endorsed({ kind: "sample", title: "Seawater, one tube short", facts: { ...water, ...route("hongkong", "shenzhen", "courier", "sz-bay") }, home: "hkust", host: "szu", limit: { value: "24", unit: "tube" } });
  await world.give("office@hkust.example", id, { type: "approveWithConditions", step: "sign-off", conditions: [{ text: "Report what was found.", duty: { is: "report", count: 30, unit: "day", from: "permit" } }] });

  const host = await signedIn(browser, "host@szu.example");
  await host.goto(`/requests/${id}/decide/acceptance`);
  await host.getByRole("button", { name: /^Approve as / }).click();
  await expect(host.getByRole("button", { name: /^Approve as / })).toHaveCount(0);

  // Printed by its holder, and checked by anybody who reads the number.
  const requester = await signedIn(browser, "researcher@hkust.example");
  await requester.goto(`/requests/${id}`);
  const print = requester.getByRole("link", { name: /^Print it/ });
  // Kept rather than shown, so that what arrived can be looked into.
  await print.evaluate((link) => link.setAttribute("download", "permit.pdf"));
  const [paper] = await Promise.all([requester.waitForEvent("download"), print.click()]);
  const [start] = await (await paper.createReadStream()).take(1).toArray();
  expect(String(start).slice(0, 5)).toBe("%PDF-");
  const number = (await world.look("researcher@hkust.example", id)).permit?.number ?? "";
  const anybody = await openWindow(browser);
  await anybody.setViewportSize(phone);
  await anybody.goto(`/permits/${number}`);
  await expect(anybody.locator("main")).toContainText("Valid");

  // At the control point, on a phone: one that was announced, and two that were not.
  const officer = await signedIn(browser, "sz-bay@boundary.example");
  await officer.setViewportSize(phone);
  const ledger = `/requests/${id}/ledger`;
  await officer.goto(ledger);
  const departure = await opened(officer, "Record a departure");
  await departure.locator('[name="quantity.value"]').fill("0");
  await departure.getByRole("button").click();
  await expect(departure.locator('[name="quantity.value"]')).toHaveAttribute("aria-invalid", "true");
  await departure.locator('[name="quantity.value"]').fill("5");
  await departure.getByRole("button").click();
  await expect(officer.locator("#ledger")).toContainText("departed: 5 tubes");
  await officer.goto(ledger);
  await officer.getByRole("button", { name: "Record 5 tubes out" }).click();
  await expect(officer.locator("main")).toContainText("5 tubes moved");
  for (const [more, all] of [["2", 7], ["3", 10]] as const) {
    await officer.locator('[name="quantity.value"]').filter({ visible: true }).first().fill(more);
    await officer.getByRole("button", { name: "Record it out" }).click();
    await expect(officer.locator("main")).toContainText(`${all} tubes moved`);
  }
  await holdsForAxe(officer, "the ledger on a phone");

  // One of five is missing: whoever recorded that does not settle it.
  const arrival = await opened(officer, "Book in an arrival");
  const movement = arrival.locator('[name="movement"]');
  await movement.selectOption({ label: (await movement.locator("option", { hasText: "5 tubes" }).textContent()) ?? "" });
  await arrival.locator('[name="quantity.value"]').fill("4");
  await arrival.locator('[name="condition"]').fill("One tube is broken.");
  await arrival.getByRole("button").click();
  const differences = "#discrepancies";
  await expect(officer.locator(differences)).toContainText("4 tubes arrived; 5 tubes had left.");
  await expect(officer.locator(`${differences} summary`)).toHaveCount(0);

  const desk = await signedIn(browser, "office@hkust.example");
  await desk.setViewportSize(phone);
  await desk.goto(`/requests/${id}`);
  await desk.locator(`${differences} summary`).click();
  await desk.locator(`${differences} select[name="outcome"]`).selectOption("explained");
  await desk.locator(`${differences} textarea[name="reason"]`).fill("It broke in sorting and was destroyed.");
  await desk.locator(differences).getByRole("button", { name: "Settle" }).click();
  await expect(desk.locator(differences)).toContainText("It broke in sorting and was destroyed.");
  await expect(desk.locator(differences)).toContainText("all settled");

  // What was asked for is done, and nothing is left.
  await requester.goto(`/requests/${id}`);
  const duty = requester.locator("#obligations li", { hasText: "Report what was found." });
  await duty.locator("summary", { hasText: "Say that it is done" }).click();
  await duty.locator('[name="reference"]').fill("R/2026/7");
  await duty.getByRole("button", { name: "Say that it is done" }).click();
  await expect(duty).toContainText("R/2026/7");
  await requester.locator("summary", { hasText: "Close the request" }).click();
  await requester.getByRole("button", { name: "Close the request" }).click();
  await expect(requester.getByRole("heading", { level: 1 }).locator("..")).toContainText("Closed");
  expect((await world.look("researcher@hkust.example", id)).status).toBe("closed");
});

async function opened(page: Page, summary: string) {
  const folded = page.locator("details", { hasText: summary });
  await folded.locator("summary").click();
  return folded;
}
