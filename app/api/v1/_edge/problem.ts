import { format } from "@/lib/format";
import type { Language } from "@/lib/language";
import type { Refusal, RefusalCode } from "@/lib/request/refusal";
import { translator } from "@/lib/server/translate";
import type { StepNames } from "@/lib/workflow/definition";
import type { Part } from "@/lib/request/several";
import { worded } from "./language";

const errors = [400, 401, 404, 405, 409, 410, 413, 415, 422, 429, 500] as const;
export type Status = (typeof errors)[number];

/** What a refusal is to a program that asks: every code has a row. */
const statuses = {
  malformed: 400,
  versionConflict: 409,
  commandIdReused: 409,
  idTaken: 409,
  addressTaken: 409,
  documentTooLarge: 413,
  documentType: 415,
  ...rules("notPermitted", "outsideKey", "wrongStatus", "notRequester", "ownRequest", "teamMember", "notNamed", "decidedAnotherStep", "decidedAlready", "unknownStep", "stepNotOpen", "notAllowedAtStep", "noClock", "extendedAlready", "clockOver", "tooManyDays"),
  ...rules("membersVote", "noVote", "notMember", "recused", "headAside", "votedAlready", "tieForHead", "noTie", "castingAbstains", "headOnly", "notQuorate", "voteClosed", "noVacancy", "memberAlready", "notAnOfficer", "notLapsed"),
  ...rules("termsNotAccepted", "barred", "unknownTerms", "missingAnswer", "missingTitle", "unknownFact", "wrongValue", "placesDisagree", "samePlace", "tooLong", "dateInPast", "dateInFuture", "windowReversed"),
  ...rules("crossingOutsideWindow", "missingWindow", "unknownOrganisation", "missingHost", "sameParty", "unknownEndorser", "endorserIsRequester", "unknownPerson", "notAnAddress", "tooManyAddresses", "notOffered", "noDesk", "noWorkflow", "severalKinds", "severalPlaces", "routeFixed"),
  ...rules("prohibited", "requirementOpen", "requirementRefused", "requirementQueried", "requirementExpired", "requirementNotYet", "requirementNotFiled", "questionMissing", "notOfOutcome", "nothingExpires", "nothingToRemind", "unknownGrant", "unknownRequirement", "requirementSettled", "validityBeforeDate", "unknownQuestion", "questionUnanswered", "audienceNotYours"),
  ...rules("permitNotValid", "outsideWindow", "wrongUnit", "notPositive", "wholeNumberNeeded", "overLimit", "overGrant", "nothingToReturn", "unknownControlPoint"),
  ...rules("rateNeeded", "unknownMovement", "nothingMoved", "rangeReversed", "traceUnread", "traceTooLong", "traceDays", "traceLine", "traceElsewhen", "stageBehind", "beforeEarlierStage", "readingBelow", "readingNotLast", "correctedAlready", "belowAccounted", "recordedAlone", "recordedAlready", "repeatedRow", "movementTwice", "tooManyDigits", "unknownColumn", "columnTwice", "columnMissing", "noRows", "notHandedOver", "notInHand", "codeForeign", "codeUsed", "codeOwn", "codeExpired", "codeWithdrawn", "nothingUnderWay", "notDeparted", "arrivedAlready", "ownHandOver", "noDiscrepancy", "discrepancyOpen", "noObligation", "askedElsewhere", "proofNeeded", "yearNotBegun", "evidenceNeeded", "obligationsLate"),
  ...rules("underHold", "liftedTheHold", "heldAlreadyByLaw", "noHold", "unknownRule", "ruleElsewhere", "ruleNotYours", "eraseUnderWay", "keptUntil", "papersKept", "papersKeptUntil", "requirementRestsOnPaper", "obligationRestsOnPaper", "erasedAlready", "nothingToErase", "notYourWords", "deskErasesPapers", "paperOfDecider", "keptTooShort", "stillActive", "workInHand", "forgottenAlready"),
  ...rules("nothingChanged", "limitBelowUsed", "amendmentOpen", "noAmendment", "amendmentNotReturned", "windowNotLater", "permitSuspended", "notSuspended", "reissuedAlready", "otherPermit", "permitRevokedFrom", "noTeam", "notTeammate", "tookPart", "unknownEntry", "notCorrectable", "notYourEntry", "appealedAlready", "appealTooLate", "noAppealDesk", "notIndependent", "stepNeeded", "appealOpen", "unknownVersion", "olderVersion", "losesDecision"),
  ...rules("bundleTooLarge", "documentEmpty", "tooManyDocuments", "unknownDocument", "unknownDesk", "brokenRule", "brokenWorkflow", "unknownWorkflow", "versionNotLater", "proposalOpen", "proposalClosed", "ownProposal", "standsInForAuthor", "unknownPack"),
  ...rules("dossierClosed", "unknownRequest", "linkedAlready", "linkedElsewhere", "notLinked", "notYourRequest", "roleNotOfKind", "tooManyRequests", "stillDepends", "stillWaits"),
  populationChanged: 409,
  ...rules("populationEmpty", "populationTooLarge", "sampleTooLarge", "fewerThanStrata", "paperSigned", "unknownCase", "unknownAttribute", "repeatedAttribute", "repeatedCase", "unknownEvent", "deskNotOfCase", "organisationNotOfCase", "oneIsAsked", "unknownFinding", "findingClosed", "replyOrReasonNeeded", "casesUntested", "findingsOpen", "unknownScope"),
  ...rules("waitsForItself", "dependencyKnown", "dependencyCircle", "dependencyTooLate", "unknownDependency", "missingStep", "stepNotAwaited", "dependencyOpen", "dependencyEnded"),
  ...rules("mayNotAdvise", "advisedAlready", "referralReplaced", "adviceNotWanted", "advisedOnIt", "reservedToAsked", "nothingToCountersign", "stepSuspended", "stepNotSuspended", "nothingToTell"),
  ...rules("delegatedAlready", "standInForOneself", "standInOverlaps", "standInCircle", "standInBeyondRights", "standInTooLong", "nothingToStandInFor", "mutualApproval", "quotaExceeded", "noQuota", "quotaBelowTaken", "nobodyToTake", "heldByOther", "heldAlready", "notHeld", "notOfDesk", "namesThemself", "notOfOrganisation", "headAlready", "headNoMore", "mayNotDecide", "standsInForParty"),
  ...rules("glassNotNeeded", "glassOpen", "glassReason", "glassHours"),
} as const satisfies Record<RefusalCode, Status>;

