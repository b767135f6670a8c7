import { z } from "zod";
import { accountAt, canCount } from "../../account/ledger.ts";
import { askedData, askingRefusals, weigh, type Asking } from "../asked.ts";
import { sinceBegun } from "../began.ts";
import { isPerson, type Context } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { NewHappening } from "../events.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { refused, said, type CommandRule } from "../rule.ts";
import { barRefusal } from "../own-rights.ts";
import { recordedEvent } from "../recorded.ts";
import { limitOfDraft } from "./link-grant.ts";
import { draftRequirements } from "./record-requirement.ts";
import { acts, asParty, needsStatus } from "./shared.ts";

export const Submit = z.strictObject({ type: z.literal("submit"), ...acts });

/** Submits a draft: fixes its answers, what applies, and who decides, and opens the first step. */
export const submit: CommandRule<typeof Submit> = {
  schema: Submit,
  permitted: (target, context) => asParty("request.own", target, context),
  may(target, context) {
    if (target.at !== "draft") return needsStatus(target, "draft");
    const { actor } = context;
    if (!isPerson(actor) || actor.id !== target.draft.requester) return [refusal("notRequester")];
    const asking = askingNow(target.draft, context);
    return [...askingRefusals(asking, weigh(asking, context), draftRequirements(target.draft, context), context), ...partyRefusals(target.draft, context), ...context.bars.map(barRefusal), ...termRefusals(target.draft, context), ...grantRefusals(target.draft, context)];
  },
  decide(_command, target, context) {
    if (target.at !== "draft" || !context.workflow || !context.home || !context.host) return refused(refusal("wrongStatus"));
    const { draft } = target;
    const asking = askingNow(draft, context);
    const since = sinceBegun(draft.began, draft.kind, context, draft.claims.filter((claim) => !asking.claims.includes(claim)));
    const { definition, digest } = context.workflow;
    const asked = askedData(asking, weigh(asking, context), context);
    const submitted: NewHappening = {
      type: "request.submitted",
      data: {
        number: draft.number,
        kind: draft.kind,
        draftVersion: draft.version,
        workflow: { id: definition.id, version: definition.version, digest },
        requester: draft.requester,
        team: [...draft.team],
        endorser: context.endorser,
        home: context.home,
        host: context.host,
        terms: draft.terms.map((one) => ({ ...one })),
        ...(since.length > 0 && { sinceBegun: since.map((one) => ({ ...one })) }),
        ...asked,
      },
    };
    return { events: [submitted, ...attached(context), ...recorded(draft, context)] };
  },
};

export function askingOf({ kind, title, facts, lines, claims, window, limit, requester, team }: Draft): Asking {
  return { kind, title, facts, lines, claims, window, limit, requester, team };
}

/** What is asked, without claims of programmes that a changed rule pack closed after the draft began: nobody could claim them now. */
function askingNow(draft: Draft, context: Context): Asking {
  const asking = askingOf(draft);
  if (!sinceBegun(draft.began, draft.kind, context, []).some(({ code }) => code === "packChanged")) return asking;
  const { refusedClaims } = weigh(asking, context).evaluation;
  return { ...asking, claims: asking.claims.filter((claim) => !refusedClaims.includes(claim)) };
}

function attached({ draftDocuments }: Context): NewHappening[] {
  return draftDocuments.map(({ id, name, ...about }) => ({ type: "document.attached", data: { document: id, name: said(name), ...about } }));
}

/** What was recorded about requirements while it was a draft, for those that still apply. */
function recorded(draft: Draft, context: Context): NewHappening[] {
  const asked = new Set(draftRequirements(draft, context).map(({ id }) => id));
  return draft.recorded
    .filter(({ requirement }) => asked.has(requirement))
    .map((record) => recordedEvent(record));
}

function partyRefusals(draft: Draft, { home, host, endorser }: Context): Refusal[] {
  return [
    ...(home === null ? [refusal("unknownOrganisation", { organisation: draft.home }, "parties.home")] : []),
    ...(draft.host === null ? [refusal("missingHost", {}, "parties.host")] : host === null ? [refusal("unknownOrganisation", {}, "parties.host")] : []),
    ...(home !== null && host !== null && "organisation" in host && host.organisation === home.organisation ? [refusal("sameParty", {}, "parties.host")] : []),
    ...(draft.endorser !== null && endorser === null ? [refusal("unknownEndorser", {}, "endorser")] : []),
    ...(endorser === draft.requester ? [refusal("endorserIsRequester", {}, "endorser")] : []),
  ];
}

/** The standing grants that it is to rest on are still there, and count what it asks for. */
function grantRefusals(draft: Draft, context: Context): Refusal[] {
  const asked = new Set(draftRequirements(draft, context).map(({ id }) => id));
  return draft.recorded.flatMap(({ requirement, grant }) => {
    if (!grant || !asked.has(requirement)) return [];
    const account = accountAt(context.accounts, grant);
    if (!account?.grant) return [refusal("unknownGrant", { grant: `${grant.quota} ${grant.year}` })];
    return canCount(account, limitOfDraft(draft)) ? [] : [refusal("wrongUnit", { unit: account.limit.unit }, "limit.unit")];
  });
}

function termRefusals(draft: Draft, { terms }: Context): Refusal[] {
  return terms
    .filter(({ id, version }) => !draft.terms.some((had) => had.id === id && had.version === version && had.person === draft.requester))
    .map(({ id, version }) => refusal("termsNotAccepted", { terms: `${id}@${version}` }, "terms"));
}
