import { fillIn, isAt, press } from "../support/by-keyboard.ts";
import { expect, test } from "../support/journey.ts";
import { signedIn } from "../support/signed-in.ts";

/* An auditor's forms by keyboard alone, filled in wrongly first: what was typed stays, what is wrong stands beside its field, and the focus is led there. */

test.describe.configure({ mode: "parallel" });

test("a sheet whose note is too long leads to that note, keeps all that was typed, and is saved once it is shorter", { tag: "@further" }, async ({ browser }) => {
  const page = await signedIn(browser, "auditor@causeway.example");
  const button = (name: string) => page.getByRole("main").getByRole("button", { name, exact: true });
  await page.goto("/audit/papers/new?type=request.submitted&size=2&seed=harbour");
  await fillIn(page, { title: "By keyboard", attributes: "Complete" }, button("Open the working paper"));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/audit\/papers\/[0-9a-f-]{36}$/);
  const [mark, note] = [page.locator("#sheet select").nth(1), page.locator("#sheet textarea").nth(1)];
  await fillIn(page, { [(await mark.getAttribute("name")) ?? ""]: "passed" }, note);
  await page.keyboard.insertText("y".repeat(2001));
  await press(page, button("Save the sheet"));
  await isAt(page, page.getByRole("alert"));
  await press(page, page.getByRole("alert").getByRole("link", { name: "This is too long. Shorten it." }));
  await isAt(page, note);
  await expect(note).toHaveAccessibleDescription(/This is too long/);
  await expect(note).toHaveValue("y".repeat(2001));
  await expect(mark).toHaveValue("passed");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Seen");
  await press(page, button("Save the sheet"));
  await expect(page.getByText("Tested: 1 of 2")).toBeVisible();
  await isAt(page, page.locator("#cases"));
  await expect(page.locator("#sheet").getByRole("link", { name: /^Raise a finding: CW-/ })).toHaveCount(2);
});

test("access by break-glass says at once all that stands against it", { tag: "@further" }, async ({ browser }) => {
  const page = await signedIn(browser, "admin@causeway.example");
  const open = page.getByRole("main").getByRole("button", { name: "Open a request" });
  await page.goto("/break-glass");
  await fillIn(page, { reason: "In a hurry" }, open);
  await page.keyboard.press("Enter");
  const summary = page.locator("#errors");
  await isAt(page, summary);
  await expect(summary).toContainText("2 answers need another look");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await isAt(page, page.getByLabel("Number of the request"));
  await page.keyboard.type("CW-0000-0000-00");
  await press(page, open);
  await expect(summary).toContainText("No submitted request has this number.");
  await expect(page.getByRole("textbox", { name: "Reason" })).toHaveValue("In a hurry");
});
