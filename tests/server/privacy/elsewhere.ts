import { questions } from "../../../lib/insight/question.ts";
import { addressesOf, excused, patternsIn } from "./addresses.ts";
import { saidOfCases } from "./beside.ts";
import type { Chance } from "./chance.ts";
import { casesOf } from "./people.ts";
import type { Known } from "./known.ts";
import type { Somebody } from "./model.ts";
import { play } from "./play.ts";
import { type Got, got } from "./walk.ts";
import { passesOf, type Served } from "./world.ts";

/** What of the whole log anybody may know, and so changes with everything that is written; and when one's own key was last used. */
const changesAnyway = /^\/(seals|api\/v1\/log|account\/keys)(\/|$)/;

/**
 * Lists, counts, totals, searches and files of people who have no part in a case are the same to the last figure before and after there is one more of it, with
 * a dossier, a working paper and an access at night. Answers what changed, and where.
 */
export async function changedElsewhere(served: Served, people: ReadonlyMap<string, Somebody>, known: Known, chance: Chance): Promise<string[]> {
  const { address, played, hands } = served;
  const [first] = played;
  if (!first) throw new Error("a world has a case");
  const busy = (await casesOf(served.world, played.map(({ id }) => id))).flatMap(({ home, host, steps }) => [home, host ?? "", ...steps.map(({ desk }) => desk.split(".")[0])]);
  const house = chance.pick([...people.values()].flatMap(({ email, organisation }) => (email === `researcher@${organisation}.example` && !busy.includes(organisation ?? "") && !hands.advisers.includes(email) ? [organisation] : [])));
  const outsiders = await Promise.all(["researcher", "office", "auditor", "admin"].map((mailbox) => passesOf(`${mailbox}@${house}.example`)));
  // Whoever takes a file away while we look has used a right.
  const everywhere = patternsIn("app").filter((pattern) => !(pattern in excused) && (!pattern.includes("[") || pattern === "/api/v1/audit/questions/[id]") && !changesAnyway.test(pattern)).flatMap((pattern) => addressesOf(pattern, { ...known, questions: questions.filter((one) => one !== "unused-rights") }));
  const look = async () => {
    const seen: string[][] = [];
    for (const passes of outsiders) {
      const waiting = everywhere.map((one, at) => [one, at] as const);
      const answers: string[] = [];
      const next = async (): Promise<void> => {
        for (let one = waiting.shift(); one; one = waiting.shift()) answers[one[1]] = saidIn(await got(address, passes, one[0]));
      };
      await Promise.all(Array.from({ length: 6 }, next));
      seen.push(answers);
    }
    return seen;
  };
  const before = await look();
  const one = await play(chance, first.story, { turns: 12, hands, done: new Map() });
  await saidOfCases(chance, one, one);
  const after = await look();
  return outsiders.flatMap((_, who) => everywhere.flatMap(({ path }, at) => difference(before[who]?.[at] ?? "", after[who]?.[at] ?? "").map((what) => `an outsider of ${house} (${who}) reads otherwise at ${path}: ${what}`)));
}

/** What somebody reads in an answer, without what is another each time: ids, moments and one-time values. */
function saidIn({ status, text }: Got): string {
  const [, body = ""] = text.split(/\n\n([^]*)/);
  if (body.startsWith("%PDF")) return `${status}`;
  const words = /<html/i.test(body) ? body.slice(0, body.indexOf("</html>")).replaceAll(/<(script|style|template)\b[^]*?<\/\1>/gi, " ").replaceAll(/<[^>]*>/g, " ") : body;
  // An answer says by which seal it can be proved, and that is of the whole log.
  return `${status} ${words.replace(/"seal":\{[^}]*\}/, "SEAL").replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, "ID").replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z?|\d\d:\d\d(:\d\d)?/g, "TIME").replaceAll(/\s+/g, " ")}`;
}

/** Where two texts part, with a little before and after. */
function difference(before: string, after: string): string[] {
  if (before === after) return [];
  const at = [...before].findIndex((letter, place) => letter !== after[place]);
  const from = Math.max(0, (at < 0 ? before.length : at) - 60);
  return [`“${before.slice(from, from + 120)}” became “${after.slice(from, from + 120)}”`];
}
