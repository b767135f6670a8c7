import { z } from "zod";
import { SetQuota } from "@/lib/account/set-quota";
import { usualRule } from "@/lib/insight/question";
import { DossierCommand } from "@/lib/dossier/command";
import { StartDossier } from "@/lib/dossier/start";
import { PublicCommand } from "@/lib/request/command";
import { CreateAsked } from "@/lib/request/several";
import { refusalCodes } from "@/lib/request/refusal";
import { auditParams } from "@/lib/server/audit-ask";
import { DecideMany } from "@/lib/server/decide-many";
import { ProposalCommand, ProposeWorkflow } from "@/lib/workflow/proposal/command";
import { StandInForm } from "@/lib/server/publish-stand-in";
import { CalendarAsked } from "@/lib/server/calendar-links";
import { OpenPaper, PaperCommand } from "@/lib/working-paper/command";
import { AuditEventsShape, CaseAtShape, CaseDifferenceShape } from "./audit-schemas";
import { FindingsShape, PaperAcceptedShape, PaperListShape, PaperShape, SampleShape } from "./paper-schemas";
import { AccountShape, AccountsShape, AnswerShape, BreakGlassAccepted, BreakGlassAsked, BreakGlassShape, CalendarLinkEnded, CalendarLinkMade, CalendarLinksShape, CatalogueShape, Problem, QuestionsShape, QuotaAccepted, ReadsShape, RequirementsAnswer, RequirementsAsked, StandInAccepted, StandInsShape, WorkdaysShape } from "./schemas";
import { DossierAcceptedShape, DossierListShape, DossierShape } from "./dossier-schemas";
import { HandOverCodeShape, OfferedShape, OfferHandOver, PermitCheckShape } from "./ledger-schemas";
import { AcceptedShape, DecisionsShape, DocumentsShape, EventsShape, InboxShape, ListShape, RequestShape } from "./request-schemas";
import { MovesShape, ProposalAccepted, ProposalShape, WorkflowShape, WorkflowsShape } from "./workflow-schemas";
import { ConsistencyShape, EventProofShape, LogKeysShape, SealShape, SealMailsShape } from "./log-shapes";
import { DueShape, ForgetAsked, ForgottenShape, HoldAccepted, HoldsShape, LiftAsked, TermsShape } from "./retention-shapes";
import { OrganisationHold, RetentionForm } from "@/lib/server/publish-retention";
import { SealMailsForm } from "@/lib/server/publish-seal-mails";

type Operation = { readonly summary: string; readonly body?: z.ZodType | "multipart"; readonly answer: z.ZodType | "file"; readonly status?: number; readonly open?: true; /** What it answers may have been erased. */ readonly erasable?: true; readonly query?: readonly string[] };

/** How each operation can say no: 401 wants a key, 429 waits, the rest depends on what is sent. */
const always = [400, 404, 405, 429];
const withKey = [401, 422];
const withBody = [409, 413, 415];

