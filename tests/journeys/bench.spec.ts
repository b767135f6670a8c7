import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "@playwright/test";
import { causeway } from "../support/causeway.ts";

test("a bench that is interrupted while it starts, and again while it tidies up, leaves nothing behind", { tag: "@further" }, async () => {
  const before = leftovers();
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...environment } = process.env;
  const bench = spawn(process.execPath, ["cli/causeway.mjs", "bench"], { stdio: "ignore", detached: true, env: environment });
  const over = new Promise((resolve) => bench.once("close", resolve));
  await expect.poll(() => leftovers().length, { timeout: 30_000 }).toBe(before.length + 1);
  // As a terminal does: everybody in the group hears it, and whoever runs the bench passes it on.
  for (let times = 0; times < 3; times++) process.kill(-(bench.pid ?? 0), "SIGINT");
  expect(await over).toBe(130);
  expect(leftovers()).toEqual(before);
});

test("a bench touches no database but its own", { tag: "@further" }, async () => {
  for (const name of ["DATABASE_URL", "DATABASE_OWNER_URL"]) {
    const { code, out, err } = await causeway(["bench"], { [name]: "postgres://somebody@127.0.0.1:1/theirs" });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(`${name} is set: bench makes a database of its own`);
  }
});

function leftovers(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith("causeway-bench-"));
}
