import type { ScopedTx } from "../../../db/client.ts";
import { lateObligations } from "../../../db/queries/late-obligations.ts";
import { allowed } from "../../request/allowed.ts";
import { readableFacts } from "../../request/answers.ts";
import { weigh } from "../../request/asked.ts";
import { sinceBegun } from "../../request/began.ts";
import { blockerOf } from "../../request/blockers.ts";
import { warningsOf } from "../../request/commands/draft-fields.ts";
import { draftRequirements } from "../../request/commands/record-requirement.ts";
import { askingOf } from "../../request/commands/submit.ts";
import type { Context, Target } from "../../request/context.ts";
import { blocking } from "../../request/requirement.ts";
import { stepNames } from "../../workflow/definition.ts";
import { freshStep } from "../../workflow/progress.ts";
import { regimesOf } from "../policy.ts";
import type { RequestDetail } from "../request-detail.ts";
import { namesOf, regimesNamed } from "./names.ts";
import { namedSteps, officesOf } from "./steps.ts";
import { termsShown } from "./terms.ts";

/** A draft, with what would apply and who would decide if it were submitted as it stands. */
export async function ofDraft(tx: ScopedTx, target: Extract<Target, { at: "draft" }>, context: Context): Promise<RequestDetail> {
  const { draft } = target;
  const weighed = weigh(askingOf(draft), context);
  const asked = draftRequirements(draft, context);
  const requirements = asked.map((one) => {
    const { reference = null, question, reason } = draft.recorded.find(({ requirement }) => requirement === one.id) ?? {};
    return { ...one, reference, ...(question !== undefined && { question }), ...(reason !== undefined && { reason }) };
  });
  const definition = context.workflow?.definition;
  const planned = (weighed.plan?.steps ?? []).map(freshStep);
  const parties = [draft.home, ...(draft.host && "organisation" in draft.host ? [draft.host.organisation] : [])];
  const [offices, names, late] = await Promise.all([officesOf(tx, planned), namesOf(tx, [draft.requester, ...draft.team], parties, planned.map(({ desk }) => desk)), lateObligations(tx, { requester: draft.requester, request: draft.id, today: context.today })]);
  const steps = namedSteps(planned, offices, { workflow: definition, words: new Map(), conditions: [], today: context.today });
  return {
    ...draft,
    target,
    status: "draft",
    facts: readableFacts(draft.kind, draft.facts, null, context.rates),
    rates: context.rates,
    factsBefore: null,
    changed: [],
    findings: weighed.evaluation.findings,
    regimes: regimesNamed(regimesOf(context.packs), weighed.evaluation.findings),
    requirements,
    steps,
    blockers: blocking(asked, "submission", context.today).map((one) => blockerOf(one, context.today)),
    amendment: null,
    waits: [],
    permit: null,
    movements: [],
    ledger: [],
    traces: [],
    custody: [],
    discrepancies: [],
    obligations: [],
    lateObligations: late,
    documents: context.draftDocuments.map((one) => ({ ...one, at: null, erased: null })),
    endedOn: null,
    erasedOn: null,
    holds: [],
    terms: termsShown(draft.kind, draft.terms, draft.requester),
    warnings: warningsOf(draft, context),
    questions: [],
    sinceBegun: sinceBegun(draft.began, draft.kind, context, []),
    talk: [],
    allowed: allowed(target, context),
    names: { ...names, steps: definition ? stepNames(definition) : {} },
    submittedAt: null,
    submittedBy: null,
    changedAt: draft.updatedAt,
  };
}
