import type { Actor } from "../access/actor.ts";
import { isPerson } from "../request/context.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { said } from "../request/rule.ts";
import { readersOf, replies } from "./asked.ts";
import type { PaperCommand } from "./command.ts";
import type { PaperContext } from "./context.ts";
import type { NewPaperHappening } from "./events.ts";
import { audits } from "./scope.ts";
import { type AuditFinding, findingStatus, isTested, type WorkingPaper } from "./state.ts";
import { testedRows, testRefusals } from "./tests.ts";

export type ReplyToFinding = Extract<PaperCommand, { type: "replyToFinding" }>;
/** What auditors do; desks reply. */
export type AuditorsCommand = Exclude<PaperCommand, ReplyToFinding>;
export type PaperOutcome = { readonly events: readonly NewPaperHappening[] } | { readonly refusals: readonly Refusal[] };

/** Decides a command on a working paper: pure. Permission is asked before any rule; then every reason against is given, not the first. */
export function decidePaper(command: AuditorsCommand, state: WorkingPaper, context: PaperContext): PaperOutcome {
  const against = mayOnPaper(command.type, state, { ...context, finding: "finding" in command ? command.finding : undefined });
  if (against.some(({ code }) => code === "notPermitted")) return { refusals: against };
  if (command.expectedVersion !== undefined && command.expectedVersion !== state.seq) return { refusals: [refusal("versionConflict", { version: state.seq })] };
  if (against.length > 0) return { refusals: against };
  const refusals = check(command, state, context);
  return refusals.length > 0 ? { refusals } : { events: happenings(command, state, context) };
}

/** Whether a command could be accepted now, whatever it contained: the auditors of the scope work on the paper. */
export function mayOnPaper(command: AuditorsCommand["type"], state: WorkingPaper, { actor, finding }: { readonly actor: Actor; readonly finding?: number | undefined }): Refusal[] {
  if (!isPerson(actor) || !audits(actor, state.scope)) return [refusal("notPermitted")];
  if (state.status === "signed") return [refusal("paperSigned")];
  const one = state.findings.find((other) => other.finding === finding);
  if (one?.closed) return [refusal("findingClosed", { finding: one.finding }, "finding")];
  return command === "signPaper" ? unfinished(state) : [];
}

/** Decides a reply, of the one finding and nothing else of the paper: the desk that is asked has no more of it. */
export function decideReply(command: ReplyToFinding, finding: AuditFinding | undefined, { actor, version }: { readonly actor: Actor; readonly version: number }): PaperOutcome {
  if (!finding || !replies(actor, finding)) return { refusals: [refusal("notPermitted")] };
  if (command.expectedVersion !== undefined && command.expectedVersion !== version) return { refusals: [refusal("versionConflict", { version })] };
  if (finding.closed) return { refusals: [refusal("findingClosed", { finding: finding.finding }, "finding")] };
  return { events: [{ type: "finding.replied", data: { finding: finding.finding, stance: command.stance, text: said(command.text, readersOf(finding)) } }] };
}

function unfinished({ cases, findings, attributes }: WorkingPaper): Refusal[] {
  const untested = cases.filter((one) => !isTested(one, attributes)).map(({ number }) => number);
  const open = findings.filter(({ closed }) => !closed).map(({ finding }) => String(finding));
  return [...(untested.length > 0 ? [refusal("casesUntested", { numbers: untested.join(", ") })] : []), ...(open.length > 0 ? [refusal("findingsOpen", { numbers: open.join(", ") })] : [])];
}

function check(command: AuditorsCommand, state: WorkingPaper, context: PaperContext): Refusal[] {
  const { today, seen } = context;
  switch (command.type) {
    case "testCases":
      return testRefusals(command, state, context);
    case "raiseFinding":
      if (!state.cases.some(({ request }) => request === command.request)) return [refusal("unknownCase", {}, "request")];
      return [
        ...command.events.flatMap((seq, at) => (seen.some((one) => one.seq === seq) ? [] : [refusal("unknownEvent", { seq }, `events.${at}`)])),
        ...notAsked(command, context),
        ...past(command.replyBy, today, "replyBy"),
      ];
    case "setFollowUp":
      return [...known(command.finding, state), ...past(command.due, today, "due")];
    case "closeFinding": {
      const one = state.findings.find(({ finding }) => finding === command.finding);
      // Whoever raised it cannot let it drop without a word: it is closed on a reply, or on a reason that stays in the record.
      return one && findingStatus(one) === "asked" && command.reason === undefined ? [refusal("replyOrReasonNeeded", {}, "reason")] : known(command.finding, state);
    }
    case "signPaper":
      return [];
    default:
      return command satisfies never;
  }
}

function happenings(command: AuditorsCommand, state: WorkingPaper, context: PaperContext): NewPaperHappening[] {
  switch (command.type) {
    case "testCases":
      return testedRows(command, state, context);
    case "raiseFinding": {
      const { request, severity, text, desk = null, organisation, replyBy } = command;
      const events = context.seen.filter(({ seq }) => command.events.includes(seq)).toSorted((a, b) => a.seq - b.seq);
      return [{ type: "finding.raised", data: { finding: state.findings.length + 1, request, severity, text: said(text, readersOf({ desk, organisation: organisation ?? null })), events, desk, ...(organisation !== undefined && { organisation }), replyBy } }];
    }
    case "setFollowUp":
      return [{ type: "finding.followUpSet", data: { finding: command.finding, text: about(command.finding, command.text, state), due: command.due } }];
    case "closeFinding":
      return [{ type: "finding.closed", data: { finding: command.finding, reason: command.reason === undefined ? null : about(command.finding, command.reason, state) } }];
    case "signPaper":
      return [{ type: "paper.signed", data: { conclusion: said(command.conclusion) } }];
    default:
      return command satisfies never;
  }
}

function about(finding: number, text: string, state: WorkingPaper) {
  const asked = state.findings.find((one) => one.finding === finding);
  if (!asked) throw new Error(`finding ${finding} was let through unknown`);
  return said(text, readersOf(asked));
}

/** One is asked, and it has part in the case. */
function notAsked({ desk, organisation }: Extract<AuditorsCommand, { type: "raiseFinding" }>, { desks, organisations }: PaperContext): Refusal[] {
  if ((desk === undefined) === (organisation === undefined)) return [refusal("oneIsAsked", {}, "desk")];
  if (desk !== undefined) return desks.includes(desk) ? [] : [refusal("deskNotOfCase", {}, "desk")];
  return organisation !== undefined && organisations.includes(organisation) ? [] : [refusal("organisationNotOfCase", {}, "organisation")];
}

function known(finding: number, { findings }: WorkingPaper): Refusal[] {
  return findings.some((one) => one.finding === finding) ? [] : [refusal("unknownFinding", { finding }, "finding")];
}

function past(day: string, today: string, path: string): Refusal[] {
  return day < today ? [refusal("dateInPast", { day }, path)] : [];
}
