import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "@playwright/test";
import { holdsForAxe } from "../support/axe.ts";
import { expect, test } from "../support/journey.ts";
import { signedIn } from "../support/signed-in.ts";

test("an auditor takes away what they found, on a phone, and sees that the file is whole; without scripts it is a plain download", { tag: "@further" }, async ({ browser }) => {
  const page = await signedIn(browser, "auditor@hku.example");
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/audit");
  await page.getByRole("link", { name: "Take away as a file" }).click();
  await expect(page.getByRole("heading", { name: "Take away", level: 1 })).toBeVisible();
  await holdsForAxe(page, "take away");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const lines = (await taken(page, "Lines (NDJSON)")).trimEnd().split("\n");
  const { rows, withheld } = JSON.parse(lines.at(-1) ?? "") as { rows: number; withheld: number };
  expect(rows).toBe(lines.length - 1);
  await expect(page.getByRole("status").filter({ hasText: "The file is whole" })).toHaveText(`The file is whole. Rows: ${rows.toLocaleString("en")}. Not for you, and not in it: ${withheld.toLocaleString("en")}.`);
  await page.close();

  const plain = await signedIn(browser, "auditor@hku.example", "pt", { scripts: false });
  await plain.goto("/audit/take-away");
  const [table] = await Promise.all([plain.waitForEvent("download"), plain.getByRole("button", { name: "Exportar" }).click()]);
  expect(readFileSync(await table.path(), "utf8").split("\r\n").length).toBe(rows + 2);
  await plain.goto("/audit/take-away/file?format=pdf");
  await expect(plain.getByText("Escolha um destes formatos.")).toBeVisible();
});

test("a case goes out as one archive from its page", { tag: "@further" }, async ({ browser }) => {
  const page = await signedIn(browser, "auditor@causeway.example");
  await page.goto("/requests?status=permitted");
  const id = /[0-9a-f-]{36}/.exec((await page.locator('a[href^="/requests/0"]').first().getAttribute("href")) ?? "")?.[0];
  await page.goto(`/audit/${id}`);
  const [bundle] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Take the evidence away" }).click()]);
  const files = unzipSync(new Uint8Array(readFileSync(await bundle.path())));
  expect(Object.keys(files)).toEqual(expect.arrayContaining(["index.html", "SHA256SUMS", "verify_record.py"]));
  await page.setContent(strFromU8(files["index.html"] ?? new Uint8Array()));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Evidence: ");
});

async function taken(page: Page, form: string): Promise<string> {
  await page.getByLabel(form).check();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Take away" }).click()]);
  return readFileSync(await file.path(), "utf8");
}
