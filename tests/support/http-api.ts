import type { APIRequestContext, APIResponse } from "@playwright/test";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, unknown>> }>> }>>>> };
export type Sent = { readonly key?: string; readonly json?: unknown; readonly raw?: string | Buffer; readonly file?: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }; readonly fields?: Readonly<Record<string, string>>; readonly query?: Readonly<Record<string, string>>; readonly headers?: Readonly<Record<string, string>>; readonly language?: string };
// oxlint-disable-next-line typescript/no-explicit-any
export type Answered = { readonly status: number; readonly body: any; readonly headers: Readonly<Record<string, string>> };
export type Api = (operation: string, parts?: Readonly<Record<string, string>>, sent?: Sent) => Promise<Answered>;

/** Calls a running server's API and holds every answer, refusals too, to the schema that its own OpenAPI document gives for it. */
export async function apiOf(http: APIRequestContext): Promise<Api & { readonly operations: readonly string[] }> {
  const document = (await (await http.get("/api/v1/openapi.json")).json()) as Document;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document, "api");
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));

  function hold(operation: string, response: APIResponse, body: unknown): void {
    const [method = "", path = ""] = operation.split(" ");
    const promised = document.paths[path]?.[method.toLowerCase()]?.responses[String(response.status())];
    const type = (response.headers()["content-type"] ?? "").split(";")[0] ?? "";
    if (!promised) throw new Error(`${operation} answered ${response.status()}, which the document does not know`);
    if (promised.content["application/octet-stream"]) return;
    if (!promised.content[type]) throw new Error(`${operation} answered ${response.status()} as ${type}`);
    const at = ["paths", path, method.toLowerCase(), "responses", String(response.status()), "content", type, "schema"].map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/");
    const validate = ajv.getSchema(`api#/${at}`);
    if (!validate) throw new Error(`${operation} has no schema for ${response.status()}`);
    if (!validate(body)) throw new Error(`${operation} answered ${response.status()} unlike its schema: ${ajv.errorsText(validate.errors)}`);
  }

  const api: Api = async (operation, parts = {}, { key, json, raw, file, fields, query, headers, language } = {}) => {
    const [method = "", pattern = ""] = operation.split(" ");
    const path = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(named(parts, name, operation)));
    const response = await http.fetch(path, {
      method,
      headers: { ...(key && { authorization: `Bearer ${key}` }), ...(json !== undefined && { "content-type": "application/json" }), ...(language && { "accept-language": language }), ...headers },
      ...(query && { params: query }),
      ...(json === undefined ? {} : { data: JSON.stringify(json) }),
      ...(raw === undefined ? {} : { data: raw }),
      ...(file && { multipart: { file, ...fields } }),
    });
    const isJson = /json/.test(response.headers()["content-type"] ?? "");
    const body: unknown = isJson ? await response.json() : await response.body();
    hold(operation, response, body);
    return { status: response.status(), body, headers: response.headers() };
  };
  return Object.assign(api, { operations });
}

/** A part that is left out would ask for something else than the operation that is meant. */
function named(parts: Readonly<Record<string, string>>, name: string, operation: string): string {
  const value = parts[name];
  if (value === undefined) throw new Error(`${operation} was asked without its ${name}`);
  return value;
}
