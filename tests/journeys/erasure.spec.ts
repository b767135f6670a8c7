import { v7 as newId } from "uuid";
import { isAccepted } from "../../lib/server/answer.ts";
import { attachDocument } from "../../lib/server/documents.ts";
import { water } from "../../lib/server/demo/stories-sample.ts";
import { route } from "../../lib/server/demo/story-routes.ts";
import { expect, test } from "../support/journey.ts";
import { journeyWorld } from "../support/journey-world.ts";
import { signedIn } from "../support/signed-in.ts";

const [requester, office, auditor] = ["researcher@hkbu.example", "office@hkbu.example", "auditor@hkbu.example"];

test("a paper that should not be there is erased by a desk: not under a hold, and once it is lifted it is gone for everybody, and the history says so", { tag: "@further" }, async ({ browser }) => {
  const world = await journeyWorld();
  const id = await world.endorsed({ kind: "sample", title: "Seawater, with a list", facts: { ...water, ...route("hongkong", "shenzhen", "courier", "sz-bay") }, home: "hkbu", host: "szu", limit: { value: "24", unit: "tube" } });
  const attached = await attachDocument(await world.person(requester), id, { name: "Patients by name.txt", bytes: new TextEncoder().encode("A list."), paper: null, commandId: newId() });
  if (!isAccepted(attached) || !attached.document) throw new Error(JSON.stringify(attached));
  await world.stop();
  const [here, file] = [`/requests/${id}`, `/requests/${id}/documents/${attached.document.id}`];
  const [asks, desk, audits] = [await signedIn(browser, requester), await signedIn(browser, office), await signedIn(browser, auditor)];
  expect((await asks.request.get(file)).status()).toBe(200);

  // The desk has the page open when the hold is placed.
  const erase = async () => {
    await desk.getByText("Erase this paper").first().click();
    await desk.getByLabel("Under which rule").selectOption("hk-pdpo-dpp1");
    await desk.getByRole("button", { name: "Erase this paper" }).click();
  };
  await desk.goto(here);
  await audits.goto(here);
  await audits.getByText("Place a legal hold").first().click();
  await audits.getByLabel("Authority").fill("District Court, DCCJ 1/2026");
  await audits.getByLabel("Reason").last().fill("The samples are in dispute.");
  await audits.getByRole("button", { name: "Place a legal hold" }).click();
  await expect(audits.getByText("Nothing of the request is erased.")).toBeVisible();
  await erase();
  await expect(desk.locator("#errors")).toContainText("A legal hold keeps everything as it is.");
  expect((await asks.request.get(file)).status()).toBe(200);

  await audits.goto(here);
  await audits.getByText("Lift the hold").first().click();
  await audits.getByLabel("Reason").last().fill("It was settled.");
  await audits.getByRole("button", { name: "Lift the hold" }).click();
  await expect(audits.getByText("Nothing of the request is erased.")).toHaveCount(0);
  await desk.goto(here);
  await erase();
  await expect(desk.getByText(/^Erased on .* under Personal Data \(Privacy\) Ordinance/)).toBeVisible();

  for (const page of [asks, desk, audits]) expect((await page.request.get(file, { failOnStatusCode: false })).status()).toBe(410);
  await asks.goto(here);
  await expect(asks.getByRole("link", { name: "Patients by name.txt" })).toHaveCount(0);
  await expect(asks.getByText(/erased a paper \(Personal Data/).first()).toBeAttached();
  await expect(asks.locator("main").getByText("[erased]", { exact: true }).first()).toBeAttached();
  // What it was called is gone with it.
  expect(await (await asks.request.get(here)).text()).not.toContain("Patients by name");
});
