import { v7 as newId } from "uuid";
import { expect } from "vitest";
import { GET as document } from "@/app/api/v1/requests/[id]/documents/[document]/route";
import { GET as documents, POST as attach } from "@/app/api/v1/requests/[id]/documents/route";
import { POST as command } from "@/app/api/v1/requests/[id]/commands/route";
import { GET as events } from "@/app/api/v1/requests/[id]/events/route";
import { GET as detail } from "@/app/api/v1/requests/[id]/route";
import { GET as list, POST as create } from "@/app/api/v1/requests/route";
import { POST as requirements } from "@/app/api/v1/requirements/route";
import { POST as dossierCommand } from "@/app/api/v1/dossiers/[id]/commands/route";
import { GET as dossierHistory } from "@/app/api/v1/dossiers/[id]/events/route";
import { GET as dossier } from "@/app/api/v1/dossiers/[id]/route";
import { GET as dossiers, POST as startDossier } from "@/app/api/v1/dossiers/route";
import { GET as requestAt } from "@/app/api/v1/requests/[id]/at/route";
import { GET as requestDifference } from "@/app/api/v1/requests/[id]/difference/route";
import { GET as auditEvents } from "@/app/api/v1/audit/events/route";
import { GET as exportEvents } from "@/app/api/v1/audit/export/route";
import { GET as bundle } from "@/app/api/v1/requests/[id]/bundle/route";
import { GET as paperBundle } from "@/app/api/v1/audit/papers/[id]/bundle/route";
import { GET as queue } from "@/app/api/v1/inbox/route";
import { POST as decideMany } from "@/app/api/v1/inbox/decisions/route";
import { GET as standIns, POST as setStandIn } from "@/app/api/v1/stand-ins/route";
import { POST as endStandIn } from "@/app/api/v1/stand-ins/[id]/end/route";
import { GET as glass, POST as breakGlass } from "@/app/api/v1/break-glass/route";
import { POST as mendGlass } from "@/app/api/v1/break-glass/[id]/end/route";
import { GET as reads } from "@/app/api/v1/requests/[id]/reads/route";
import { GET as calendarLinks, POST as makeCalendarLink } from "@/app/api/v1/calendar-links/route";
import { POST as endCalendarLink } from "@/app/api/v1/calendar-links/[id]/end/route";
import { GET as askedFindings } from "@/app/api/v1/audit/findings/route";
import { POST as onPaper } from "@/app/api/v1/audit/papers/[id]/commands/route";
import { GET as paperHistory } from "@/app/api/v1/audit/papers/[id]/events/route";
import { GET as workingPaper } from "@/app/api/v1/audit/papers/[id]/route";
import { GET as workingPapers, POST as openPaper } from "@/app/api/v1/audit/papers/route";
import { GET as auditSample } from "@/app/api/v1/audit/sample/route";
import { GET as accountHistory } from "@/app/api/v1/accounts/[organisation]/[quota]/[year]/events/route";
import { GET as account, POST as setAccount } from "@/app/api/v1/accounts/[organisation]/[quota]/[year]/route";
import { GET as accounts } from "@/app/api/v1/accounts/route";
import { GET as question } from "@/app/api/v1/audit/questions/[id]/route";
import { GET as questions } from "@/app/api/v1/audit/questions/route";
import { POST as offerHandOver } from "@/app/api/v1/requests/[id]/hand-overs/route";
import { GET as offered } from "@/app/api/v1/hand-overs/[code]/route";
import { GET as moves } from "@/app/api/v1/requests/[id]/moves/route";
import { GET as workflows } from "@/app/api/v1/workflows/route";
import { GET as workflowVersion } from "@/app/api/v1/workflows/[id]/[version]/route";
import { POST as propose } from "@/app/api/v1/workflow-proposals/route";
import { GET as proposal } from "@/app/api/v1/workflow-proposals/[id]/route";
import { POST as onProposal } from "@/app/api/v1/workflow-proposals/[id]/commands/route";
import { GET as catalogue } from "@/app/api/v1/catalogue/[kind]/route";
import { GET as permit } from "@/app/api/v1/permits/[number]/route";
import { GET as credential } from "@/app/api/v1/permits/[number]/credential/route";
import { GET as recordFile } from "@/app/api/v1/requests/[id]/export/route";
import { GET as paper } from "@/app/api/v1/requests/[id]/permit.pdf/route";
import { GET as consistency } from "@/app/api/v1/log/consistency/route";
import { GET as logKeys } from "@/app/api/v1/log/keys/route";
import { GET as logProof } from "@/app/api/v1/log/proof/route";
import { GET as sealMails, POST as nameSealMails } from "@/app/api/v1/seal-mails/route";
import { GET as due } from "@/app/api/v1/retention/route";
import { GET as keptLonger, POST as setRetention } from "@/app/api/v1/retention/terms/route";
import { GET as legalHolds, POST as holdOrganisation } from "@/app/api/v1/retention/holds/route";
import { POST as liftHold } from "@/app/api/v1/retention/holds/[id]/lift/route";
import { POST as forget } from "@/app/api/v1/retention/forgotten/route";
import { GET as seal } from "@/app/api/v1/log/seal/route";
import { GET as status } from "@/app/api/v1/status/[list]/route";
import { GET as workdays } from "@/app/api/v1/workdays/route";
import { operations } from "@/app/api/v1/_edge/openapi";
import { Problem } from "@/app/api/v1/_edge/schemas";
import type { KeyScope } from "../../lib/access/configuration.ts";
import { issueKeyFor } from "../../lib/server/keys.ts";
import { scratchFolder } from "../support/scratch.ts";

