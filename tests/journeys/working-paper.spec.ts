import { expect, test } from "../support/journey.ts";
import { signedIn } from "../support/signed-in.ts";
import { openWindow } from "../support/windows.ts";

/* Without JavaScript throughout: the draw, the sheet and the finding are plain forms. */
test("an auditor draws a sample, ticks its sheet and raises a finding, which waits for its reply", { tag: "@further" }, async ({ browser }) => {
  const page = await openWindow(browser, { scripts: false });
  const signIn = async (email: string) => {
    await page.goto("/sign-in");
    await page.locator('input[name="email"]').fill(email);
    await page.locator('input[name="password"]').fill("causeway-demonstration");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  };
  await signIn("auditor@causeway.example");
  await page.goto("/language?to=en&back=/audit/papers/new?type=request.submitted");
  // What cannot be read of a question is said as the search says it.
  await page.goto("/audit/papers/new?size=4&q=colour:red");
  await expect(page.locator("main")).toContainText("“colour:” is no field of a question.");
  await page.goto("/audit/papers/new?type=request.submitted&size=4&by=kind");
  await expect(page).toHaveURL(/seed=[0-9a-f]{32}/);
  const drawn = await page.locator("main table").innerText();
  await page.reload();
  expect(await page.locator("main table").innerText()).toBe(drawn);
  await page.locator('#make input[name="title"]').fill("Submissions");
  await page.locator('#make textarea[name="attributes"]').fill("Complete\nIn time");
  await page.getByRole("button", { name: "Open the working paper" }).click();
  await page.waitForURL(/\/audit\/papers\/[0-9a-f-]{36}$/);
  const paper = page.url();

  await expect(page.locator("#sheet tbody tr")).toHaveCount(4);
  await page.locator("#sheet select").first().selectOption("exception");
  await page.locator("#sheet textarea").first().fill("No list of lines");
  await page.getByRole("button", { name: "Save the sheet" }).click();
  await expect(page.locator("#sheet textarea").first()).toHaveValue("No list of lines");
  await page.goto(paper);
  await expect(page.locator("#sheet select").first()).toHaveValue("exception");

  await page.locator("#sheet").getByRole("link", { name: "Raise a finding" }).first().click();
  await page.locator('#raise textarea[name="text"]').fill("The list of lines is missing.");
  await page.locator('#raise input[name="replyBy"]').fill("2099-01-01");
  await page.getByRole("button", { name: "Raise the finding" }).click();
  // Nothing was ticked: the form says so and keeps what was typed.
  await expect(page.locator('#raise textarea[name="text"]')).toHaveValue("The list of lines is missing.");
  await page.locator('#raise input[name="events"]').first().check();
  await page.getByRole("button", { name: "Raise the finding" }).click();
  // A browser that is sent on keeps the fragment that it came with.
  await page.waitForURL(({ pathname }) => /^\/findings\/[0-9a-f-]{36}\/1$/.test(pathname));
  await expect(page.locator("main")).toContainText("Waits for a reply");
});

test("with scripts a sheet that was saved shows what was saved, twice over", { tag: "@further" }, async ({ browser }) => {
  const page = await signedIn(browser, "auditor@causeway.example", "en");
  await page.goto("/audit/papers/new?type=request.submitted&size=3");
  await page.locator('#make input[name="title"]').fill("Submissions, by hand");
  await page.locator('#make textarea[name="attributes"]').fill("Complete");
  await page.getByRole("button", { name: "Open the working paper" }).click();
  await page.waitForURL(/\/audit\/papers\/[0-9a-f-]{36}$/);
  const [marks, notes] = [page.locator("#sheet select"), page.locator("#sheet textarea")];
  for (const [at, result] of [[0, "passed"], [1, "exception"]] as const) {
    await marks.nth(at).selectOption(result);
    await notes.nth(at).fill(`Note ${at}`);
    await page.getByRole("button", { name: "Save the sheet" }).click();
    await expect(page.getByText(`Tested: ${at + 1} of 3`)).toBeVisible();
    // What stands there is what the next click sends.
    await expect(marks.nth(at)).toHaveValue(result);
    await expect(notes.nth(at)).toHaveValue(`Note ${at}`);
  }
  await expect(marks.first()).toHaveValue("passed");
});
