import { asking } from "../../db/queries/questions/asking.ts";
import { breakGlass } from "../../db/queries/questions/break-glass.ts";
import { fasterThanReading } from "../../db/queries/questions/faster-than-reading.ts";
import { mutualApprovals } from "../../db/queries/questions/mutual-approvals.ts";
import { namesInAnswer, type AnswerNames } from "../../db/queries/questions/names.ts";
import { outsideScope } from "../../db/queries/questions/outside-scope.ts";
import { overdueObligations } from "../../db/queries/questions/overdue-obligations.ts";
import { ownApprovals } from "../../db/queries/questions/own-approvals.ts";
import { permitsPastTerms } from "../../db/queries/questions/permits-past-terms.ts";
import { overlappingRights, unusedRights } from "../../db/queries/questions/rights.ts";
import { rightsHistory } from "../../db/queries/questions/rights-history.ts";
import { auditedBy, type Scope } from "../../db/queries/questions/scope.ts";
import { sealKept } from "../../db/queries/seals.ts";
import { setUpChanges } from "../../db/queries/questions/set-up-changes.ts";
import { skippedSteps } from "../../db/queries/questions/skipped-steps.ts";
import type { Actor } from "../access/actor.ts";
import { type Found, type Narrowing, type Question, type RuleSetting, settingsOf, usualRule } from "../insight/question.ts";

/** What a question comes to: the number, what was looked at, by which rule, and the rows with the names that stand in them. */
export type QuestionAnswer = Found & { readonly question: Question; readonly rule: Readonly<Partial<Record<RuleSetting, number>>>; readonly names: AnswerNames; /** The newest seal that stood when it was asked. */ readonly seal: { readonly size: number; readonly root: string; readonly at: string } | null };

/** Answers a question of the record as far as its asker audits it; null for whoever audits nothing. */
export async function questionAnswer(actor: Actor, question: Question, narrowing: Narrowing, now: Date): Promise<QuestionAnswer | null> {
  const places = auditedBy(actor);
  if (!places) return null;
  const rule = Object.fromEntries(Object.entries(usualRule).map(([name, usual]) => [name, narrowing[name as RuleSetting] ?? usual])) as Record<RuleSetting, number>;
  const scope: Scope = { ...narrowing, ...places, rule, now: now.toISOString() };
  // Read first: whatever it covers is among what is asked.
  const seal = await sealKept();
  const found = await answers[question](actor, scope);
  const names = await asking(actor, (tx) => namesInAnswer(tx, found.items));
  return { question, rule: Object.fromEntries((settingsOf[question] ?? []).map((name) => [name, rule[name]])), ...found, names, seal: seal && { size: seal.size, root: seal.root, at: seal.sealedAt } };
}

const system = { kind: "system" } as const;

const answers: Readonly<Record<Question, (actor: Actor, scope: Scope) => Promise<Found>>> = {
  async "own-approvals"(actor, scope) {
    const { standIns } = await rightsHistory();
    return asking(actor, (tx) => ownApprovals(tx, scope, standIns));
  },
  "mutual-approvals": (actor, scope) => asking(actor, (tx) => mutualApprovals(tx, scope)),
  async "outside-scope"(actor, scope) {
    const rights = await rightsHistory();
    return asking(actor, (tx) => outsideScope(tx, scope, rights));
  },
  "faster-than-reading": (actor, scope) => asking(actor, (tx) => fasterThanReading(tx, scope)),
  "skipped-steps": (actor, scope) => asking(actor, (tx) => skippedSteps(tx, scope)),
  "permits-past-terms": (actor, scope) => asking(actor, (tx) => permitsPastTerms(tx, scope)),
  "overdue-obligations": (actor, scope) => asking(actor, (tx) => overdueObligations(tx, scope)),
  async "unused-rights"(actor, scope) {
    const rights = await rightsHistory();
    return asking(actor, (tx) => unusedRights(tx, scope, rights));
  },
  async "overlapping-rights"(actor, scope) {
    const rights = await rightsHistory();
    return asking(actor, (tx) => overlappingRights(tx, scope, rights));
  },
  "set-up-changes": (actor, scope) => asking(actor, (tx) => setUpChanges(tx, scope)),
  "break-glass": (_, scope) => asking(system, (tx) => breakGlass(tx, scope)),
};
