import { crossings, type LedgerEntry } from "../permit/entry.ts";
import type { RequestEvent } from "./events.ts";
import type { LiveState } from "./state.ts";

type LedgerEvent = Extract<RequestEvent, { type: `movement.${string}` | `discrepancy.${string}` }>;
type Kept = Pick<LiveState, "ledger" | "movements" | "discrepancies">;

/** The ledger and what is open in it after one more entry. */
export function ledgerAfter({ ledger, movements, discrepancies }: Kept, event: LedgerEvent, person: string | null): Kept {
  switch (event.type) {
    case "discrepancy.opened": {
      const { discrepancy: id, ...about } = event.data;
      return { ledger, movements, discrepancies: [...discrepancies, { id, ...about, openedAt: event.at, resolved: null }] };
    }
    case "discrepancy.resolved": {
      const { discrepancy, outcome, reason } = event.data;
      return { ledger, movements, discrepancies: discrepancies.map((one) => (one.id === discrepancy ? { ...one, resolved: { at: event.at, person, outcome, reason } } : one)) };
    }
    case "movement.corrected": {
      const entry = entryOf(event, person);
      const after = [...ledger.map((one) => (one.id === entry.corrects ? { ...one, correctedBy: entry.id } : one)), entry];
      return { ledger: after, movements: crossings(after), discrepancies };
    }
    default: {
      const entry = entryOf(event, person);
      return { ledger: [...ledger, entry], movements: entry.stage === "crossed" ? [...movements, entry] : movements, discrepancies };
    }
  }
}

function entryOf(event: Exclude<LedgerEvent, { type: `discrepancy.${string}` }>, person: string | null): LedgerEntry {
  const { movement: id, direction, quantity, stated = null, rate = null, controlPoint, at, consignment = id, papers = [], about = null } = event.data;
  const { expected = null, reading = null, corrects = null, reason = null, isVoid = false } = { expected: undefined, reading: undefined, corrects: undefined, reason: undefined, isVoid: undefined, ...event.data };
  return { id, stage: stageOf(event), direction, quantity, stated, rate, controlPoint, at, recordedAt: event.at, person, consignment, expected, papers, about, reading, corrects, correctedBy: null, reason, isVoid };
}

function stageOf(event: Exclude<LedgerEvent, { type: `discrepancy.${string}` }>): LedgerEntry["stage"] {
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
