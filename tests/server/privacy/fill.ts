import { addDays, dayOf } from "../../../lib/calendar/day.ts";
import { movementFieldsOf } from "../../../lib/kind/movement-fields.ts";
import type { CommandType } from "../../../lib/request/command.ts";
import type { RequestDetail } from "../../../lib/server/request-detail.ts";
import type { Chance } from "./chance.ts";

/** What is known when a command is filled in: the case as its giver sees it, and who could be named. */
export type About = { readonly detail: RequestDetail; readonly step: string | undefined; readonly colleagues: readonly string[]; readonly advisers: readonly string[]; /** Officers whom its giver may name in what they say. */ readonly mentions: readonly string[]; readonly seq: number };
type Fields = Readonly<Record<string, unknown>>;
type Filler = (chance: Chance, about: About) => Fields | null;

/** The fields of every command that people give, each word of them a canary. Null where the case has nothing for it. */
export function filled(type: CommandType, chance: Chance, about: About): Fields | null {
  const filler = fillers[type];
  return filler ? filler(chance, about) : null;
}

const today = dayOf(new Date());
const because: Filler = ({ canary }) => ({ reason: `Because of ${canary()}.` });
const nothing: Filler = () => ({});
const unitOf = ({ detail }: About) => detail.permit?.limit.unit ?? detail.limit?.unit ?? "piece";
const some = (value: string, about: About) => ({ value, unit: unitOf(about) });
const now = () => new Date(Date.now() - 1000).toISOString();
/** What is said of a movement besides its amount: by whom it is carried, in what state, and each text that its kind asks for. */
const besides = ({ canary }: Chance, { detail }: About) => ({ carrier: `Carried by ${canary()}`, condition: `As ${canary()}.`, details: Object.fromEntries(movementFieldsOf(detail.kind).filter(({ is }) => is === "text").map(({ name }) => [name, canary()])) });
const named = (from: readonly string[], chance: Chance, more: Fields): Fields | null => (from.length === 0 ? null : { to: chance.pick(from), ...more });

const fillers: Partial<Readonly<Record<CommandType, Filler>>> = {
  acceptTerms: (_, { detail }) => ({ terms: detail.terms.map(({ id }) => id) }),
  submit: nothing, approve: nothing, countersign: nothing, claim: nothing, closeVote: nothing, resumeStep: nothing,
  withdraw: because, appeal: because, skip: because, recuse: because, suspend: because, suspendStep: because, reinstate: because, reissue: because, withdrawAmendment: because, dropStep: because, revoke: because, liftHold: because,
  close: because,
  release: because,
  comment: (chance, { mentions }) => ({ audience: chance.pick(["requester", "desks", "side"]), text: [`It says ${chance.canary()}.`, ...mentions.map((name) => `${name} agrees.`)].join(" ") }),
  correct: (chance, { seq }) => ({ what: 1 + chance.upTo(seq), text: `It should say ${chance.canary()}.` }),
  approveWithConditions: (chance) => ({ conditions: [{ text: `Only with ${chance.canary()}.` }, { text: `Report ${chance.canary()}.`, duty: { is: "report", count: 1, unit: "month", from: "permit" } }] }),
  reject: (chance) => ({ reasons: [{ code: "risk", text: `No: ${chance.canary()}.` }] }),
  return: (chance, { detail, mentions }) => ({ questions: [{ text: [`Why ${chance.canary()}?`, ...mentions.map((name) => `${name} asks.`)].join(" ") }, { fact: chance.pick(Object.keys(detail.facts)), text: `What of ${chance.canary()}?` }] }),
  resubmit: (chance, { detail }) => ({ answers: detail.questions.map(({ id }) => ({ question: id, text: `So: ${chance.canary()}.` })) }),
  extend: (chance) => ({ workingDays: 3, reason: `Until ${chance.canary()} is here.` }),
  vote: (chance) => ({ vote: chance.pick(["for", "for", "for", "against", "abstain"]), text: `I think ${chance.canary()}.` }),
  assign: (chance, { colleagues }) => named(colleagues, chance, { reason: `For ${chance.canary()}.` }),
  delegate: (chance, { colleagues }) => named(colleagues, chance, { reason: `Who knows ${chance.canary()}.` }),
  addReviewer: (chance, { colleagues }) => named(colleagues, chance, { reason: `A second look at ${chance.canary()}.` }),
  nameSubstitute: (chance, { colleagues }) => named(colleagues, chance, { reason: `In place over ${chance.canary()}.` }),
  refer: (chance, { advisers }) => named(advisers, chance, { question: `Is ${chance.canary()} safe?` }),
  advise: (chance) => ({ recommends: chance.pick(["yes", "no", "neither"]), text: `My advice: ${chance.canary()}.` }),
  decideAppeal: (chance) => ({ outcome: chance.pick(["upheld", "overturned"]), reason: `Heard about ${chance.canary()}.` }),
  transfer: (chance, { detail }) => named(detail.team, chance, { reason: `They leave for ${chance.canary()}.` }),
  amend: (chance, { detail }) => (detail.window ? { reason: `More of ${chance.canary()}.`, window: { from: detail.window.from, to: addDays(detail.window.to, 9) } } : null),
  renew: (chance, { detail }) => (detail.window ? { reason: `On for ${chance.canary()}.`, window: { from: today, to: addDays(detail.window.to, 60) } } : null),
  recordRequirement(chance, { detail }) {
    const open = detail.requirements.filter(({ status }) => status !== "granted" && status !== "waived");
    return open.length === 0 ? null : { requirement: chance.pick(open).id, outcome: chance.pick(["granted", "granted", "granted", "filed"]), reference: `R/${chance.canary()}`, date: today };
  },
  recordMovement: (chance, about) => ({ direction: "out", quantity: some("1", about), at: now(), ...besides(chance, about) }),
  planMovement: (chance, about) => ({ direction: "out", quantity: some("1", about), at: new Date(Date.now() + 86_400_000).toISOString(), ...besides(chance, about) }),
  recordStage: (chance, about) => ({ stage: "departed", direction: "out", quantity: some("1", about), at: now(), ...besides(chance, about) }),
  correctMovement: (chance, { detail }) => (detail.ledger.length === 0 ? null : { movement: chance.pick(detail.ledger).id, reason: `Not so: ${chance.canary()}.`, isVoid: true }),
  resolveDiscrepancy: (chance, { detail }) => (detail.discrepancies.length === 0 ? null : { discrepancy: chance.pick(detail.discrepancies).id, outcome: "explained", reason: `It was ${chance.canary()}.` }),
  fulfilObligation: (chance, { detail }) => (detail.obligations.length === 0 ? null : { obligation: chance.pick(detail.obligations).id, date: today, reference: `F/${chance.canary()}` }),
  waiveObligation: (chance, { detail }) => (detail.obligations.length === 0 ? null : { obligation: chance.pick(detail.obligations).id, reason: `No need of ${chance.canary()}.` }),
  placeHold: (chance) => ({ authority: `Court of ${chance.canary()}`, reason: `Case ${chance.canary()}.` }),
  erase: (chance, { seq }) => ({ rule: chance.pick(["cn-pipl-47-1", "hk-pdpo-dpp1", "mo-8-2005-11"]), entries: [1 + chance.upTo(seq)], reason: `As asked by ${chance.canary()}.` }),
};
