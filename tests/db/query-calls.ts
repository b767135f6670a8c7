import { asReader, type ScopedTx } from "../../db/client.ts";
import { findingAt, findingsAsked, findingsAskedCount } from "../../db/queries/audit-findings.ts";
import { populationFor } from "../../db/queries/audit-population.ts";
import { caseRows } from "../../db/queries/case-objects.ts";
import { askedOfCase, desksOfRequest, organisationsOfRequest } from "../../db/queries/desks-of-request.ts";
import { eventHashes } from "../../db/queries/event-hashes.ts";
import { placesIn } from "../../db/queries/places-in.ts";
import { rightsHistory } from "../../db/queries/questions/rights-history.ts";
import { allTerms, dueCount, dueRequests, heldCount, heldOrganisations, heldRequests, holdsOn, organisationHoldCount, organisationHoldsOf, termsOf } from "../../db/queries/retention.ts";
import { takenEvents } from "../../db/queries/taken-events.ts";
import { workingPaperPart } from "../../db/queries/paper-part.ts";
import { workingPaperContent, workingPaperCount, workingPaperEvents, workingPaperHistory, workingPaperList } from "../../db/queries/working-papers.ts";
import { deskNames, namedInRecord, numberedInRecord } from "../../db/queries/audit-names.ts";
import { auditCounts, auditPage, everyKey, everyMatch, isSearchWhole } from "../../db/queries/audit-search.ts";
import { logKeysKept, logPublicKeys } from "../../db/queries/log-keys.ts";
import { sealCount, sealList } from "../../db/queries/seal-list.ts";
import { newestSeal, sealKept } from "../../db/queries/seals.ts";
import { checkedCase } from "../../db/queries/audit-case.ts";
import { checkedRecord } from "../../db/queries/audit-record.ts";
import { accountEvents, accountFor, accountHistory, accountsOf, accountsOfYear, grantsOf, grantsOffered } from "../../db/queries/accounts.ts";
import { addressOf, administeredAmong, administratorsOf, decidersAt, policyKeepers, standingInFor } from "../../db/queries/addressees.ts";
import { adviceAsked } from "../../db/queries/advice-asked.ts";
import { approvalsBetween } from "../../db/queries/approvals.ts";
import { barsOn } from "../../db/queries/bars.ts";
import { breakGlassById, breakGlassCount, breakGlassOf, breakGlassUses, lockBreakGlass, openTo } from "../../db/queries/break-glass.ts";
import { bundleCase } from "../../db/queries/bundle-papers.ts";
import { calendarDays } from "../../db/queries/calendar-days.ts";
import { imported, importedByName, importedRates } from "../../db/queries/catalogue.ts";
import { deskSettings } from "../../db/queries/desk-settings.ts";
import { discrepantPermits } from "../../db/queries/discrepant-permits.ts";
import { documentReadCount, documentReadsOf, documentSeen, readsOfOwnPapers, readsOfOwnPapersCount } from "../../db/queries/documents.ts";
import { dossierOf } from "../../db/queries/dossier-of.ts";
import { dossierPapers } from "../../db/queries/dossier-papers.ts";
import { dossierEvents, dossierList } from "../../db/queries/dossiers.ts";
import { inbox, inboxCounts } from "../../db/queries/inbox.ts";
import { leavesOf } from "../../db/queries/leaves.ts";
import { lateObligations } from "../../db/queries/late-obligations.ts";
import { linkableRequests } from "../../db/queries/linkable-requests.ts";
import { linkedRequests } from "../../db/queries/linked-requests.ts";
import { namedPeople } from "../../db/queries/named-people.ts";
import { namedRequests } from "../../db/queries/named-requests.ts";
import { namesOf } from "../../db/queries/names-of.ts";
import { wordsRead } from "../../db/queries/words-read.ts";
import { calledNames, officersBehind, officersWho, unnamed } from "../../db/queries/officers-behind.ts";
import { listOrganisations } from "../../db/queries/organisations.ts";
import { termsOwed } from "../../db/queries/terms-owed.ts";
import { openVotes } from "../../db/queries/open-votes.ts";
import { owedIn } from "../../db/queries/owed.ts";
import { ownWork } from "../../db/queries/own-work.ts";
import { peopleNames } from "../../db/queries/people-names.ts";
import { listPeople } from "../../db/queries/people.ts";
import { permitByNumber } from "../../db/queries/permit-check.ts";
import { newestStatusList, permitPublicKeys } from "../../db/queries/permit-keys.ts";
import { pointPermits } from "../../db/queries/point-permits.ts";
import { readingPlace } from "../../db/queries/reading-place.ts";
import { nextChains } from "../../db/queries/record-chains.ts";
import { requestHead, requestLinks } from "../../db/queries/record-request.ts";
import { hiddenFrom, readerOf, requestEvents } from "../../db/queries/request-events.ts";
import { requestCount, requestList } from "../../db/queries/request-list.ts";
import { requestsUnder } from "../../db/queries/requests-under.ts";
import { restingOn } from "../../db/queries/resting-on.ts";
import { namesInSetUp } from "../../db/queries/set-up-names.ts";
import { staffOf } from "../../db/queries/staff.ts";
import { isOwnDraft, onlyAdvises } from "../../db/queries/visible.ts";
import { colleaguesOf, knownStandIns, standInsOf } from "../../db/queries/stand-ins.ts";
import { decidedSteps } from "../../db/queries/step-durations.ts";
import { pinnedSteps } from "../../db/queries/step-names.ts";
import { streamBackwards, streamPage } from "../../db/queries/stream-page.ts";
import { yoursAmong } from "../../db/queries/whose-move.ts";
import { proposalRows, publishedVersion, publishedVersions, versionBefore } from "../../db/queries/workflows.ts";
import { statutoryTotals, yearTotal } from "../../db/queries/year-totals.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import type { Question } from "../../lib/insight/question.ts";
import { questionAnswer } from "../../lib/server/question-answer.ts";

