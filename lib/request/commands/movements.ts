import { CorrectMovement, correctMovement } from "./correct-movement.ts";
import { PlanMovement, planMovement } from "./plan-movement.ts";
import { RecordEnd, recordEnd } from "./record-end.ts";
import { RecordMovements, recordMovements } from "./record-movements.ts";
import { RecordReading, recordReading } from "./record-reading.ts";
import { RecordStage, recordStage } from "./record-stage.ts";
import { RecordTrace, recordTrace } from "./record-trace.ts";
import { ReportNotArrived, reportNotArrived } from "./report-not-arrived.ts";
import { ResolveDiscrepancy, resolveDiscrepancy } from "./resolve-discrepancy.ts";
import { TakeOver, takeOver } from "./take-over.ts";

/** What is written in a permit's ledger besides crossings, with its rules. */
export const MovementCommands = [PlanMovement, RecordStage, RecordEnd, RecordMovements, RecordReading, RecordTrace, TakeOver, CorrectMovement, ResolveDiscrepancy] as const;
/** What the system writes by itself. */
export const SystemMovementCommands = [ReportNotArrived] as const;
export const movementRules = { planMovement, recordStage, recordEnd, recordMovements, recordReading, recordTrace, takeOver, correctMovement, resolveDiscrepancy, reportNotArrived } as const;
/** In the order in which screens list them. */
export const inLedger = ["planMovement", "recordStage", "recordEnd", "recordMovements", "recordReading", "recordTrace", "takeOver", "correctMovement", "resolveDiscrepancy"] as const satisfies readonly (keyof typeof movementRules)[];
