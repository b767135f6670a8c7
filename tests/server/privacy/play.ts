import { v7 as newId } from "uuid";
import type { PersonActor } from "../../../lib/access/actor.ts";
import { addDays, dayOf } from "../../../lib/calendar/day.ts";
import { addWorkingDays } from "../../../lib/calendar/working-days.ts";
import { type Command, type CommandType, ruleFor } from "../../../lib/request/command.ts";
import { isAccepted } from "../../../lib/server/answer.ts";
import type { Story } from "../../../lib/server/demo/stories.ts";
import { attachDocument } from "../../../lib/server/documents.ts";
import { createRequest, execute } from "../../../lib/server/execute.ts";
import { requestDetail } from "../../../lib/server/request-detail.ts";
import { person } from "./cast.ts";
import type { Chance } from "./chance.ts";
import { type About, filled } from "./fill.ts";

export type Played = { readonly id: string; readonly draft: string; readonly story: Story; readonly commands: readonly string[]; /** What each paper of it says inside, and whether it is about a person. */ readonly papers: readonly { readonly word: string; readonly personal: boolean }[] };
/** Who has to do with a case beside its own people: officers of its desks, and whoever may be asked for advice. */
export type Hands = { readonly officersOf: (id: string) => Promise<readonly string[]>; readonly advisers: readonly string[]; /** What officers are called who are not to be named to requesters. */ readonly unnamed: readonly string[] };

/** Of what ends a case little, of what brings it on much. */
const weights: Partial<Readonly<Record<CommandType, number>>> = { approve: 12, vote: 12, countersign: 12, recordRequirement: 9, resubmit: 9, resumeStep: 8, advise: 8, approveWithConditions: 6, comment: 3, refer: 3, recuse: 3, return: 1, withdraw: 0.1, reject: 0.3, close: 0.2, revoke: 0.3, erase: 1, dropStep: 0.1, suspend: 0.5, reinstate: 5, renew: 0.5, withdrawAmendment: 0.5, decideAppeal: 9, appeal: 9 };

/** A case of a kind, driven by chance: each turn somebody of it does what they may, what was done least before first. */
export async function play(chance: Chance, story: Story, { turns, hands, done }: { readonly turns: number; readonly hands: Hands; readonly done: Map<string, number> }): Promise<Played> {
  const { home, host } = story;
  const [requester, teammate, endorser] = [await person(`researcher@${home}.example`), await person(`postdoc@${home}.example`), `pi@${home}.example`];
  const today = dayOf(new Date());
  const draft = await begun(chance, requester, story);
  const id = await begun(chance, requester, story);
  const commands: string[] = [];
  const attached: Played["papers"][number][] = [];
  await must(requester, { type: "saveDraft", team: [teammate.id], endorser, host, window: { from: today, to: addDays(today, 60) } });
  await papers(requester);
  await must(requester, { type: "acceptTerms", terms: (await look(requester))?.terms.map((one) => one.id) ?? [] });
  for (const { requirement } of (await look(requester))?.blockers ?? []) if (requirement) await must(requester, { type: "recordRequirement", requirement, outcome: "granted", reference: `D/${chance.canary()}`, date: today });
  await must(requester, { type: "submit" });
  await papers(requester);
  for (let turn = 0; turn < turns; turn++) await somebodyActs();
  return { id, draft, story, commands, papers: attached };

  async function look(actor: PersonActor) {
    return requestDetail(actor, id);
  }

  async function must(actor: PersonActor, said: { readonly type: CommandType } & Readonly<Record<string, unknown>>): Promise<void> {
    const answer = await execute(actor, id, ruleFor(said.type).schema.parse({ commandId: newId(), ...said }) as Command);
    if (!isAccepted(answer)) throw new Error(`${actor.email} ${said.type} of ${story.title}: ${JSON.stringify(answer)}`);
    commands.push(said.type);
  }

  /** A paper that any reader may have, and one about a person. */
  async function papers(actor: PersonActor): Promise<void> {
    for (const paper of [null, "passport"]) {
      const word = chance.canary();
      attached.push({ word, personal: paper === "passport" });
      await attachDocument(actor, id, { name: `${chance.canary()}.txt`, bytes: new TextEncoder().encode(`A paper that says ${word} ${paper}.`), paper, commandId: newId() });
    }
  }

  async function somebodyActs(): Promise<void> {
    const officers = await hands.officersOf(id);
    const email = chance.pick([requester.email, endorser, teammate.email, ...officers, ...officers, ...officers, ...hands.advisers, `admin@${home}.example`]);
    const actor = await person(email);
    const detail = await look(actor);
    if (!detail) return;
    const may = detail.allowed.filter((one) => one.allowed);
    const ranked = chance.mixed(may).map((one) => ({ ...one, weight: ((weights[one.command] ?? 2) * (1 + chance.upTo(4))) / (1 + (done.get(one.command) ?? 0)) })).toSorted((a, b) => b.weight - a.weight);
    const colleagues = officers.filter((one) => one !== email);
    for (const { command: type, step } of ranked.slice(0, 3)) {
      const about: About = { detail, step, colleagues, advisers: hands.advisers, mentions: officers.includes(email) ? hands.unnamed : [], seq: detail.version };
      const fields = filled(type, chance, about);
      const parsed = fields && ruleFor(type).schema.safeParse({ type, commandId: newId(), ...(step !== undefined && { step }), ...fields });
      if (!parsed?.success) continue;
      const answer = await execute(actor, id, parsed.data as Command);
      if (!isAccepted(answer)) continue;
      done.set(type, (done.get(type) ?? 0) + 1);
      commands.push(type);
      return;
    }
  }
}

/** A draft with every word of it a canary. */
async function begun(chance: Chance, requester: PersonActor, { kind, facts, lines, claims, home, host }: Story): Promise<string> {
  const id = newId();
  const date = addWorkingDays(addDays(dayOf(new Date()), 14), 1, ["CN", "HK", "MO"]);
  const marked = lines?.map((line) => Object.fromEntries(Object.entries(line).map(([cell, value]) => [cell, wordCells.includes(cell) ? `${chance.canary()}` : value])));
  const made = await createRequest(requester, { id, kind, title: `About ${chance.canary()}`, facts: { ...facts, date }, ...(marked && { lines: marked }), claims: [...(claims ?? [])], parties: { home, host } });
  if (!isAccepted(made)) throw new Error(`${kind} of ${home}: ${JSON.stringify(made)}`);
  return id;
}

/** Cells of lines that take any word. */
const wordCells = ["traveller", "material", "pathogen", "item", "set", "recipient", "payee"];
