import { asReader } from "../../db/client.ts";
import { readTexts } from "../../db/log.ts";
import { peopleNames } from "../../db/queries/people-names.ts";
import type { PersonActor } from "../access/actor.ts";
import { consignmentOf } from "../permit/consignments.ts";
import { holderOf, lastCounted } from "../permit/custody.ts";
import { codeLasts } from "../permit/hand-over-code.ts";
import type { Kind } from "../policy/pack.ts";
import { handOverRefusals, TakeOver, takeOver } from "../request/commands/take-over.ts";
import type { Corridor, Quantity } from "../request/events.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { refused } from "../request/rule.ts";
import { permitOf } from "../request/state.ts";
import type { Refused } from "./answer.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { contextFor } from "./context.ts";
import { openedCode, sightOf, signedCode } from "./hand-over-code.ts";
import { personNamed } from "./person.ts";
import { readTarget } from "./target.ts";

/** A code to show, with what it is for. */
export type ShownCode = { readonly code: string; readonly until: string; readonly number: string; readonly quantity: Quantity };

/** Makes the code by which the actor hands a movement over; nothing is written. */
export async function codeFor(actor: PersonActor, request: string, movement: string, clock: Clock = realClock): Promise<ShownCode | Refused | { readonly notFound: true }> {
  return asReader(actor, async (tx) => {
    const target = await readTarget(tx, request);
    if (target?.at !== "live") return { notFound: true as const };
    const { state } = target;
    const now = moment(clock);
    const against = handOverRefusals(movement, target, await contextFor(tx, actor, target, null, now));
    const one = consignmentOf(state.ledger, movement);
    const quantity = one && lastCounted(one, state.custody);
    if (against.length > 0 || !quantity) return refused(...against);
    const issuedAt = new Date(Math.floor(Date.parse(now.now) / 1000) * 1000).toISOString();
    const after = state.custody.findLast((handOver) => handOver.movement === movement)?.id ?? null;
    const code = signedCode({ request, movement, from: actor.id, after, issuedAt, number: state.number, quantity });
    return { code, until: new Date(Date.parse(issuedAt) + codeLasts).toISOString(), number: state.number, quantity };
  });
}

/** What is handed over, for whoever was shown its code. `holder` has it by the record. */
export type Offered = {
  readonly request: string;
  readonly number: string;
  readonly kind: Kind;
  readonly title: string;
  readonly permit: string;
  readonly corridor: Corridor;
  readonly controlPoint: string | null;
  readonly hasCrossed: boolean;
  readonly movement: string;
  readonly departedAt: string | null;
  readonly quantity: Quantity;
  readonly unit: string;
  readonly from: string;
  readonly holder: string | null;
  readonly until: string;
  /** The reader took it over by this very code. */
  readonly isTheirs: boolean;
  /** Why the reader cannot take it over now. */
  readonly reasons: readonly Refusal[];
};

/** What a code offers to this reader; why not, where it is none of ours or they may not know. */
export async function offeredBy(actor: PersonActor, text: string, clock: Clock = realClock): Promise<Offered | Refused> {
  const code = openedCode(text);
  if (code === null) return refused(refusal("codeForeign", {}, "code"));
  return asReader(sightOf(actor, code.request, code), async (tx) => {
    const target = await readTarget(tx, code.request);
    const state = target?.at === "live" ? target.state : null;
    const permit = state && permitOf(state);
    const one = state && consignmentOf(state.ledger, code.movement);
    if (!target || !state || !permit || !one) return refused(refusal("codeForeign", {}, "code"));
    const now = moment(clock);
    const [seen, named] = await Promise.all([contextFor(tx, actor, target, null, now), personNamed(tx, code.from)]);
    const context = { ...seen, handOver: code, named };
    if (!takeOver.permitted(target, context)) return refused(refusal("notPermitted"));
    // Asked as if it were taken over this moment in good order: what is then against it is against the code.
    const tried = takeOver.decide(TakeOver.parse({ type: "takeOver", commandId: code.movement, code: text, place: "-", isSound: true }), target, context);
    const holder = holderOf(one, state);
    const hands = state.custody.filter(({ movement }) => movement === one.id);
    const by = hands.find((_, at) => (hands[at - 1]?.id ?? null) === code.after);
    const [names, words] = await Promise.all([peopleNames(tx, [code.from, holder]), readTexts(tx, state.id, [state.title.digest])]);
    return {
      request: state.id,
      number: state.number,
      kind: state.kind,
      title: words.get(state.title.digest) ?? "",
      permit: permit.number,
      corridor: state.corridor,
      controlPoint: permit.controlPoint,
      hasCrossed: one.at.crossed !== null,
      movement: one.id,
      departedAt: one.at.departed?.at ?? null,
      quantity: lastCounted(one, state.custody) ?? code.quantity,
      unit: permit.limit.unit,
      from: names[code.from] ?? "",
      holder: holder === null || holder === code.from ? null : (names[holder] ?? ""),
      until: new Date(Date.parse(code.issuedAt) + codeLasts).toISOString(),
      isTheirs: by?.to === actor.id && by.from === code.from,
      reasons: "refusals" in tried ? tried.refusals : [],
    };
  });
}
