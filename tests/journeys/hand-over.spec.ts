import type { Page } from "@playwright/test";
import { expect, test } from "../support/journey.ts";
import { signedIn } from "../support/signed-in.ts";

const phone = { width: 360, height: 740 };

test("a parcel is handed over between two people by the link in the code, and a crossing without network is sent later", { tag: "@further" }, async ({ browser }) => {
  const sender = await signedIn(browser, "researcher@hku.example");
  await sender.setViewportSize(phone);
  await sender.goto("/requests?q=Registered+IVD+controls");
  await sender.getByRole("link", { name: "Registered IVD controls made from human plasma" }).first().click();
  await sender.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
  const ledger = `${new URL(sender.url()).pathname}/ledger`;
  await sender.goto(ledger);
  await sender.locator("summary", { hasText: "Record a departure" }).click();
  await sender.locator('form:has(input[name="stage"][value="departed"]) input[name="quantity.value"]').fill("3");
  await sender.locator('form:has(input[name="stage"][value="departed"]) button').last().click();
  await sender.waitForURL(/#ledger$/);
  await sender.getByRole("link", { name: /^Hand over 3 / }).first().click();
  const link = await sender.getByRole("link", { name: "Link to send instead" }).getAttribute("href");
  expect(await widthOf(sender)).toBeLessThanOrEqual(phone.width);

  // Scanned by any camera, the link opens in the browser of somebody who could not see the request before.
  const receiver = await signedIn(browser, "pi@szu.example");
  await receiver.setViewportSize(phone);
  await receiver.goto(link ?? "");
  await receiver.getByRole("button", { name: "Take over, in good order" }).click();
  await expect(receiver.getByText(/^You have it since /)).toBeVisible();
  expect(await widthOf(receiver)).toBeLessThanOrEqual(phone.width);
  await sender.getByRole("link", { name: /^See if it was taken over/ }).click();
  await expect(sender.getByText(/took it over, /)).toBeVisible();

  // Without network: kept on the device, and sent by itself once it is back.
  await sender.goto(ledger);
  await sender.context().setOffline(true);
  await sender.getByRole("button", { name: /^Record 3 .* out$/ }).last().click();
  await expect(sender.getByText("No network: kept on this device.")).toBeVisible();
  await expect(sender.getByRole("heading", { name: "1 entry waits on this device" })).toBeVisible();
  await sender.context().setOffline(false);
  await expect(sender.getByRole("heading", { name: "1 entry waits on this device" })).toHaveCount(0, { timeout: 30_000 });
  await sender.goto(ledger);
  await expect(sender.getByText(/^3 .* crossed$/).first()).toBeVisible();
});

function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}