/** What queries are asked about. */
export type Asked = {
  readonly request: string;
  readonly number: string;
  readonly requester: string;
  readonly title: string;
  readonly desk: string;
  readonly organisation: string;
  readonly account: { readonly id: string; readonly organisation: string; readonly quota: string; readonly year: number };
  readonly dossier: string;
  readonly permit: string;
  readonly workflow: { readonly id: string; readonly version: number };
  readonly regime: string;
  /** A working paper with findings. */
  readonly paper: string;
  /** An access by break-glass. */
  readonly access: string;
};

const today = "2026-11-23";
const meant = { kinds: [], statuses: [], cities: [], movers: [], options: [] };
/** A query that is asked inside a transaction, by whoever asks. */
const within = (ask: (tx: ScopedTx, actor: PersonActor, asked: Asked) => unknown) => (actor: PersonActor, asked: Asked) => asReader(actor, async (tx) => ask(tx, actor, asked));
const stream = ({ request }: Asked) => ({ id: request, stream: `request:${request}` });

const anything = { terms: null, from: null, to: null };
/** The first batch of what comes in batches. */
async function first<T>(batches: AsyncGenerator<T>): Promise<T | undefined> {
  for await (const batch of batches) return batch;
  return undefined;
}

/** A question of the record, with what it asks for its answer. */
const question = (one: Question) => (actor: PersonActor) => questionAnswer(actor, one, {}, new Date(`${today}T04:00:00Z`));

