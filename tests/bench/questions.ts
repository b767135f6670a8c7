import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { ask } from "./ask.ts";
import type { Player } from "./cast.ts";
import type { Attempt } from "./measure.ts";
import type { World } from "./operations.ts";

export type QuestionRow = { readonly name: string; readonly attempt: Attempt; /** A page of as many events by their time alone, for the same auditor. */ readonly keyed: Attempt };

/** What auditors typically ask of the record, and what is hardest to answer: parts that are common each by itself and never together. */
export function questionsOn({ base, auditor, auditorOfOne, researchers }: World): QuestionRow[] {
  const today = dayOf(new Date());
  const person = researchers[0]?.actor.name ?? "";
  const questions: Record<string, Readonly<Record<string, string>>> = {
    "a word": { q: "sample" },
    "the same in Chinese": { q: "樣本" },
    "a person": { person },
    "an organisation": { org: "hku" },
    "a rule": { regime: "cn-customs-declaration" },
    "a month": { from: addDays(today, -60), to: addDays(today, -30) },
    "refusals": { outcome: "rejected" },
    "withdrawals": { type: "request.withdrawn" },
    "an organisation's refusals": { org: "hku", outcome: "rejected" },
    "common parts, never together": { kind: "data", regime: "hk-tdec", outcome: "approved" },
    "words, never together": { q: "funds hk-tdec sample withdrawn" },
  };
  const page = ({ api }: Player, question: Readonly<Record<string, string>>): Attempt => async () => (await ask(`${base}/api/v1/audit/events?${new URLSearchParams({ ...question, limit: "50" })}`, { headers: api })).status === 200;
  return [auditor, auditorOfOne].flatMap((player) =>
    Object.entries(questions).map(([name, question]) => ({ name: player === auditor ? name : `${name}, by an auditor of one place`, attempt: page(player, question), keyed: page(player, {}) })),
  );
}
