import { readdirSync, readFileSync } from "node:fs";
import { getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { factNames } from "../../../lib/kind/catalogue.ts";
import { movementFieldsOf } from "../../../lib/kind/movement-fields.ts";
import { kindDefinition } from "../../../lib/kind/registry.ts";
import { kinds } from "../../../lib/policy/pack.ts";

const page = readFileSync(new URL("../../../docs/privacy.md", import.meta.url), "utf8");
const [personal = "", neutral = ""] = page.split("## What says nothing of a person");
const namedIn = (text: string) => new Set([...text.matchAll(/`([^`\n]+)`/g)].map(([, name = ""]) => name));

test("every fact stands in docs/privacy.md: with a row of its own, or among those that say nothing of a person, and never in both", () => {
  const [rows, others] = [namedIn(personal), namedIn(neutral)];
  expect(factNames.filter((name) => rows.has(name) === others.has(name))).toEqual([]);
  expect(factNames.filter((name) => name.startsWith("person.") && !rows.has(name))).toEqual([]);
});

test("so does every cell of a line and every field of a movement", () => {
  const named = namedIn(page);
  const cells = kinds.flatMap((kind) => [...(kindDefinition(kind).lines?.cells ?? []), ...movementFieldsOf(kind).map(({ name }) => name)]);
  expect(cells.length).toBeGreaterThan(30);
  expect(cells.filter((name) => !named.has(name))).toEqual([]);
});

test("so does every table", async () => {
  const folder = new URL("../../../db/schema/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  const modules = await Promise.all(files.map((name) => import(new URL(name, folder).href) as Promise<Record<string, unknown>>));
  const tables = [...new Set(modules.flatMap((one) => Object.values(one)).flatMap((one) => (is(one, PgTable) ? [getTableName(one)] : [])))];
  expect(tables.length).toBeGreaterThan(40);
  expect(tables.filter((name) => !namedIn(page).has(name))).toEqual([]);
});
