import type { PaperEvent, PaperEventType } from "./events.ts";
import type { AuditFinding, PaperState, WorkingPaper } from "./state.ts";

type FindingEvent = Extract<PaperEvent, { type: Extract<PaperEventType, `finding.${string}`> }>;

/** The state after one more event. Pure; never reads words; throws only when a stream breaks its own order. */
export function evolvePaper(state: PaperState, event: PaperEvent): WorkingPaper {
  if (event.type === "paper.opened") return begin(state, event);
  if (state.status === "none") throw new Error(`${event.type} before paper.opened`);
  if (state.status === "signed") throw new Error(`${event.type} after paper.signed`);
  return { ...change(state, event), seq: event.seq, changedAt: event.at };
}

/** A working paper's state from its whole stream. */
export function replayPaper(events: readonly PaperEvent[]): PaperState {
  return events.reduce<PaperState>(evolvePaper, { status: "none" });
}

/** Findings from the entries about them alone: as much as the desk that they ask has of the stream. */
export function replayFindings(events: readonly PaperEvent[]): readonly AuditFinding[] {
  return events.reduce<readonly AuditFinding[]>(evolveFindings, []);
}

/** Findings after one more entry of their paper. */
export function evolveFindings(findings: readonly AuditFinding[], event: PaperEvent): readonly AuditFinding[] {
  return isOfFinding(event) ? withFinding(findings, event) : findings;
}

function begin(state: PaperState, event: Extract<PaperEvent, { type: "paper.opened" }>): WorkingPaper {
  if (state.status !== "none") throw new Error("paper.opened stands twice");
  const { paper: id, seq, at, data } = event;
  const cases = data.cases.map((one) => ({ ...one, marks: [], note: null, testedBy: null, testedAt: null }));
  return { id, seq, ...data, cases, findings: [], status: "open", opener: personOf(event), openedAt: at, changedAt: at, signed: null };
}

function change(state: WorkingPaper, event: Exclude<PaperEvent, { type: "paper.opened" }>): WorkingPaper {
  const { at } = event;
  switch (event.type) {
    case "paper.tested":
      if (!state.cases.some(({ request }) => request === event.data.request)) throw new Error("a case that was not drawn");
      return { ...state, cases: state.cases.map((one) => (one.request === event.data.request ? { ...one, ...event.data, testedBy: personOf(event), testedAt: at } : one)) };
    case "paper.signed":
      return { ...state, status: "signed", signed: { by: personOf(event), at, conclusion: event.data.conclusion } };
    default:
      return { ...state, findings: withFinding(state.findings, event) };
  }
}

function withFinding(findings: readonly AuditFinding[], event: FindingEvent): readonly AuditFinding[] {
  const { at } = event;
  const { finding } = event.data;
  const isKnown = findings.some((one) => one.finding === finding);
  if (isKnown === (event.type === "finding.raised")) throw new Error(`finding ${finding} ${isKnown ? "raised twice" : "before it was raised"}`);
  const become = (change: (one: AuditFinding) => Partial<AuditFinding>) => findings.map((one) => (one.finding === finding ? { ...one, ...change(one) } : one));
  switch (event.type) {
    case "finding.raised":
      return [...findings, { ...event.data, organisation: event.data.organisation ?? null, raisedBy: personOf(event), raisedAt: at, replies: [], followUp: null, closed: null, told: [] }];
    case "finding.replied":
      return become(({ replies }) => ({ replies: [...replies, { by: personOf(event), at, stance: event.data.stance, text: event.data.text }] }));
    case "finding.followUpSet":
      return become(() => ({ followUp: { text: event.data.text, due: event.data.due } }));
    case "finding.reminded":
      return become(({ told }) => ({ told: [...told, { of: event.data.of, due: event.data.due, isLate: event.data.isLate }] }));
    case "finding.closed":
      return become(() => ({ closed: { by: personOf(event), at, reason: event.data.reason } }));
    default:
      return event satisfies never;
  }
}

function isOfFinding(event: PaperEvent): event is FindingEvent {
  return event.type.startsWith("finding.");
}

function personOf({ actor, type }: PaperEvent): string {
  if (!("person" in actor)) throw new Error(`${type} is an act of a person`);
  return actor.person;
}
