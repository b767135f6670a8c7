import { expect, test } from "../support/journey.ts";
import { signedIn } from "../support/signed-in.ts";

test("a signed permit is checked on a phone without network, and a changed one is refused", { tag: "@further" }, async ({ browser }) => {
  const requester = await signedIn(browser, "researcher@hkust.example");
  await requester.goto("/requests?status=permitted");
  await requester.getByRole("link", { name: "Mouse fibroblast lines for a joint organoid bank" }).first().click();
  const link = requester.getByRole("link", { name: "Download the signed permit (.jwt)" });
  const token = await (await requester.request.get((await link.getAttribute("href")) ?? "")).text();
  await requester.close();

  const phone = await browser.newContext({ viewport: { width: 320, height: 640 } });
  const page = await phone.newPage();
  await page.goto("/permits/check");
  await expect(page.getByText("is kept on this device and works without network")).toBeVisible({ timeout: 60_000 });
  await phone.setOffline(true);
  await page.reload();
  await page.getByLabel("Or the file itself").setInputFiles({ name: "permit.jwt", mimeType: "application/vc+jwt", buffer: Buffer.from(token) });
  await expect(page.getByRole("heading", { name: "Valid", exact: true })).toBeVisible();
  await expect(page.getByText(/^Suspension, revocation and use as of /)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  const at = token.indexOf(".") + 40;
  await page.getByLabel("Signed permit").fill(`${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`);
  await page.getByRole("button", { name: "Check the signed permit" }).click();
  await expect(page.getByRole("heading", { name: "Not a permit of ours" })).toBeVisible();
  await expect(page.getByText("The signature does not hold")).toBeVisible();
});
