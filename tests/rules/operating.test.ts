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