/** Every route of the API with what it takes and answers: tests hold the routes to this table, and the document is printed from it. */
export const operations: Readonly<Record<string, Operation>> = {
  "POST /api/v1/requirements": { summary: "What applies to these facts", body: RequirementsAsked, answer: RequirementsAnswer, open: true },
  "GET /api/v1/requests": { summary: "Requests that the key's person may see", answer: ListShape, query: ["status", "kind", "desk", "q", "cursor", "limit"] },
  "POST /api/v1/requests": { summary: "Begins a draft", body: CreateAsked, answer: AcceptedShape, status: 201 },
  "GET /api/v1/requests/{id}": { summary: "One request", answer: RequestShape },
  "GET /api/v1/requests/{id}/events": { summary: "Its history", answer: EventsShape, query: ["cursor"] },
  "POST /api/v1/requests/{id}/commands": { summary: "Gives a command", body: PublicCommand, answer: AcceptedShape },
  "POST /api/v1/requests/{id}/hand-overs": { summary: "Makes the code by which the key's person hands a movement over that they have: it counts for ten minutes and once, and nothing is written. Whoever is shown it takes the movement over by the command takeOver", body: OfferHandOver, answer: HandOverCodeShape, status: 201 },
  "GET /api/v1/hand-overs/{code}": { summary: "What a code hands over, from whom, and whether the key's person can take it over now", answer: OfferedShape },
  "GET /api/v1/requests/{id}/documents": { summary: "Its papers", answer: DocumentsShape },
  "POST /api/v1/requests/{id}/documents": { summary: "Attaches a paper of up to 25 MB", body: "multipart", answer: DocumentsShape.shape.items.element, status: 201 },
  "GET /api/v1/requests/{id}/documents/{document}": { summary: "A paper's content; 410 once it was erased", answer: "file", erasable: true },
  "GET /api/v1/requests/{id}/at": { summary: "A request as it stood after an entry of its history (`seq=12`), or at a time (`seq=2026-11-26T16:00:00Z`): for its auditors", answer: CaseAtShape, query: ["seq"] },
  "GET /api/v1/requests/{id}/difference": { summary: "What of a request differs between two moments, field by field: for its auditors", answer: CaseDifferenceShape, query: ["from", "to"] },
  "GET /api/v1/audit/events": { summary: "Events that a question to the record finds, newest first: words in any of the languages, \"words as they stand\", field:value and - for not in `q`, or its fields one by one; with `counts=1` how many; for whoever audits", answer: AuditEventsShape, query: [...auditParams, "cursor", "limit", "counts"] },
  "GET /api/v1/requests/{id}/bundle": { summary: "Its record with proofs, its story, its papers and how to check them, as one archive (application/zip); for whoever audits it. Reading it is recorded", answer: "file" },
  "GET /api/v1/audit/export": { summary: "Every event that a question to the record finds, newest first, as a file: csv (RFC 4180, with `bom=1` marked as UTF-8), xlsx, ndjson (the last line says how many there were, and how many were withheld), or ocel (OCEL 2.0 in JSON); for whoever audits", answer: "file", query: ["format", "bom", ...auditParams] },
  "GET /api/v1/dossiers": { summary: "Dossiers that the key's person may see", answer: DossierListShape, query: ["cursor", "limit"] },
  "POST /api/v1/dossiers": { summary: "Opens a dossier, with the drafts that it begins and the requests that it links", body: StartDossier, answer: DossierAcceptedShape, status: 201 },
  "GET /api/v1/dossiers/{id}": { summary: "One dossier: its requests and what waits for what", answer: DossierShape },
  "GET /api/v1/dossiers/{id}/events": { summary: "Its history", answer: EventsShape, query: ["cursor"] },
  "POST /api/v1/dossiers/{id}/commands": { summary: "Gives a command on a dossier", body: DossierCommand, answer: DossierAcceptedShape },
  "GET /api/v1/audit/sample": { summary: "Draws a sample of the requests whose events match a question: simple, or by strata (kind, corridor, outcome, month, desk, organisation, with commas between). The same seed and population give the same sample", answer: SampleShape, query: ["q", "type", "kind", "status", "outcome", "command", "desk", "org", "person", "regime", "corridor", "from", "to", "size", "seed", "by", "atLeastOne", "scope"] },
  "GET /api/v1/audit/papers": { summary: "The working papers of what the key's person audits", answer: PaperListShape, query: ["cursor", "limit", "counts"] },
  "POST /api/v1/audit/papers": { summary: "Opens a working paper over a sample that is drawn as it is opened", body: OpenPaper, answer: PaperAcceptedShape, status: 201 },
  "GET /api/v1/audit/papers/{id}": { summary: "One working paper: its sample, what each test came to, and its findings", answer: PaperShape },
  "GET /api/v1/audit/papers/{id}/bundle": { summary: "The working paper with the record, story and papers of each of its cases, as one archive (application/zip). Reading them is recorded", answer: "file" },
  "GET /api/v1/audit/papers/{id}/events": { summary: "Its history", answer: EventsShape, query: ["cursor"] },
  "POST /api/v1/audit/papers/{id}/commands": { summary: "Gives a command on a working paper: its auditors test, raise findings, follow up, close and sign; the desk or organisation that a finding asks replies", body: PaperCommand, answer: PaperAcceptedShape },
  "GET /api/v1/audit/findings": { summary: "The findings that desks of the key's person, or organisations that they administer, are asked about, and that are not closed", answer: FindingsShape, query: ["cursor", "limit", "counts"] },
  "GET /api/v1/inbox": { summary: "What waits for the key's person", answer: InboxShape, query: ["desk", "view", "cursor"] },
  "POST /api/v1/inbox/decisions": { summary: "Decides many steps at once, with a result for each", body: DecideMany, answer: DecisionsShape },
  "GET /api/v1/audit/questions": { summary: "The questions that auditors ask of the record, with what of their rules can be set", answer: QuestionsShape },
  "GET /api/v1/audit/questions/{id}": { summary: "One of them with its answer, as far as the key's person audits: the number, what was looked at and by which rule, and the rows with their events", answer: AnswerShape, query: ["from", "to", "organisation", "cursor", ...Object.keys(usualRule)] },
  "GET /api/v1/accounts": { summary: "The quotas that the key's person keeps or audits, with what is left", answer: AccountsShape },
  "GET /api/v1/accounts/{organisation}/{quota}/{year}": { summary: "A year's quota: its limit, what is set aside for requests, what is used and what is left", answer: AccountShape },
  "POST /api/v1/accounts/{organisation}/{quota}/{year}": { summary: "Sets a year's quota, raises it, or lowers it by no more than is left", body: SetQuota, answer: QuotaAccepted },
  "GET /api/v1/accounts/{organisation}/{quota}/{year}/events": { summary: "Its history", answer: EventsShape, query: ["cursor"] },
  "GET /api/v1/stand-ins": { summary: "Who stands in for whom", answer: StandInsShape },
  "POST /api/v1/stand-ins": { summary: "Sets who stands in while somebody is away", body: StandInForm, answer: StandInAccepted, status: 201 },
  "POST /api/v1/stand-ins/{id}/end": { summary: "Ends a stand-in before its last day", body: z.strictObject({}), answer: StandInAccepted },
  "GET /api/v1/requests/{id}/reads": { summary: "Who opened its papers, when and as what: for its auditors, its requester, and of a paper for whoever attached it", answer: ReadsShape, query: ["cursor", "limit", "counts"] },
  "GET /api/v1/break-glass": { summary: "Requests that were opened by break-glass, as far as that concerns the key's person", answer: BreakGlassShape, query: ["cursor", "counts"] },
  "POST /api/v1/break-glass": { summary: "Opens one request, named by id or number, to somebody who does not see it: with a reason, for 1 to 24 hours; its organisations are told at once and every look is recorded", body: BreakGlassAsked, answer: BreakGlassAccepted, status: 201 },
  "POST /api/v1/break-glass/{id}/end": { summary: "Closes what one has open, before its time", body: z.strictObject({}), answer: BreakGlassAccepted },
  "GET /api/v1/calendar-links": { summary: "The links under which programs read the calendar of the key's person, and of their desks, that they made", answer: CalendarLinksShape },
  "POST /api/v1/calendar-links": { summary: "Makes the link to one's own calendar, or with `desk` to that of a desk that one staffs (iCalendar). It is shown once; the one before it ends", body: CalendarAsked, answer: CalendarLinkMade, status: 201 },
  "POST /api/v1/calendar-links/{id}/end": { summary: "Ends a link at once", body: z.strictObject({}), answer: CalendarLinkEnded },
  "GET /api/v1/requests/{id}/moves": { summary: "The other versions of its workflow, each with what moving to it would change and lose; for whoever may move it", answer: MovesShape },
  "GET /api/v1/workflows": { summary: "Workflows with their versions, who proposed and approved them, and what is proposed", answer: WorkflowsShape },
  "GET /api/v1/workflows/{id}/{version}": { summary: "One published version, whole", answer: WorkflowShape },
  "POST /api/v1/workflow-proposals": { summary: "Puts a new version of a workflow forward; it is proved first, and every fault told with its place and an example", body: ProposeWorkflow, answer: ProposalAccepted, status: 201 },
  "GET /api/v1/workflow-proposals/{id}": { summary: "One proposal: what it would change and what is wrong with it today", answer: ProposalShape },
  "POST /api/v1/workflow-proposals/{id}/commands": { summary: "Approves (by another than its author), rejects or withdraws a proposal", body: ProposalCommand, answer: ProposalAccepted },
  "GET /api/v1/catalogue/{kind}": { summary: "Looks up organisations, UN numbers, HS codes, chemicals, species, pathogens, control points, currencies, countries", answer: CatalogueShape, open: true, query: ["q"] },
  "GET /api/v1/workdays": { summary: "The day on which so many working days have passed (back from the day, when negative), and the days passed over; the day after `from` is day one, and only days on which all regions (CN, HK, MO) work count", answer: WorkdaysShape, open: true, query: ["from", "days", "regions"] },
  "GET /api/v1/permits/{number}": { summary: "Whether a permit holds", answer: PermitCheckShape, open: true },
  "GET /api/v1/permits/{number}/credential": { summary: "A permit as a W3C Verifiable Credential, signed (application/vc+jwt; with Accept: application/json its claims and the token), for whoever may see its request. The keys are at /.well-known/jwks.json", answer: "file" },
  "GET /api/v1/requests/{id}/permit.pdf": { summary: "Its permit to print (application/pdf): A4 in the four languages, a page of the size of a bank card, and the signed credential attached; for whoever may see the request", answer: "file" },
  "GET /api/v1/log/seal": { summary: "The newest seal of the whole log, or with `size` the one of that size: how many events, the root over them (RFC 9162) and when, and the same signed (`note`, a C2SP signed note); the note alone where `Accept` asks for `text/plain` first", answer: SealShape, open: true, query: ["size"] },
  "GET /api/v1/log/proof": { summary: "That an event is in the log, under the newest seal. `event` is STREAM/SEQ, as request:…/3, or the event's hash. The leaf's data are the 32 bytes of the hash. 404 also until it is sealed, which takes a minute at most", answer: EventProofShape, open: true, query: ["event"] },
  "GET /api/v1/log/consistency": { summary: "That the log of `to` events (today's, without it) goes on from the log of `from` events", answer: ConsistencyShape, open: true, query: ["from", "to"] },
  "GET /api/v1/log/keys": { summary: "The public keys that ever signed seals, the newest first. `verifier` is the key as tools for signed notes take it; a key with `until` came into wrong hands, and counts for seals up to that size", answer: LogKeysShape, open: true },
  "GET /api/v1/retention": { summary: "What is due for erasure, the longest ended first: under which rule it goes, which kept it longest and until when, and what stops it all the same. For whoever keeps an institution's record or may hold it; no word of any request", answer: DueShape, query: ["cursor", "limit", "counts"] },
  "GET /api/v1/retention/terms": { summary: "How much longer than the law institutions keep, and whether what is due goes by itself", answer: TermsShape },
  "POST /api/v1/retention/terms": { summary: "Sets an institution's years by rule, never fewer than the rule's own", body: RetentionForm, answer: TermsShape.shape.items.element },
  "GET /api/v1/retention/holds": { summary: "Legal holds on requests and on all of an institution, lifted ones of institutions too; `cursor` goes on with the requests, `holdCursor` with the institutions", answer: HoldsShape, query: ["cursor", "holdCursor", "limit", "counts"] },
  "POST /api/v1/retention/holds": { summary: "Holds everything of an institution; a single request is held by the command placeHold", body: OrganisationHold, answer: HoldAccepted, status: 201 },
  "POST /api/v1/retention/holds/{id}/lift": { summary: "Ends a hold on an institution; whoever does erases nothing of it afterwards", body: LiftAsked, answer: HoldAccepted },
  "POST /api/v1/retention/forgotten": { summary: "Forgets somebody who has left, by the address of their account: a neutral word for the name, and what the set-up said of them goes under a rule. Not while a request of theirs is under way, nor under a hold", body: ForgetAsked, answer: ForgottenShape },
  "GET /api/v1/seal-mails": { summary: "Whom the institutions that the key's person administers have the newest seal mailed to, once a day", answer: SealMailsShape },
  "POST /api/v1/seal-mails": { summary: "Names whom an institution has seals mailed to, at most ten, and in which language; none ends it", body: SealMailsForm, answer: SealMailsShape.shape.items.element },
  "GET /api/v1/requests/{id}/export": { summary: "Its record as a file that proves itself (application/x-ndjson, docs/record-format.md): events, the words that the key's person may read, digests of papers, proofs, the newest seal and its keys; with `from`, the size of a seal kept elsewhere, also that the log goes on from it", answer: "file", query: ["from"] },
  "GET /api/v1/status/{list}": { summary: "A signed Bitstring Status List of permits: revocation-1, suspension-1 or message-1 (used up), as credentials name them", answer: "file", open: true },
};

