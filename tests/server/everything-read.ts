import { inflateSync } from "node:zlib";
import type { PersonActor } from "../../lib/access/actor.ts";
import { calendarDays } from "../../db/queries/calendar-days.ts";
import { breakGlassOf } from "../../db/queries/break-glass.ts";
import { documentReadsOf, readsOfOwnPapers } from "../../db/queries/documents.ts";
import { inbox } from "../../db/queries/inbox.ts";
import { ownWork } from "../../db/queries/own-work.ts";
import { requestList } from "../../db/queries/request-list.ts";
import { requestEvents } from "../../db/queries/request-events.ts";
import { auditPage } from "../../db/queries/audit-search.ts";
import { personActor } from "../../lib/server/person.ts";
import { requestDetail } from "../../lib/server/request-detail.ts";
import { operations } from "@/app/api/v1/_edge/openapi";
import type { World } from "../db/demo-world.ts";
import { keyOf, routes } from "./api-world.ts";

/** One thing that somebody was given, as text, and where they got it. */
export type Given = { readonly where: string; readonly text: string };

/**
 * Everything that somebody can get of one request and of the lists it stands in: each operation of the API that reads (a new one is asked as well, by the
 * table that the OpenAPI document is printed from), and what pages, queues, calendars and papers to print are made of.
 */
export async function readAll(world: World, email: string, request: string): Promise<Given[]> {
  const actor = (await personActor(email)) as PersonActor;
  const parameters = await parametersOf(world, request);
  const key = await keyOf(email);
  const answers: Given[] = [];
  for (const name of Object.keys(operations).filter((one) => one.startsWith("GET "))) {
    const pattern = name.slice("GET ".length);
    const paths = pattern.includes("{document}") ? parameters.documents.map((document) => filled(pattern, { ...parameters.plain, document })) : [filled(pattern, parameters.plain)];
    for (const path of paths) answers.push({ where: name, text: await answerOf(name, path, key) });
  }
  const pages: readonly (readonly [string, Promise<unknown>])[] = [
    ["request page", requestDetail(actor, request)],
    ["history", requestEvents(actor, request, { limit: 500 })],
    ["readings", documentReadsOf(actor, request)],
    ["own papers", readsOfOwnPapers(actor)],
    ["break-glass", breakGlassOf(actor, request)],
    ["queue", inbox(actor, {})],
    ["list", requestList(actor, {})],
    ["home", ownWork(actor)],
    ["calendar", calendarDays(actor, null, "2026-01-01")],
    ["record", auditPage(actor, { terms: null, from: null, to: null })],
  ];
  for (const [where, page] of pages) answers.push({ where, text: textOf(await page) });
  return answers;
}

async function answerOf(name: string, path: string, key: string): Promise<string> {
  const route = routes[name];
  if (!route) throw new Error(`no route ${name}`);
  const url = new URL(path, "http://localhost:3000");
  const pattern = name.slice("GET ".length).split("/");
  const at = url.pathname.split("/");
  const parameters = Object.fromEntries(pattern.flatMap((part, index) => (part.startsWith("{") ? [[part.slice(1, -1), decodeURIComponent(at[index] ?? "")]] : [])));
  const answer = await route(new Request(url, { headers: { authorization: `Bearer ${key}` } }), { params: Promise.resolve(parameters) });
  const bytes = Buffer.from(await answer.arrayBuffer());
  return bytes.subarray(0, 4).toString("latin1") === "%PDF" ? unpacked(bytes) : bytes.toString("utf8");
}

function filled(pattern: string, parameters: Readonly<Record<string, string>>): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? "none"));
}

async function parametersOf(world: World, request: string) {
  const [row] = await world.owner<{ permit: string | null; dossier: string | null; kind: string; workflow: string; version: number }[]>`
    select (select number from permits p where p.request_id = r.request_id) as permit, (select dossier_id::text from dossier_requests d where d.request_id = r.request_id limit 1) as dossier, r.kind, r.workflow_id as workflow, r.workflow_version as version from requests r where r.request_id = ${request}`;
  const documents = await world.owner<{ id: string }[]>`select document_id as id from documents where request_id = ${request}`;
  const plain = { id: request, number: row?.permit ?? "CWP-0000-0000-0000", kind: "organisations", version: String(row?.version ?? 1), list: "revocation-1", organisation: "hku", quota: "none", year: "2026", code: "x" };
  return { plain, documents: documents.map(({ id }) => id) };
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (one instanceof Map ? [...one] : one instanceof Set ? [...one] : one)) ?? "";
}

/** The bytes of a PDF with its streams unpacked. */
function unpacked(file: Buffer): string {
  const text = file.toString("latin1");
  const parts = [text];
  for (const { 1: stream = "" } of text.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)) {
    try {
      parts.push(inflateSync(Buffer.from(stream, "latin1")).toString("utf8"));
    } catch {
      // Pictures and fonts are packed in other ways, and say nothing.
      parts.push(stream);
    }
  }
  return parts.join("\n");
}
