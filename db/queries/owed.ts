import { and, eq, exists, gte, inArray, lt, ne, notExists, or, type SQL, sql } from "drizzle-orm";
import { type Obligation, askedByDesks, openObligations } from "../../lib/request/obligations.ts";
import { replay } from "../../lib/request/evolve.ts";
import type { ScopedTx } from "../client.ts";
import { loadEvents } from "../log.ts";
import { obligations, requests, requirements, steps } from "../schema/requests.ts";
import { today } from "./today.ts";

/** Of requests, `crossedAt` is null where nothing went. */
type Asked = { readonly id: string; readonly status: string; readonly crossedAt: string | null };
export type OpenOf = Pick<Obligation, "id" | "kind" | "requirement" | "due"> & { readonly request: string };

/** What is open of some requests' obligations: with a last day, or asked for by a desk. What a rule asks for without a day stands among the requirements. */
export async function owedIn(tx: ScopedTx, asked: readonly Asked[]): Promise<readonly OpenOf[]> {
  if (asked.length === 0) return [];
  const ids = asked.map(({ id }) => id);
  const [dated, undated] = await Promise.all([
    tx.select({ request: obligations.requestId, id: obligations.obligationId, kind: obligations.kind, requirement: obligations.requirementId, due: obligations.dueOn }).from(obligations).where(and(inArray(obligations.requestId, ids), or(ne(obligations.kind, "keepPapers"), gte(obligations.dueOn, today)))),
    withoutDay(tx, asked),
  ]);
  return [...dated, ...undated];
}

/** What desks want done after a crossing that has not been yet has no last day and no row; it is read from the record of those few that have such a condition. */
async function withoutDay(tx: ScopedTx, asked: readonly Asked[]): Promise<OpenOf[]> {
  const waiting = asked.flatMap(({ id, status, crossedAt }) => (status === "permitted" && crossedAt === null ? [id] : []));
  if (waiting.length === 0) return [];
  const rows = await tx.selectDistinct({ id: steps.requestId }).from(steps).where(and(inArray(steps.requestId, waiting), eq(steps.outcome, "approved-with-conditions")));
  const found = await Promise.all(
    rows.map(async ({ id: request }) => {
      const state = replay(await loadEvents(tx, request));
      if (state.status === "none") return [];
      return openObligations(askedByDesks(state, "0001-01-01")).flatMap(({ id, kind, requirement, due }) => (due === null ? [{ request, id, kind, requirement, due }] : []));
    }),
  );
  return found.flat();
}

/** A last day of a request has passed, and its requester has yet to do what was to be done by it; what lies with an authority is not theirs to do. */
export function isOverdue(tx: ScopedTx): SQL {
  const filed = tx.select({ one: sql`1` }).from(requirements).where(and(eq(requirements.requestId, obligations.requestId), eq(requirements.requirementId, obligations.requirementId), eq(requirements.status, "filed")));
  return exists(tx.select({ one: sql`1` }).from(obligations).where(and(eq(obligations.requestId, requests.requestId), ne(obligations.kind, "keepPapers"), lt(obligations.dueOn, today), notExists(filed))));
}