/** How every query of db/queries is asked, by file and name: each with what makes it send all that it can send. */
export const queryCalls: Readonly<Record<string, (actor: PersonActor, asked: Asked) => Promise<unknown>>> = {
  "accounts.accountsOf": (actor) => accountsOf(actor),
  "accounts.accountsOfYear": (actor, { account }) => accountsOfYear(actor, account.organisation, account.year),
  "accounts.grantsOffered": (actor, { regime }) => grantsOffered(actor, actor.organisation ?? "", [regime]),
  "accounts.grantsOf": (actor) => grantsOf(actor),
  "accounts.accountFor": (actor, { account }) => accountFor(actor, account),
  "accounts.accountEvents": (actor, { account }) => accountEvents(actor, account),
  "accounts.accountHistory": (actor, { account }) => accountHistory(actor, account, null),
  "addressees.decidersAt": within((tx, _, { desk }) => decidersAt(tx, [desk])),
  "addressees.administeredAmong": within((tx, _, { organisation }) => administeredAmong(tx, [organisation])),
  "addressees.administratorsOf": within((tx, _, { organisation }) => administratorsOf(tx, [organisation])),
  "addressees.policyKeepers": within((tx) => policyKeepers(tx)),
  "addressees.standingInFor": within((tx, _, { requester }) => standingInFor(tx, [requester], today)),
  "addressees.addressOf": within((tx, _, { requester }) => addressOf(tx, requester)),
  "advice-asked.adviceAsked": (actor) => adviceAsked(actor),
  "approvals.approvalsBetween": within((tx, _, { requester }) => approvalsBetween(tx, requester, `${today}T00:00:00.000Z`)),
  "audit-case.checkedCase": (actor, { request }) => checkedCase(actor, request),
  "audit-record.checkedRecord": (actor) => checkedRecord(actor),
  "audit-names.deskNames": within((tx) => deskNames(tx)),
  "audit-names.namedInRecord": within((tx) => namedInRecord(tx, new Map([["water", new Set(["people", "organisations", "desks"] as const)]]))),
  "audit-names.numberedInRecord": within((tx, actor, { number }) => numberedInRecord(tx, actor, [number])),
  "audit-search.auditPage": async (actor) => [await auditPage(actor, anything), await auditPage(actor, { terms: "water", from: "2020-01-01", to: "2030-01-01" })],
  "audit-search.everyMatch": (actor) => first(everyMatch(actor, anything, 50)),
  "audit-search.everyKey": (actor) => first(everyKey(actor, anything, 50)),
  "audit-search.auditCounts": (actor) => auditCounts(actor, anything),
  "audit-search.isSearchWhole": () => isSearchWhole(),
  "log-keys.logKeysKept": within((tx) => logKeysKept(tx)),
  "log-keys.logPublicKeys": () => logPublicKeys(),
  "seals.sealKept": () => sealKept(),
  "seals.newestSeal": within((tx) => newestSeal(tx, {})),
  "audit-findings.findingsAsked": (actor) => findingsAsked(actor),
  "audit-findings.findingsAskedCount": (actor) => findingsAskedCount(actor),
  "audit-findings.findingAt": (actor, { paper }) => findingAt(actor, paper, 1),
  "audit-population.populationFor": (actor) => populationFor(actor, { question: anything, scope: "all", by: ["kind"] }),
  "case-objects.caseRows": (actor, { request }) => caseRows(actor, [request]),
  "bundle-papers.bundleCase": (actor, { request }) => bundleCase(actor, request),
  "leaves.leavesOf": within((tx, _, asked) => leavesOf(tx, { requestId: asked.request, stream: stream(asked).stream, seqs: [1, 2] })),
  "record-chains.nextChains": () => nextChains(null, 1, 10),
  "record-request.requestHead": (actor, { request }) => requestHead(actor, request),
  "record-request.requestLinks": (actor, { request }) => requestLinks(actor, request, { after: 0, upTo: 100, limit: 100 }),
  "request-events.hiddenFrom": within((tx, _, { request }) => hiddenFrom(tx, { party: "requester", auditor: false, desk: false, desks: [], sides: [], people: [], kind: "sample", advises: false }, request)),
  "visible.isOwnDraft": within((tx, actor, { request }) => isOwnDraft(tx, actor, request)),
  "visible.onlyAdvises": within((tx, actor, { request }) => onlyAdvises(tx, actor, request)),
  "request-events.readerOf": within((tx, actor, { request }) => readerOf(tx, actor, request)),
  "seal-list.sealCount": () => sealCount(),
  "seal-list.sealList": async () => [await sealList(null), await sealList(2)],
  "desks-of-request.askedOfCase": (actor, { request }) => askedOfCase(actor, request),
  "desks-of-request.organisationsOfRequest": within((tx, _, { request }) => organisationsOfRequest(tx, request)),
  "desks-of-request.desksOfRequest": within((tx, _, { request }) => desksOfRequest(tx, request)),
  "event-hashes.eventHashes": within((tx, _, { request }) => eventHashes(tx, request, [1, 2])),
  "places-in.placesIn": within((tx, actor, { request }) => placesIn(tx, actor, [request])),
  "questions/own-approvals.ownApprovals": question("own-approvals"),
  "questions/mutual-approvals.mutualApprovals": question("mutual-approvals"),
  "questions/outside-scope.outsideScope": question("outside-scope"),
  "questions/faster-than-reading.fasterThanReading": question("faster-than-reading"),
  "questions/skipped-steps.skippedSteps": question("skipped-steps"),
  "questions/permits-past-terms.permitsPastTerms": question("permits-past-terms"),
  "questions/overdue-obligations.overdueObligations": question("overdue-obligations"),
  "questions/rights.unusedRights": question("unused-rights"),
  "questions/rights.overlappingRights": question("overlapping-rights"),
  "questions/set-up-changes.setUpChanges": question("set-up-changes"),
  "questions/break-glass.breakGlass": question("break-glass"),
  "questions/names.namesInAnswer": question("set-up-changes"),
  "questions/rights-history.rightsHistory": () => rightsHistory(),
  "retention.termsOf": within((tx, _, { organisation }) => termsOf(tx, organisation)),
  "retention.holdsOn": within((tx, _, { organisation }) => holdsOn(tx, [organisation])),
  "retention.dueRequests": within((tx, _, { organisation }) => dueRequests(tx, [organisation], { today, limit: 50 })),
  "retention.dueCount": within((tx, _, { organisation }) => dueCount(tx, [organisation], { today })),
  "retention.heldRequests": within((tx, _, { organisation }) => heldRequests(tx, [organisation])),
  "retention.heldCount": within((tx, _, { organisation }) => heldCount(tx, [organisation])),
  "retention.organisationHoldsOf": within((tx, _, { organisation }) => organisationHoldsOf(tx, [organisation])),
  "retention.organisationHoldCount": within((tx, _, { organisation }) => organisationHoldCount(tx, [organisation])),
  "retention.heldOrganisations": within((tx) => heldOrganisations(tx)),
  "retention.allTerms": within((tx) => allTerms(tx)),
  "taken-events.takenEvents": (actor, { request }) => takenEvents(actor, [{ requestId: request, seq: 1 }]),
  "paper-part.workingPaperPart": (actor, { paper }) => workingPaperPart(actor, paper, {}),
  "working-papers.workingPaperList": (actor) => workingPaperList(actor),
  "working-papers.workingPaperCount": (actor) => workingPaperCount(actor),
  "working-papers.workingPaperContent": (actor, { paper }) => workingPaperContent(actor, paper),
  "working-papers.workingPaperEvents": (actor, { paper }) => workingPaperEvents(actor, paper),
  "working-papers.workingPaperHistory": (actor, { paper }) => workingPaperHistory(actor, paper, null),
  "bars.barsOn": within((tx, _, { requester, organisation }) => barsOn(tx, [requester], { kind: "sample", home: organisation, day: today })),
  "break-glass.lockBreakGlass": (actor, { access }) => asReader(actor, (tx) => lockBreakGlass(tx, access)).catch(() => null),
  "break-glass.breakGlassById": within((tx, _, { access }) => breakGlassById(tx, access)),
  "break-glass.openTo": within((tx, actor, { request }) => openTo(tx, { person: actor.id, request, now: `${today}T00:00:00.000Z` })),
  "break-glass.breakGlassOf": (actor, { request }) => breakGlassOf(actor, request),
  "break-glass.breakGlassUses": (actor) => breakGlassUses(actor),
  "break-glass.breakGlassCount": (actor) => breakGlassCount(actor),
  "calendar-days.calendarDays": async (actor, { desk }) => [await calendarDays(actor, null, today), await calendarDays(actor, desk, today)],
  "catalogue.imported": (actor) => imported(actor, "hs-codes", "water"),
  "catalogue.importedByName": within((tx) => importedByName(tx, "hs-codes", ["water"])),
  "catalogue.importedRates": within((tx) => importedRates(tx, today)),
  "desk-settings.deskSettings": (actor, { desk }) => deskSettings(actor, desk),
  "discrepant-permits.discrepantPermits": (actor) => discrepantPermits(actor),
  "documents.documentSeen": (actor, { request }) => documentSeen(actor, request, request),
  "documents.documentReadsOf": (actor, { request }) => documentReadsOf(actor, request),
  "documents.documentReadCount": (actor, { request }) => documentReadCount(actor, request),
  "documents.readsOfOwnPapersCount": (actor) => readsOfOwnPapersCount(actor),
  "documents.readsOfOwnPapers": (actor) => readsOfOwnPapers(actor),
  "dossier-of.dossierOf": (actor, { request }) => dossierOf(actor, request),
  "dossier-papers.dossierPapers": (actor, { request }) => dossierPapers(actor, request),
  "dossiers.dossierList": (actor) => dossierList(actor),
  "dossiers.dossierEvents": (actor, { dossier }) => dossierEvents(actor, dossier),
  "open-votes.openVotes": within((tx, actor, { request }) => openVotes(tx, actor, [request])),
  "inbox.inbox": async (actor, { desk }) => [await inbox(actor), await inbox(actor, { desk, order: "waiting" }), await inbox(actor, { view: "waiting" }), await inbox(actor, { view: "mine" }), await inbox(actor, { view: "overdue" })],
  "inbox.inboxCounts": (actor, { desk }) => inboxCounts(actor, desk),
  "late-obligations.lateObligations": within((tx, _, { requester, request }) => lateObligations(tx, { requester, request, today })),
  "linkable-requests.linkableRequests": (actor) => linkableRequests(actor),
  "linked-requests.linkedRequests": within((tx, actor, { dossier }) => linkedRequests(tx, actor, dossier)),
  "named-people.namedPeople": (actor, { requester }) => namedPeople(actor, { ids: [requester], emails: ["pi@hku.example"] }),
  "names-of.namesOf": within((tx, _, { requester }) => namesOf(tx, [requester])),
  "officers-behind.calledNames": (actor) => calledNames([actor.id]),
  "words-read.wordsRead": async (actor, { request }) => (await wordsRead(actor, [request]))(request, "words", null),
  "officers-behind.officersBehind": (_, { desk }) => officersBehind([desk]),
  "officers-behind.officersWho": (_, { request, desk }) => officersWho(request, [desk]),
  "officers-behind.unnamed": (actor, { desk }) => unnamed(new Map([[actor.id, desk]]), "en"),
  "named-requests.namedRequests": (actor, { request }) => namedRequests(actor, [request]),
  "organisations.listOrganisations": () => listOrganisations(),
  "owed.owedIn": within((tx, _, { request }) => owedIn(tx, [{ id: request, status: "permitted", crossedAt: null }])),
  "own-work.ownWork": (actor) => ownWork(actor),
  "terms-owed.termsOwed": within((tx, _, { request, requester }) => termsOwed(tx, requester, [request])),
  "people-names.peopleNames": within((tx, _, { requester }) => peopleNames(tx, [requester])),
  "people.listPeople": (actor) => listPeople(actor),
  "permit-check.permitByNumber": (_, { permit }) => permitByNumber(permit, today),
  "permit-keys.permitPublicKeys": () => permitPublicKeys(),
  "permit-keys.newestStatusList": () => newestStatusList(),
  "point-permits.pointPermits": (actor) => pointPermits(actor, today),
  "reading-place.readingPlace": within((tx, actor, { request }) => readingPlace(tx, actor, request)),
  "request-events.requestEvents": (actor, { request }) => requestEvents(actor, request),
  "request-list.requestList": async (actor, { desk, title, number }) => [await requestList(actor), await requestList(actor, { search: { q: title, meant } }), await requestList(actor, { search: { q: number, meant } }), await requestList(actor, { desk, kind: "sample" })],
  "request-list.requestCount": (actor, { title }) => requestCount(actor, { search: { q: title, meant } }),
  "requests-under.requestsUnder": (actor, { regime }) => requestsUnder(actor, regime),
  "resting-on.restingOn": (actor, { account }) => restingOn(actor, [account.id]),
  "set-up-names.namesInSetUp": within((tx, _, { request }) => namesInSetUp(tx, [{ requestId: request, digest: "0".repeat(64) }])),
  "staff.staffOf": (actor) => staffOf(actor),
  "stand-ins.knownStandIns": within((tx) => knownStandIns(tx, undefined)),
  "stand-ins.standInsOf": (actor) => standInsOf(actor, today, { past: true }),
  "stand-ins.colleaguesOf": (actor, { desk }) => colleaguesOf(actor, [desk]),
  "step-durations.decidedSteps": (_, { workflow }) => decidedSteps(workflow.id, "endorsement"),
  "step-names.pinnedSteps": within((tx, _, { workflow }) => pinnedSteps(tx, [{ workflowId: workflow.id, workflowVersion: workflow.version }])),
  "stream-page.streamPage": within((tx, _, asked) => streamPage(tx, stream(asked), 0)),
  "stream-page.streamBackwards": within((tx, _, asked) => streamBackwards(tx, stream(asked), null)),
  "whose-move.yoursAmong": (actor, { request }) => yoursAmong(actor, [request]),
  "workflows.publishedVersions": within((tx) => publishedVersions(tx)),
  "workflows.publishedVersion": within((tx, _, { workflow }) => publishedVersion(tx, workflow.id, workflow.version)),
  "workflows.versionBefore": within((tx, _, { workflow }) => versionBefore(tx, workflow.id, workflow.version + 1)),
  "workflows.proposalRows": within((tx) => proposalRows(tx)),
  "year-totals.yearTotal": (_, { organisation, request, requester }) => yearTotal("data.pi_count", { home: organisation, year: "2026", except: request, from: "CN", to: "HK", requester }),
  "year-totals.statutoryTotals": (actor, { organisation }) => statutoryTotals(actor, ["data.pi_count"], { home: organisation, year: "2026" }),
};