// Papers go where the next run clears them; settings are read at the first question, after this.
process.env.CAUSEWAY_DATA = scratchFolder();

type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** Every route by the name it has in the OpenAPI document: one that stands in only one of the two fails the test of both. */
export const routes: Readonly<Record<string, Route>> = {
  "POST /api/v1/requirements": requirements,
  "GET /api/v1/requests": list,
  "POST /api/v1/requests": create,
  "GET /api/v1/requests/{id}": detail,
  "GET /api/v1/requests/{id}/events": events,
  "POST /api/v1/requests/{id}/commands": command,
  "POST /api/v1/requests/{id}/hand-overs": offerHandOver,
  "GET /api/v1/hand-overs/{code}": offered,
  "GET /api/v1/requests/{id}/documents": documents,
  "POST /api/v1/requests/{id}/documents": attach,
  "GET /api/v1/requests/{id}/documents/{document}": document,
  "GET /api/v1/requests/{id}/at": requestAt,
  "GET /api/v1/requests/{id}/difference": requestDifference,
  "GET /api/v1/audit/events": auditEvents,
  "GET /api/v1/requests/{id}/bundle": bundle,
  "GET /api/v1/audit/papers/{id}/bundle": paperBundle,
  "GET /api/v1/audit/export": exportEvents,
  "GET /api/v1/dossiers": dossiers,
  "POST /api/v1/dossiers": startDossier,
  "GET /api/v1/dossiers/{id}": dossier,
  "GET /api/v1/dossiers/{id}/events": dossierHistory,
  "POST /api/v1/dossiers/{id}/commands": dossierCommand,
  "GET /api/v1/audit/sample": auditSample,
  "GET /api/v1/audit/papers": workingPapers,
  "POST /api/v1/audit/papers": openPaper,
  "GET /api/v1/audit/papers/{id}": workingPaper,
  "GET /api/v1/audit/papers/{id}/events": paperHistory,
  "POST /api/v1/audit/papers/{id}/commands": onPaper,
  "GET /api/v1/audit/findings": askedFindings,
  "GET /api/v1/inbox": queue,
  "POST /api/v1/inbox/decisions": decideMany,
  "GET /api/v1/accounts": accounts,
  "GET /api/v1/audit/questions": questions,
  "GET /api/v1/audit/questions/{id}": question,
  "GET /api/v1/accounts/{organisation}/{quota}/{year}": account,
  "POST /api/v1/accounts/{organisation}/{quota}/{year}": setAccount,
  "GET /api/v1/accounts/{organisation}/{quota}/{year}/events": accountHistory,
  "GET /api/v1/stand-ins": standIns,
  "POST /api/v1/stand-ins": setStandIn,
  "POST /api/v1/stand-ins/{id}/end": endStandIn,
  "GET /api/v1/requests/{id}/reads": reads,
  "GET /api/v1/break-glass": glass,
  "POST /api/v1/break-glass": breakGlass,
  "POST /api/v1/break-glass/{id}/end": mendGlass,
  "GET /api/v1/calendar-links": calendarLinks,
  "POST /api/v1/calendar-links": makeCalendarLink,
  "POST /api/v1/calendar-links/{id}/end": endCalendarLink,
  "GET /api/v1/requests/{id}/moves": moves,
  "GET /api/v1/workflows": workflows,
  "GET /api/v1/workflows/{id}/{version}": workflowVersion,
  "POST /api/v1/workflow-proposals": propose,
  "GET /api/v1/workflow-proposals/{id}": proposal,
  "POST /api/v1/workflow-proposals/{id}/commands": onProposal,
  "GET /api/v1/catalogue/{kind}": catalogue,
  "GET /api/v1/permits/{number}": permit,
  "GET /api/v1/permits/{number}/credential": credential,
  "GET /api/v1/requests/{id}/permit.pdf": paper,
  "GET /api/v1/log/seal": seal,
  "GET /api/v1/log/proof": logProof,
  "GET /api/v1/log/consistency": consistency,
  "GET /api/v1/log/keys": logKeys,
  "GET /api/v1/retention": due,
  "GET /api/v1/retention/terms": keptLonger,
  "POST /api/v1/retention/terms": setRetention,
  "GET /api/v1/retention/holds": legalHolds,
  "POST /api/v1/retention/holds": holdOrganisation,
  "POST /api/v1/retention/holds/{id}/lift": liftHold,
  "POST /api/v1/retention/forgotten": forget,
  "GET /api/v1/seal-mails": sealMails,
  "POST /api/v1/seal-mails": nameSealMails,
  "GET /api/v1/requests/{id}/export": recordFile,
  "GET /api/v1/status/{list}": status,
  "GET /api/v1/workdays": workdays,
};

