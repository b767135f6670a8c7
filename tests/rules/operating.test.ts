import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSettings, Settings } from "../../lib/server/settings.ts";

const rows = [...readFileSync("docs/operating.md", "utf8").matchAll(/^\| `([A-Z_]+)` \| (.+?) \| .+ \|$/gm)].map(([, name = "", value = ""]) => [name, value] as const);

test("the operator's page lists every setting, with its default", () => {
  const { PUBLIC_URL: _, ...defaults } = readSettings({});
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(Object.keys(Settings.in.shape).map((name) => [name, String((defaults as Record<string, unknown>)[name] ?? "–")])));
});

test("a wrong setting is named with its reason and without its value, all of them at once", () => {
  const wrong = { PORT: "0", DATABASE_URL: "postgres://app:secret%zz@db/causeway", SMTP_URL: "smtp:", TRUSTED_PROXIES: "-1" };
  expect(() => readSettings(wrong)).toThrow(/^PORT is .*; DATABASE_URL is .*; TRUSTED_PROXIES is .*; SMTP_URL is [^;]*$/);
  expect(() => readSettings(wrong)).not.toThrow(/secret/);
});

test.each([
  ["PORT", "many", "PORT is not a port number"],
  ["PORT", "0", "PORT is not a port number"],
  ["PORT", "1e3", "PORT is not a port number"],
  ["DATABASE_POOL", "0x10", "DATABASE_POOL is not a whole number between 1 and 500"],
  ["SMTP_URL", "mail.example.org", "SMTP_URL is not an address like smtp://"],
  ["DATABASE_URL", "postgres://app:100%zz@localhost/database", "DATABASE_URL is not an address like postgres://"],
  ["AUTH_SECRET", "short", "AUTH_SECRET is shorter than 32 characters"],
  ["PUBLIC_URL", "causeway", "PUBLIC_URL is not an address"],
  ["DATABASE_URL", "mysql://somebody@somewhere/database", "DATABASE_URL is not an address like postgres://"],
  ["DATABASE_OWNER_URL", "postgres://owner@localhost/database", "DATABASE_OWNER_URL is set, but DATABASE_URL is not"],
])("a wrong setting is refused: %s=%s", (name, value, line) => expect(() => readSettings({ [name]: value })).toThrow(line));
