import { expect, test } from "@playwright/test";

type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, unknown>> }>>>> };

test("every operation of the OpenAPI document is there over HTTP, and answers a stranger as the document says", async ({ request }) => {
  const document = (await (await request.get("/api/v1/openapi.json")).json()) as Document;
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, { responses }]) => ({ path, method, responses })));
  expect(operations.length).toBeGreaterThan(8);
  for (const { path, method, responses } of operations) {
    const address = path.replaceAll(/\{\w+\}/g, "019a0000-0000-7000-8000-000000000000");
    const answer = await request.fetch(address, { method, ...(method === "post" && { data: {} }) });
    expect(Object.keys(responses), `${method} ${path}: ${answer.status()}`).toContain(String(answer.status()));
    expect(answer.status(), `${method} ${path}`).toBeLessThan(500);
  }
});

test("an address that is no operation is not found", async ({ request }) => {
  expect((await request.get("/api/v1/nothing")).status()).toBe(404);
});
