import type { Page } from "@playwright/test";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { fundsWorkflow } from "../../lib/workflow/funds.ts";
import { expect, test } from "../support/journey.ts";
import { signedIn } from "../support/signed-in.ts";

test("a new version of a workflow is proposed on a page, told what is wrong, and approved by a second person, without scripts", async ({ browser }) => {
  const pageOf = async (email: string): Promise<Page> => {
    const page = await signedIn(browser, email, "en", { scripts: false });
    await page.goto("/workflows");
    return page;
  };
  const author = await pageOf("policy@causeway.example");
  // Versions only go up, also when this runs again.
  const version = Math.floor(Date.now() / 2000);
  const [first, ...others] = fundsWorkflow.steps;
  const send = async (definition: unknown, from: string) => {
    await author.locator('textarea[name="definition"]').fill(JSON.stringify(definition));
    await author.locator('input[name="effectiveFrom"]').fill(from);
    await author.getByRole("button", { name: "Propose" }).click();
  };
  await send({ ...fundsWorkflow, version, steps: [{ ...first, needs: { join: "all", of: [others[0]?.id] } }, { ...others[0], needs: { join: "all", of: [first?.id] } }, ...others.slice(1)] }, addDays(dayOf(new Date()), -1));
  await expect(author.locator("main")).toContainText("waits for itself");
  await expect(author.locator("main")).toContainText("has passed");
  await expect(author.locator('textarea[name="definition"]')).toHaveValue(new RegExp(String(version)));

  await send({ ...fundsWorkflow, version, appeal: { workingDays: 30 } }, addDays(dayOf(new Date()), 60));
  await expect(author.locator("main")).toContainText("Waits for approval");
  await expect(author.locator("main")).toContainText("30 working days");
  await expect(author.getByRole("button", { name: "Approve and publish" })).toHaveCount(0);

  const second = await pageOf("policy@hetao.example");
  await second.goto(author.url());
  await second.locator('form:has(input[name="type"][value="approve"]) button').click();
  await expect(second.locator(`main a[href="/workflows/funds/${version}"]`)).toBeVisible();
});
