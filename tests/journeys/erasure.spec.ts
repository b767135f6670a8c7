import { expect, test } from "@playwright/test";
import { v7 as newId } from "uuid";
import { water } from "../../lib/server/demo/stories-sample.ts";
import { route } from "../../lib/server/demo/story-routes.ts";
import { attachDocument } from "../../lib/server/documents.ts";
import { journeyWorld } from "../support/journey-world.ts";
import { signedIn } from "../support/signed-in.ts";

/* What should not be there goes, and what an authority wants stays: without scripts, as anybody can. */

let world: Awaited<ReturnType<typeof journeyWorld>>;
test.beforeAll(async () => void (world = await journeyWorld()));
test.afterAll(() => world.stop());

test("a desk takes a paper away under a rule, its requester reads that it is gone, and a hold stops the administrator", { tag: "@further" }, async ({ browser }) => {
  const id = await world.endorsed({ kind: "sample", title: "Seawater", facts: { ...water, ...route("hongkong", "shenzhen", "courier", "sz-bay") }, home: "hkbu", host: "szu", limit: { value: "24", unit: "tube" } });
  const requester = await world.person("researcher@hkbu.example");
  await attachDocument(requester, id, { name: "patients.txt", bytes: new TextEncoder().encode("Names of patients."), paper: null, commandId: newId() });

  const office = await signedIn(browser, "office@hkbu.example", "en", { scripts: false });
  await office.goto(`/requests/${id}`);
  const form = office.locator("details", { hasText: "Erase this paper" }).last();
  await form.locator("summary").click();
  await form.getByLabel("Under which rule").selectOption("hk-pdpo-dpp1");
  await form.getByRole("button", { name: "Erase this paper" }).click();
  await expect(office.getByText(/^Erased on .* under .*DPP 1\(1\)/)).toBeVisible();
  await expect(office.getByText(/erased a paper/)).toBeVisible();

  const owner = await signedIn(browser, "researcher@hkbu.example", "zh-Hant", { scripts: false });
  await owner.goto(`/requests/${id}`);
  await expect(owner.getByRole("link", { name: "patients.txt" })).toHaveCount(0);
  await expect(owner.getByText(/^於.*刪除$/)).toBeVisible();

  const auditor = await signedIn(browser, "auditor@hkbu.example", "en", { scripts: false });
  await auditor.goto(`/requests/${id}`);
  const hold = auditor.locator("#retention details");
  await hold.locator("summary").click();
  await hold.getByLabel("Authority").fill("Court of First Instance");
  await hold.getByLabel("Reason").fill("Evidence.");
  await hold.getByRole("button", { name: "Place a legal hold" }).click();
  await expect(auditor.getByText(/A legal hold has stood since/)).toBeVisible();

  const { number } = await world.look("researcher@hkbu.example", id);
  const admin = await signedIn(browser, "admin@hkbu.example", "en", { scripts: false });
  await admin.goto("/retention");
  await expect(admin.locator("#holds").getByRole("link", { name: number })).toBeVisible();
  await admin.getByLabel("Number").fill(number);
  await admin.getByRole("button", { name: "Open" }).click();
  await expect(admin.getByRole("heading", { level: 1 })).toContainText(number);
  await expect(admin.getByText("Seawater")).toHaveCount(0);
  await admin.getByLabel("Under which rule").first().selectOption("hk-pdpo-26");
  await admin.getByRole("button", { name: "Erase all of it" }).click();
  await expect(admin.getByText(/A legal hold keeps everything as it is/).first()).toBeVisible();
});
