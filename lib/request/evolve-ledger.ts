import { crossings, type LedgerEntry } from "../permit/entry.ts";
import type { RequestEvent } from "./events.ts";
import type { LiveState } from "./state.ts";

type LedgerEvent = Extract<RequestEvent, { type: `movement.${string}` | `discrepancy.${string}` }>;
type Kept = Pick<LiveState, "ledger" | "movements" | "discrepancies" | "traces" | "custody">;
type EntryEvent = Exclude<LedgerEvent, { type: `discrepancy.${string}` | "movement.traced" | "movement.handedOver" }>;

/** The ledger and what is open in it after one more entry. */
export function ledgerAfter(kept: Kept, event: LedgerEvent, person: string | null): Kept {
  const { ledger, movements, discrepancies } = kept;
  switch (event.type) {
    case "discrepancy.opened": {
      const { discrepancy: id, ...about } = event.data;
      return { ...kept, discrepancies: [...discrepancies, { id, ...about, openedAt: event.at, resolved: null }] };
    }
    case "discrepancy.resolved": {
      const { discrepancy, outcome, reason } = event.data;
      return { ...kept, discrepancies: discrepancies.map((one) => (one.id === discrepancy ? { ...one, resolved: { at: event.at, person, outcome, reason } } : one)) };
    }
    case "movement.traced": {
      const { trace: id, ...about } = event.data;
      return { ...kept, traces: [...kept.traces, { id, ...about, recordedAt: event.at, person }] };
    }
    case "movement.handedOver": {
      const { handOver: id, stated = null, ...about } = event.data;
      return { ...kept, custody: [...kept.custody, { id, ...about, stated, recordedAt: event.at }] };
    }
    case "movement.corrected": {
      const entry = entryOf(event, person);
      const after = [...ledger.map((one) => (one.id === entry.corrects ? { ...one, correctedBy: entry.id } : one)), entry];
      return { ...kept, ledger: after, movements: crossings(after) };
    }
    default: {
      const entry = entryOf(event, person);
      return { ...kept, ledger: [...ledger, entry], movements: entry.stage === "crossed" ? [...movements, entry] : movements };
    }
  }
}

function entryOf(event: EntryEvent, person: string | null): LedgerEntry {
  const { movement: id, direction, quantity, stated = null, rate = null, controlPoint, at, consignment = id, papers = [], about = null } = event.data;
  const { expected = null, reading = null, corrects = null, reason = null, isVoid = false } = { expected: undefined, reading: undefined, corrects: undefined, reason: undefined, isVoid: undefined, ...event.data };
  return { id, stage: stageOf(event), direction, quantity, stated, rate, controlPoint, at, recordedAt: event.at, person, consignment, expected, papers, about, reading, corrects, correctedBy: null, reason, isVoid };
}

function stageOf(event: EntryEvent): LedgerEntry["stage"] {
  switch (event.type) {
    case "movement.recorded":
    case "movement.read":
      return "crossed";
    case "movement.planned":
      return "planned";
    case "movement.departed":
      return "departed";
    case "movement.arrived":
      return "arrived";
    case "movement.ended":
      return event.data.end;
    case "movement.corrected":
      return event.data.stage;
    default:
      return event satisfies never;
  }
}