/** The status of all refusals together: what is malformed, or in conflict, comes before what a rule says. */
export function statusOf(refusals: readonly Refusal[]): Status {
  const found = new Set<Status>(refusals.map(({ code }) => statuses[code]));
  return ([400, 413, 415, 409] as const).find((status) => found.has(status)) ?? 422;
}

export type Detail = { /** What more there is to say where nothing is refused. */ readonly words?: string; readonly refusals?: readonly Refusal[]; readonly steps?: StepNames; readonly split?: readonly Part[]; readonly headers?: Readonly<Record<string, string>> };

/** An RFC 9457 problem in the caller's language. `refusals` name every reason with its sentence; the list of codes is part of the OpenAPI document. */
export function problem(status: Status, language: Language, { words, refusals = [], steps, split, headers = {} }: Detail = {}): Response {
  const said = refusals.map((one) => worded(one, language, steps));
  const title = translator(language)(`api.problem.${status}`);
  const body = { type: "about:blank", title, status, ...(words !== undefined && { detail: words }), ...(said.length > 0 && { detail: format(language).sentences([...new Set(said.map(({ message }) => message))]) }), refusals: said, ...(split && { split }) };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", "content-language": language, "cache-control": "no-store", ...(status === 401 && { "www-authenticate": "Bearer" }), ...headers },
  });
}

function rules<const C extends RefusalCode>(...codes: readonly C[]): Record<C, 422> {
  return Object.fromEntries(codes.map((code) => [code, 422])) as Record<C, 422>;
}