/** The OpenAPI 3.1 document. */
export function openApi(): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, operation] of Object.entries(operations)) {
    const [method = "", path = ""] = name.split(" ");
    (paths[path] ??= {})[method.toLowerCase()] = described(path, operation);
  }
  return {
    openapi: "3.1.0",
    info: { title: "Causeway", version: "1", description: "Money and quantities are decimal text. Unknown fields are refused. Errors are RFC 9457 problems.", license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    paths,
    components: { securitySchemes: { key: { type: "http", scheme: "bearer", bearerFormat: "cw_…" } }, schemas: { RefusalCode: { type: "string", enum: [...refusalCodes] }, Problem: schemaOf(Problem, "output") } },
  };
}

function described(path: string, { summary, body, answer, status = 200, open, erasable, query = [] }: Operation): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string" } }));
  const problemAnswer = { description: "A problem", content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } };
  return {
    summary,
    ...(open ? {} : { security: [{ key: [] }] }),
    parameters: [...inPath, ...query.map((name) => ({ name, in: "query", schema: { type: "string" } }))],
    ...(body === undefined ? {} : { requestBody: { required: true, content: body === "multipart" ? { "multipart/form-data": { schema: { type: "object", oneOf: [{ required: ["file"] }, { required: ["from"] }], properties: { file: { type: "string", format: "binary" }, from: { type: "string", description: "In place of a file: request/document, a paper of another request of the same dossier" }, paper: { type: "string" }, commandId: { type: "string", format: "uuid" } } } } } : { "application/json": { schema: schemaOf(body, "input") } } } }),
    responses: {
      [status]: { description: summary, content: answer === "file" ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } } : { "application/json": { schema: schemaOf(answer, "output") } } },
      ...Object.fromEntries([...always, ...(open ? [] : withKey), ...(body === undefined ? [] : withBody), ...(erasable ? [410] : [])].toSorted().map((code) => [code, problemAnswer])),
    },
  };
}

function schemaOf(schema: z.ZodType, io: "input" | "output"): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
