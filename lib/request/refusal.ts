/** Every reason to say no. The words live in `messages/<language>/refusals.json`; edges map codes, nothing in lib knows HTTP. */
export const refusalCodes = [
  "notPermitted",
  "outsideKey",
  "wrongStatus",
  "versionConflict",
  "commandIdReused",
  "idTaken",
  "notRequester",
  "ownRequest",
  "teamMember",
  "notNamed",
  "decidedAnotherStep",
  "decidedAlready",
  "unknownStep",
  "stepNotOpen",
  "notAllowedAtStep",
  "termsNotAccepted",
  "unknownTerms",
  "missingAnswer",
  "missingTitle",
  "unknownFact",
  "wrongValue",
  "placesDisagree",
  "samePlace",
  "tooLong",
  "dateInPast",
  "dateInFuture",
  "windowReversed",
  "crossingOutsideWindow",
  "missingWindow",
  "unknownOrganisation",
  "missingHost",
  "sameParty",
  "unknownEndorser",
  "endorserIsRequester",
  "unknownPerson",
  "notOffered",
  "noDesk",
  "noWorkflow",
  "severalKinds",
  "severalPlaces",
  "routeFixed",
  "prohibited",
  "requirementOpen",
  "requirementRefused",
  "unknownRequirement",
  "requirementSettled",
  "validityBeforeDate",
  "unknownQuestion",
  "questionUnanswered",
  "audienceNotYours",
  "permitNotValid",
  "outsideWindow",
  "wrongUnit",
  "notPositive",
  "wholeNumberNeeded",
  "overLimit",
  "nothingToReturn",
  "unknownControlPoint",
  "documentTooLarge",
  "documentEmpty",
  "documentType",
  "tooManyDocuments",
  "unknownDocument",
  "unknownDesk",
  "brokenRule",
  "unknownPack",
  "malformed",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

export type Refusal = {
  readonly code: RefusalCode;
  /** Where in the command, as `facts.sample.un` or `conditions.0.text`. */
  readonly path?: string;
  /** What the sentence needs: ids, days, numbers as text. Never an answer. */
  readonly params?: Readonly<Record<string, string | number>>;
};

export function refusal(code: RefusalCode, params?: Refusal["params"], path?: string): Refusal {
  return { code, ...(path === undefined ? {} : { path }), ...(params === undefined ? {} : { params }) };
}