export type Sent = { readonly key?: string; readonly json?: unknown; readonly body?: BodyInit; readonly headers?: Readonly<Record<string, string>>; readonly language?: string };
/** Answers were held to their schema before a test looks into them; their type would be the union of every route. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Answered = { readonly status: number; readonly body: any; readonly response: Response };

/** Calls a route and holds what it answers to the schema that the OpenAPI document promises. */
export async function call(name: string, path: string, { key, json, body, headers, language }: Sent = {}): Promise<Answered> {
  const route = routes[name];
  const operation = operations[name];
  if (!route || !operation) throw new Error(`no route ${name}`);
  const [method = "", pattern = ""] = name.split(" ");
  const url = new URL(path, "http://localhost:3000");
  const request = new Request(url, {
    method,
    headers: { ...(key && { authorization: `Bearer ${key}` }), ...(json !== undefined && { "content-type": "application/json" }), ...(language && { "accept-language": language }), ...headers },
    ...(method === "GET" ? {} : { body: json === undefined ? (body ?? null) : JSON.stringify(json), duplex: "half" as const }),
  });
  const response = await route(request, { params: Promise.resolve(parametersOf(pattern, url.pathname)) });
  if (response.ok && operation.answer === "file") return { status: response.status, body: null, response };
  const answer: unknown = await response.json();
  if (response.ok) {
    expect(response.status).toBe(operation.status ?? 200);
    if (operation.answer !== "file") operation.answer.parse(answer);
  } else {
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(Problem.parse(answer).status).toBe(response.status);
  }
  return { status: response.status, body: answer, response };
}

export async function keyFor(email: string, scopes: readonly KeyScope[] = ["read", "write"]): Promise<string> {
  const issued = await issueKeyFor(email, { name: "tests", scopes }, new Date());
  if (!issued || !("key" in issued)) throw new Error(`no key for ${email}`);
  return issued.key;
}

/** A key of somebody's that may do everything, the same each time. */
export function keyOf(email: string): Promise<string> {
  const known = keys.get(email) ?? keyFor(email);
  keys.set(email, known);
  return known;
}

const keys = new Map<string, Promise<string>>();

/** Gives a command under a fresh id. */
export function give(id: string, key: string, said: Readonly<Record<string, unknown>>, language?: string): Promise<Answered> {
  return call("POST /api/v1/requests/{id}/commands", `/api/v1/requests/${id}/commands`, { key, json: { commandId: newId(), ...said }, language });
}

/** The same, as somebody who has an address here. */
export async function say(id: string, email: string, said: Readonly<Record<string, unknown>>, language?: string): Promise<Answered> {
  return give(id, await keyOf(email), said, language);
}

/** A request as somebody sees it. */
export async function look(id: string, email = "researcher@hkust.example"): Promise<Answered> {
  return call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: await keyOf(email) });
}

/** What was answered in short: the status, and what was refused. */
export function codesOf({ status, body }: Answered): (number | string)[] {
  return [status, ...(body.refusals ?? []).map(({ code }: { code: string }) => code)];
}

export function upload(id: string, key: string, content: BlobPart, name: string, fields: Readonly<Record<string, string>> = {}, language?: string): Promise<Answered> {
  const body = new FormData();
  body.set("file", new File([content], name));
  for (const [field, value] of Object.entries(fields)) body.set(field, value);
  return call("POST /api/v1/requests/{id}/documents", `/api/v1/requests/${id}/documents`, { key, body, language });
}

function parametersOf(pattern: string, path: string): Record<string, string> {
  const parts = path.split("/");
  return Object.fromEntries(pattern.split("/").flatMap((part, at) => (part.startsWith("{") ? [[part.slice(1, -1), decodeURIComponent(parts[at] ?? "")]] : [])));
}
