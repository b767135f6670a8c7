import { v7 as newId } from "uuid";
import { RecordStage } from "../../../lib/request/commands/record-stage.ts";
import { execute } from "../../../lib/server/execute.ts";
import { codeFor } from "../../../lib/server/hand-over.ts";
import { requestDetail } from "../../../lib/server/request-detail.ts";
import { person } from "./cast.ts";
import type { Case, Somebody } from "./model.ts";
import type { Played } from "./play.ts";

/** A code by which something under way is handed over, and of which case. */
export type Code = { readonly code: string; readonly of: string };

/** Sends something on its way in the first case that lets its requester, and shows its code; null where none does. */
export async function codeShown(played: readonly Played[]): Promise<Code | null> {
  for (const { id, story } of played) {
    const requester = await person(`researcher@${story.home}.example`);
    const unit = (await requestDetail(requester, id))?.permit?.limit.unit ?? "piece";
    await execute(requester, id, RecordStage.parse({ type: "recordStage", commandId: newId(), stage: "departed", direction: "out", quantity: { value: "1", unit }, at: new Date(Date.now() - 1000).toISOString() }));
    for (const { id: movement } of (await requestDetail(requester, id))?.ledger ?? []) {
      const shown = await codeFor(requester, id, movement);
      if ("code" in shown) return { code: shown.code, of: id };
    }
  }
  return null;
}

/** Whoever may record movements for the institutions or on the two sides is shown by a code what it is, by its title; others are shown nothing. */
export function isShownTitle(who: Somebody, { home, host, from, to }: Case): boolean {
  return (who.roles.includes("researcher") && [home, host].includes(who.organisation)) || who.records.some((place) => [from, to].includes(place));
}
