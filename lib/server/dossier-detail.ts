import { dossierAsItStood } from "../../db/as-it-stood.ts";
import { asReader } from "../../db/client.ts";
import { dependenciesOf, type StandingDependency } from "../../db/dossiers.ts";
import { seesDossier } from "../../db/queries/dossiers.ts";
import { linkedRequests, type LinkedItem } from "../../db/queries/linked-requests.ts";
import { readTexts } from "../../db/log.ts";
import type { Actor } from "../access/actor.ts";
import { DossierCommand, type DossierCommandType } from "../dossier/command.ts";
import type { SeenRequest } from "../dossier/context.ts";
import { mayOnDossier } from "../dossier/decide.ts";
import type { DossierStatus } from "../dossier/state.ts";
import type { Refusal } from "../request/refusal.ts";
import { moment, realClock } from "./clock.ts";
import { dossierContext } from "./dossier-context.ts";

/** Everything that an actor may know of one dossier: one shape for the page and the API. */
export type DossierDetail = {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: DossierStatus;
  readonly version: number;
  readonly opener: string;
  readonly openedAt: string;
  readonly changedAt: string;
  readonly requests: readonly LinkedItem[];
  readonly dependencies: readonly StandingDependency[];
  /** The same requests as a decision sees them: whose they are, and which steps they have. */
  readonly known: readonly SeenRequest[];
  /** The first entry that cannot follow what stands before it: the dossier is shown as it stood before that. */
  readonly stops: number | null;
  readonly allowed: readonly { readonly command: DossierCommandType; readonly allowed: boolean; readonly reasons: readonly Refusal[] }[];
};

const commands = DossierCommand.options.map((option) => option.shape.type.value);

/** One dossier as this actor may see it; null when they may not, or there is none. */
export async function dossierDetail(actor: Actor, id: string): Promise<DossierDetail | null> {
  return asReader(actor, async (tx) => {
    if (!(await seesDossier(tx, actor, id))) return null;
    const { state, stops } = await dossierAsItStood(tx, id);
    if (state.status === "none") return null;
    const [requests, dependencies, words, context] = await Promise.all([linkedRequests(tx, actor, id), dependenciesOf(tx, id), readTexts(tx, id, [state.title.digest]), dossierContext(tx, actor, state, { command: null, lock: false, today: moment(realClock).today })]);
    const order = state.requests.map(({ request }) => request);
    return {
      id,
      number: state.number,
      title: words.get(state.title.digest) ?? "",
      status: state.status,
      version: state.seq,
      opener: state.opener,
      openedAt: state.openedAt,
      changedAt: state.changedAt,
      requests: requests.toSorted((a, b) => order.indexOf(a.request) - order.indexOf(b.request)),
      dependencies,
      known: context.requests,
      stops,
      allowed: commands.map((command) => {
        const reasons = mayOnDossier(command, state, context);
        // Nobody writes on where a chain is broken.
        return { command, allowed: stops === null && reasons.length === 0, reasons };
      }),
    };
  });
}
