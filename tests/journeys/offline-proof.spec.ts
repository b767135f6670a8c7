import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "../support/journey.ts";
import { scratchFolder } from "../support/scratch.ts";
import { signedIn } from "../support/signed-in.ts";

const folder = scratchFolder();
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("an auditor takes a case away and proves it with the Python file, offline and against a seal they kept; a changed word is found", { tag: "@further" }, async ({ browser }) => {
  const auditor = await signedIn(browser, "auditor@causeway.example", "en", { scripts: false });

  // A seal to keep: its text, from the page that is open to everybody.
  await auditor.goto("/seals");
  const note = (await auditor.locator("main pre").first().textContent()) ?? "";
  const size = note.split("\n")[1] ?? "";
  writeFileSync(join(folder, "seal.txt"), note);

  await auditor.goto("/requests?status=closed");
  await auditor.locator('main a[href^="/requests/"]').first().click();
  await auditor.goto(auditor.url().replace("/requests/", "/audit/"));
  await expect(auditor.getByRole("heading", { name: "Take this record away" })).toBeVisible();
  const [program] = await Promise.all([auditor.waitForEvent("download"), auditor.getByRole("link", { name: /verify_record\.py/ }).click()]);
  await program.saveAs(join(folder, "verify_record.py"));
  await auditor.getByLabel("Events that your seal counts").fill(size);
  const [file] = await Promise.all([auditor.waitForEvent("download"), auditor.getByRole("button", { name: "Take the file for this seal" }).click()]);
  await file.saveAs(join(folder, "record.ndjson"));

  // No address of ours is known to it, and it asks for none.
  const verify = (...more: string[]) => spawnSync("python3", ["-I", join(folder, "verify_record.py"), join(folder, "record.ndjson"), ...more], { encoding: "utf8", env: { NODE_ENV: "test" } });
  const found = verify("--seal", join(folder, "seal.txt"), "--json");
  expect(found.stderr).toBe("");
  expect(JSON.parse(found.stdout)).toMatchObject({ ok: true, scope: "request", problems: [], kept: { size: Number(size) } });
  expect(execFileSync("python3", ["-I", join(folder, "verify_record.py"), join(folder, "record.ndjson")], { encoding: "utf8" })).toMatch(/events in 1 chains hold\.$/m);

  const text = readFileSync(join(folder, "record.ndjson"), "utf8");
  writeFileSync(join(folder, "record.ndjson"), text.replace('"type":"request.approved"', '"type":"request.rejected"'));
  const altered = verify();
  expect([altered.status, altered.stdout]).toEqual([1, expect.stringMatching(/^request:[0-9a-f-]+ \d+ content: altered$/m)]);

  // The same seal, given back to the page without a script.
  await auditor.goto("/seals");
  await auditor.getByLabel("Or its text").fill(`> ${note.replaceAll("\n", "\n> ")}`);
  await auditor.getByRole("button", { name: "Check this seal" }).click();
  await expect(auditor.getByText(/^Today’s log goes on from this seal/)).toBeVisible();
  await auditor.getByLabel("Or its text").fill(note.replace(`\n${size}\n`, `\n${Number(size) - 1}\n`));
  await auditor.getByRole("button", { name: "Check this seal" }).click();
  await expect(auditor.getByText(/its signature is not right/)).toBeVisible();
});
