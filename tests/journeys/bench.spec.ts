import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "@playwright/test";
import { causeway } from "../support/causeway.ts";

test("a bench in small measures everything, says nothing but JSON, and leaves nothing behind", { tag: "@further" }, async () => {
  test.setTimeout(1_500_000);
  const before = leftovers();
  const { code, out, err } = await causeway(["bench", "--requests", "150", "--seconds", "0.02"], {});
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const rows = out.trim().split("\n").map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(rows[0]).toMatchObject({ row: "load", requests: 150 });
  const measured = rows.filter(({ row }) => row === "api" || row === "statements" || row === "page" || row === "empty");
  for (const row of measured) {
    expect(row, JSON.stringify(row)).toMatchObject({ operation: expect.any(String), clients: expect.any(Number), failed: 0, perSecond: expect.any(Number), p50: expect.any(Number), p95: expect.any(Number), p99: expect.any(Number) });
    expect(row.operations, JSON.stringify(row)).toBeGreaterThan(0);
  }
  for (const clients of [1, 8, 32]) {
    const of = (kind: string) => new Set(measured.filter((one) => one.row === kind && one.clients === clients).map(({ operation }) => operation));
    for (const kind of ["api", "statements"]) expect([...of(kind)]).toEqual(expect.arrayContaining(["create", "submit", "decide", "inbox", "detail with history", "list with filters"]));
    expect([...of("page")]).toEqual(expect.arrayContaining(["home", "list", "request", "inbox", "decide", "audit", "permit check", "sign-in"]));
    expect([...of("empty")].toSorted()).toEqual(["empty page", "empty route"]);
  }
  for (const row of rows.filter(({ row }) => row === "api")) expect(row, JSON.stringify(row)).toMatchObject({ timesEmpty: expect.any(Number), timesStatements: expect.any(Number) });
  const questions = rows.filter(({ row }) => row === "question");
  expect(new Set(questions.map(({ clients }) => clients))).toEqual(new Set([1, 8, 32]));
  for (const row of questions) expect(row, JSON.stringify(row)).toMatchObject({ failed: 0, timesKeyed: expect.any(Number), timesKeyedAt95: expect.any(Number) });
  expect(rows.filter(({ row }) => row === "entries")).toEqual([expect.objectContaining({ operation: "submit", failed: 0 }), expect.objectContaining({ operation: "decide", failed: 0 })]);
  expect(rows.find(({ row }) => row === "ratios")).toBeDefined();
  expect(rows.at(-1)).toMatchObject({ row: "verify", ok: true, problems: [] });
  expect(leftovers()).toEqual(before);
});

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
