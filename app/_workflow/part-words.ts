import { ownNames } from "@/lib/language";
import type { Reader } from "@/lib/server/language";
import { regimeNamed } from "@/lib/server/policy";
import type { DeskSelector, Join, StepDefinition, WorkflowDefinition } from "@/lib/workflow/definition";
import type { StepPart, WholePart } from "@/lib/workflow/definition-difference";
import type { StepPeople } from "@/lib/workflow/step-people";
import type { VoteRule } from "@/lib/workflow/vote";

type Words = Pick<Reader, "language" | "t" | "format">;
/** Parts that are said in words; conditions are drawn as lists, by `ConditionOf`. */
type SaidPart = Exclude<StepPart, "when">;

/** What one part of a step says. */
export function partWords(part: SaidPart, step: StepDefinition, names: WorkflowDefinition["steps"], words: Words): string {
  const { language, t, format } = words;
  switch (part) {
    case "name":
    case "as":
      return step[part][language];
    case "needs":
      return needsWords(step.needs, names, words);
    case "per":
      return t(`workflows.${step.per ? "yes" : "no"}`);
    case "desk":
      return deskWords(step.desk, words);
    case "named":
      return t(`workflows.${step.named ? "yes" : "no"}`);
    case "mode":
      return modeWords(step.mode, words);
    case "clock":
      return clockWords(step.clock, words);
    case "awaits":
      return step.awaits ? format.list(step.awaits.requirements.map((id) => regimeNamed(id)?.title[language] ?? id), "disjunction") : "–";
    case "reserves": {
      const { quota, unit, fact } = step.reserves ?? {};
      return quota === undefined ? "–" : format.joined([quota, fact === undefined ? unit : format.pair(unit ?? "", t(`facts.${fact}.short`))]);
    }
    case "may":
      return format.list(step.may.map((one) => t(`workflows.may.${one}`)), "disjunction");
    case "people":
      return step.people ? peopleWords(step.people, words) : "–";
    case "drop":
      return step.drop ? format.list(step.drop.map((who) => t(`workflows.dropper.${who}`)), "disjunction") : "–";
    default:
      return part satisfies never;
  }
}

function peopleWords({ allot, prefers, keep, delegate, skip, reserved, mutual }: StepPeople, { t, format }: Words): string {
  return format.series([
    ...(allot ? [t("workflows.people.allot", { how: t(`pages.desk.allot.${allot}`) })] : []),
    ...(prefers?.language ? [t("workflows.people.language", { language: ownNames[prefers.language] })] : []),
    ...(prefers?.skill ? [t("workflows.people.skill", { skill: prefers.skill })] : []),
    ...(keep ? [t("workflows.people.familiar")] : []),
    ...(delegate === "anybody" ? [t("workflows.people.anybody")] : []),
    ...(skip ? [t("workflows.people.skip")] : []),
    ...(reserved ? [t("workflows.people.reserved")] : []),
    ...(mutual === undefined ? [] : [t("workflows.people.mutual", { count: mutual })]),
  ]) || "–";
}

/** The same of the whole workflow. */
export function wholeWords(part: Exclude<WholePart, "appliesTo">, { name, closed, appeal, outcome, steps }: WorkflowDefinition, words: Words): string {
  const { language, t } = words;
  switch (part) {
    case "name":
      return name[language];
    case "closed":
      return t(`workflows.${closed ? "no" : "yes"}`);
    case "appeal":
      return appeal ? t("workflows.clock.days", { count: appeal.workingDays }) : "–";
    case "outcome":
      return outcome ? needsWords(outcome, steps, words) : "–";
    default:
      return part satisfies never;
  }
}

export function deskWords({ function: does, offices }: DeskSelector, { t, format }: Words): string {
  return t("workflows.desk", { does, offices: officeWords(offices, { t, format }) });
}

/** Whose office takes it: the first of these that has such a desk. */
export function officeWords(offices: DeskSelector["offices"], { t, format }: Pick<Words, "t" | "format">): string {
  return format.list(offices.map((office) => t(`workflows.office.${office}`)), "disjunction");
}

function needsWords({ join, of, settles }: { readonly join: Join; readonly of: readonly string[]; readonly settles?: true | undefined }, names: WorkflowDefinition["steps"], { language, t, format }: Words): string {
  if (of.length === 0) return t("workflows.first");
  const steps = format.list(of.map((id) => names.find((step) => step.id === id)?.name[language] ?? id), join === "all" ? "conjunction" : "disjunction");
  const said = of.length === 1 ? steps : typeof join === "number" ? t("workflows.some", { count: join, steps }) : t(`workflows.${join}`, { steps });
  return format.joined([said, settles && t("workflows.settles")]);
}

function modeWords(mode: StepDefinition["mode"], words: Words): string {
  const { t, format } = words;
  if (typeof mode === "number") return t("workflows.mode.number", { count: mode });
  return typeof mode === "string" ? t(`workflows.mode.${mode}`) : format.pair(t("workflows.mode.vote"), voteWords(mode.vote, words));
}

function voteWords({ carries, present, veto, casting }: VoteRule, { t, format }: Words): string {
  const carrying = typeof carries === "number" ? t("pages.vote.rule.number", { count: carries }) : t(`pages.vote.rule.${carries}`);
  const present_ = present === "half" ? t("workflows.mode.half") : t("pages.vote.rule.quorum", { count: present });
  return format.sentences([carrying, present_, ...(veto ? [t("pages.vote.rule.veto")] : []), ...(casting ? [t("pages.vote.rule.casting")] : [])]);
}

export function clockWords(clock: StepDefinition["clock"], words: Words): string {
  const { t, format } = words;
  if (clock === null) return t("workflows.clock.none");
  const { workingDays, pausedWhileReturned, onDue, escalatesTo } = clock;
  return format.joined([
    t("workflows.clock.days", { count: workingDays }),
    !pausedWhileReturned && t("workflows.clock.runs"),
    onDue && t(`workflows.clock.${onDue.decides}`, { rule: onDue.rule }),
    escalatesTo && t("workflows.clock.escalates", { desk: deskWords(escalatesTo, words) }),
  ]);
}
