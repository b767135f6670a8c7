import type { ScopedTx } from "../../db/client.ts";
import { readTexts } from "../../db/log.ts";
import { eventHashes } from "../../db/queries/event-hashes.ts";
import { desksOfRequest, organisationsOfRequest } from "../../db/queries/desks-of-request.ts";
import type { Actor } from "../access/actor.ts";
import type { PaperContext } from "../working-paper/context.ts";
import type { AuditorsCommand } from "../working-paper/decide.ts";
import type { WorkingPaper } from "../working-paper/state.ts";

/** Gathers what a decision on this working paper looks at. */
export async function paperContext(tx: ScopedTx, actor: Actor, paper: WorkingPaper, { command, today }: { readonly command: AuditorsCommand; readonly today: string }): Promise<PaperContext> {
  const raised = command.type === "raiseFinding" ? command : null;
  const noted = command.type === "testCases" ? paper.cases.flatMap(({ request, note }) => (note ? [{ request, digest: note.digest }] : [])) : [];
  const [words, seen, desks, organisations] = await Promise.all([
    readTexts(tx, paper.id, noted.map(({ digest }) => digest)),
    raised ? eventHashes(tx, raised.request, raised.events) : [],
    raised ? desksOfRequest(tx, raised.request) : [],
    raised ? organisationsOfRequest(tx, raised.request) : [],
  ]);
  const notes = noted.flatMap(({ request, digest }) => {
    const note = words.get(digest);
    return note === undefined ? [] : [[request, note] as const];
  });
  return { actor, today, notes: new Map(notes), seen, desks: desks.map(({ id }) => id), organisations: organisations.map(({ id }) => id) };
}
