import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { breaches, type Source } from "../support/architecture.ts";

test("every file keeps to the house plan", () => {
  const sources = ["app", "lib", "db", "cli"].flatMap(filesIn);
  expect(sources.length).toBeGreaterThan(50);
  expect(breaches(sources)).toEqual([]);
});

test.each<[string, string, string]>([
  ["lib/request/state.ts", 'import { sql } from "drizzle-orm";', "pure lib imports only"],
  ["lib/request/state.ts", 'import { asActor } from "../../db/client.ts";', "pure lib imports only"],
  ["lib/request/state.ts", 'import { settings } from "../server/settings.ts";', "pure lib imports only"],
  ["lib/permit/number.ts", 'import { createHash } from "node:crypto";', "pure lib imports only"],
  ["lib/calendar/day.ts", "const now = new Date();", "reads no clock"],
  ["db/queries/inbox.ts", 'import { execute } from "../../lib/server/execute.ts";', "db → lib"],
  ["app/page.tsx", 'import { append } from "@/db/log";', "app → lib/server, db/queries, lib"],
  ["app/page.tsx", 'export { append } from "../db/log";', "app → lib/server, db/queries, lib"],
  ["app/page.tsx", 'import { packs } from "@/lib/policy/registry";', "by the rules in force"],
  ["lib/server/keys.ts", 'import { Page } from "../../app/page.tsx";', "lib/server → db, lib"],
  ["lib/server/keys.ts", "await tx.insert(events).values(row);", "only db/log writes events"],
  ["db/queries/inbox.ts", "sql`update requests set status = 'draft'`", "only db/project writes read tables"],
  ["lib/server/keys.ts", "await tx.delete(requestAccess).where(one);", "only db/project writes read tables"],
  ["lib/server/keys.ts", 'import { append } from "../../db/log.ts";', "only lib/server/execute"],
  ["app/form.tsx", '"use client";\nimport { settings } from "@/lib/server/settings";', "client components import"],
  ["app/form.tsx", '"use client";\nimport postgres from "postgres";', "client components import"],
])("%s may not say %s", (path, text, sentence) => {
  expect(breaches([{ path, text }]).join()).toContain(sentence);
});

test("what a client component imports is held to the same as the component", () => {
  const form = { path: "app/form.tsx", text: '"use client";\nimport { part } from "./part";' };
  const part = { path: "app/part.tsx", text: 'import { listPeople } from "@/db/queries/people";' };
  const action = { ...part, text: `"use server";\n${part.text}` };
  expect(breaches([form, part]).join()).toContain("app/part.tsx imports db/queries/people: client components import");
  expect(breaches([form, action])).toEqual([]);
});

test.each<[string, string]>([
  ["lib/audit/chain.ts", 'import { createHash } from "node:crypto";\nimport { z } from "zod";'],
  ["lib/server/execute.ts", 'import { append } from "../../db/log.ts";\nimport { project } from "../../db/project.ts";'],
  ["lib/server/keys.ts", 'import { readTexts } from "../../db/log.ts";\nawait tx.insert(apiKeys).values(row); // insert into events\n'],
  ["db/log.ts", "await tx.insert(events).values(rows);"],
  ["app/page.tsx", 'import { listPeople } from "@/db/queries/people";\nimport { execute } from "@/lib/server/execute";'],
])("%s may say %s", (path, text) => {
  expect(breaches([{ path, text }])).toEqual([]);
});

function filesIn(folder: string): Source[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(tsx?|mjs)$/.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path, text: readFileSync(path, "utf8") }));
}
