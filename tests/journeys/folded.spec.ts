import { journeyWorld } from "../support/journey-world.ts";
import { water } from "../../lib/server/demo/stories-sample.ts";
import { route } from "../../lib/server/demo/story-routes.ts";
import { expect, test } from "../support/journey.ts";
import { signedIn } from "../support/signed-in.ts";

/* Forms that stand folded away on a case, and how a queue is shown. */

let world: Awaited<ReturnType<typeof journeyWorld>>;
test.beforeAll(async () => void (world = await journeyWorld()));
test.afterAll(() => world.stop());

const seawater = (title: string) => world.endorsed({ kind: "sample", title, facts: { ...water, ...route("hongkong", "shenzhen", "courier", "sz-bay") }, home: "hkust", host: "szu", limit: { value: "24", unit: "tube" } });

for (const scripts of [false, true]) {
  test(`a folded form says at its question what is wrong, keeps what was typed, and does what it says ${scripts ? "with" : "without"} scripts`, { tag: "@further" }, async ({ browser }) => {
    const id = await seawater(`Seawater, more time ${scripts ? "with" : "without"} scripts`);
    const head = await signedIn(browser, "office@hkust.example", "en", { scripts });
    await head.goto(`/requests/${id}/decide/sign-off`);
    const assign = head.locator('form:has(input[name="type"][value="assign"])');
    await head.locator("summary", { hasText: "Assign it to an officer" }).click();
    await assign.locator('[name="to"]').fill("nobody@nowhere.example");
    await assign.locator('[name="reason"]').fill("On leave from Monday.");
    await assign.getByRole("button").click();
    await expect(assign.getByRole("alert")).toBeFocused();
    await expect(assign.getByRole("alert")).toContainText("There is no such person here.");
    await expect(assign.locator('[name="reason"]')).toHaveValue("On leave from Monday.");
    await assign.locator('[name="to"]').fill("office@hkust.example");
    await assign.getByRole("button").click();
    await expect(head.locator("#hands")).toContainText(`${(await world.person("office@hkust.example")).name} has had it since`);

    const extend = head.locator('form:has(input[name="type"][value="extend"])');
    await extend.locator('[name="workingDays"]').fill("two");
    await extend.getByRole("button").click();
    await expect(extend.getByRole("alert")).toContainText("Enter a whole number.");

    // Nothing was asked at all: that is said at the first question, to which the summary leads.
    const back = head.locator('form:has(input[name="type"][value="return"])');
    await head.locator("summary", { hasText: "Return with questions" }).click();
    await back.getByRole("button").click();
    await back.getByRole("alert").getByRole("link", { name: "Fill this in." }).click();
    await expect(back.locator('[name="questions.0.text"]')).toBeFocused();
    expect((await world.look("office@hkust.example", id)).status).toBe("in-review");
  });
}

test("X selects a row and C takes it, selected as it was; columns that somebody hides are hidden in another browser, too", { tag: "@further" }, async ({ browser }) => {
  const title = `Seawater, keys ${Date.now()}`;
  await seawater(title);
  const page = await signedIn(browser, "host@szu.example");
  await page.goto("/inbox");
  const row = page.getByRole("row").filter({ hasText: title });
  await row.getByRole("link").focus();
  await expect(async () => {
    await page.keyboard.press("x");
    await expect(row.getByRole("checkbox")).toBeChecked({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("c");
  await expect(row.getByRole("button", { name: "Give" })).toBeVisible();
  await expect(row.getByRole("link")).toBeFocused();
  // The queue was drawn anew meanwhile.
  await expect(row.getByRole("checkbox")).toBeChecked();

  const corridor = (of: typeof page) => of.getByRole("columnheader", { name: "Corridor" });
  await expect(corridor(page)).toBeVisible();
  await page.locator("summary", { hasText: "How this list is shown" }).click();
  await page.getByRole("checkbox", { name: "Corridor" }).uncheck();
  await page.getByRole("button", { name: "Keep" }).click();
  await expect(corridor(page)).toBeHidden();
  const elsewhere = await signedIn(browser, "host@szu.example");
  await elsewhere.goto("/inbox");
  await expect(elsewhere.getByRole("columnheader", { name: "Step" })).toBeVisible();
  await expect(corridor(elsewhere)).toBeHidden();
});

test("a crossing that was recorded counts on the page at once", { tag: "@further" }, async ({ browser }) => {
  const id = await seawater("Seawater, crossed");
  await world.give("office@hkust.example", id, { type: "approve", step: "sign-off" });
  await world.give("host@szu.example", id, { type: "approve", step: "acceptance" });
  const page = await signedIn(browser, "researcher@hkust.example");
  await page.goto(`/requests/${id}`);
  const permit = page.locator("#permit");
  await permit.locator("summary", { hasText: "Record a crossing" }).click();
  await permit.locator('[name="quantity.value"]').fill("5");
  await permit.getByRole("button", { name: "Record a crossing" }).click();
  await expect(permit).toContainText("5 tubes moved");
});
