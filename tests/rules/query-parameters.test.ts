import { expect, test } from "vitest";
import { z } from "zod";
import { ConsistencyAsked, ProofAsked } from "../../app/api/v1/_edge/log-shapes.ts";
import { readQuery } from "../../app/api/v1/_edge/malformed.ts";
import { type Language, languages } from "../../lib/language.ts";

/* What a route says of the query of its address. */

async function said(schema: z.ZodType, query: string, language: Language = "en"): Promise<string> {
  const read = readQuery(new Request(`http://localhost/api/v1/log/proof${query}`), schema, language);
  return read instanceof Response ? ((await read.json()) as { detail: string }).detail : JSON.stringify(read.data);
}

test("a parameter that is missing or empty is said to be, by its name, with what it should be", async () => {
  expect(await said(ProofAsked, "")).toBe("The parameter event is missing: expected the name of an event, which is its stream, a slash and its number; or its hash, 64 hexadecimal digits.");
  expect(await said(ProofAsked, "?event=")).toBe("The parameter event is empty: expected the name of an event, which is its stream, a slash and its number; or its hash, 64 hexadecimal digits.");
  expect(await said(ProofAsked, "?event=x")).toBe("event could not be read: expected the name of an event, which is its stream, a slash and its number; or its hash, 64 hexadecimal digits.");
  expect(await said(ConsistencyAsked, "?from=1&to=")).toBe("The parameter to is empty: expected the size of a log: a whole number without leading zeros.");
  expect(await said(z.strictObject({ format: z.enum(["csv", "xlsx"]) }), "")).toBe("The parameter format is missing: expected one of csv | xlsx.");
  expect(await said(z.strictObject({ seq: z.string().max(40) }), "")).toBe("The parameter seq is missing: expected text.");
});

test("every parameter that is missing is named, in the reader's language, and one that may be left out is not", async () => {
  const Both = z.strictObject({ from: z.string().min(1), to: z.string().min(1), limit: z.string().optional() });
  expect(await said(Both, "")).toBe("The parameter from is missing: expected one character at least. The parameter to is missing: expected one character at least.");
  const all = await Promise.all(languages.map((language) => said(ProofAsked, "", language)));
  expect(all.every((words) => words.includes("event"))).toBe(true);
  expect(all.slice(1)).toMatchObject([expect.stringMatching(/^欠缺參數event：/u), expect.stringMatching(/^缺少参数event：/u), expect.stringMatching(/^Falta o parâmetro event: /u)]);
});
