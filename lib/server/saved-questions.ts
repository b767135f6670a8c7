import { and, asc, count, eq, ne } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { asActor, asReader } from "../../db/client.ts";
import { savedQuestions } from "../../db/schema/audit-entries.ts";
import { people } from "../../db/schema/people.ts";
import type { PersonActor } from "../access/actor.ts";
import { holdsAnywhere } from "../access/can.ts";
import { subjectsOfActor } from "../access/subjects.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { addressOf, auditParams } from "./audit-ask.ts";
import { isId } from "../id.ts";

export type SavedQuestion = { readonly id: string; readonly name: string; /** What stands after the question mark of the search's address. */ readonly query: string; /** Whose it is, when a colleague shares it. */ readonly by: string | null; readonly shared: boolean };
export type NotSaved = { readonly field: "name" | "shared" | ""; readonly code: "noName" | "longName" | "noQuestion" | "tooMany" | "notYourScope" | "notPermitted" };

const mostSaved = 100;

/** For what colleagues an auditor can share a question: those who audit the same. */
export function scopesOf(actor: PersonActor): readonly string[] {
  const { all, subjects } = subjectsOfActor(actor);
  return [...(all ? ["all"] : []), ...subjects.filter((subject) => subject.startsWith("audit:"))];
}

/** Keeps a question under a name, as an address; with whoever audits the same, if so wished. It is no entry of the record: it decides nothing. */
export async function saveQuestion(actor: PersonActor, { name, query, shared }: { readonly name: string; readonly query: string; readonly shared: string }, clock: Clock = realClock): Promise<{ readonly id: string } | { readonly problems: readonly NotSaved[] }> {
  if (!holdsAnywhere(actor, "audit.search")) return { problems: [{ field: "", code: "notPermitted" }] };
  const said = name.normalize("NFC").replaceAll(/\p{Cc}/gu, " ").trim();
  const asked = new URLSearchParams(query);
  const kept = addressOf(Object.fromEntries(auditParams.flatMap((param) => (asked.get(param) ? [[param, asked.get(param) ?? ""]] : []))));
  const problems: NotSaved[] = [
    ...(said === "" ? [{ field: "name", code: "noName" } as const] : said.length > 120 ? [{ field: "name", code: "longName" } as const] : []),
    ...(kept.length > 3000 ? [{ field: "", code: "noQuestion" } as const] : []),
    ...(shared !== "" && !scopesOf(actor).includes(shared) ? [{ field: "shared", code: "notYourScope" } as const] : []),
  ];
  if (problems.length > 0) return { problems };
  const id = newId();
  return asActor(actor, async (tx) => {
    const [own] = await tx.select({ n: count() }).from(savedQuestions).where(eq(savedQuestions.personId, actor.id));
    if ((own?.n ?? 0) >= mostSaved) return { problems: [{ field: "", code: "tooMany" } as const] };
    await tx.insert(savedQuestions).values({ id, personId: actor.id, name: said, query: kept, sharedWith: shared === "" ? null : shared, createdAt: moment(clock).now });
    return { id };
  });
}

/** One's own questions, and those that colleagues who audit the same share. */
export async function savedQuestionsOf(actor: PersonActor): Promise<{ readonly own: readonly SavedQuestion[]; readonly shared: readonly SavedQuestion[] }> {
  return asReader(actor, async (tx) => {
    const { id, name, query, sharedWith } = savedQuestions;
    const own = await tx.select({ id, name, query, sharedWith }).from(savedQuestions).where(eq(savedQuestions.personId, actor.id)).orderBy(asc(name), asc(id));
    const others = await tx.select({ id, name, query, by: people.name }).from(savedQuestions).leftJoin(people, eq(people.id, savedQuestions.personId)).where(ne(savedQuestions.personId, actor.id)).orderBy(asc(name), asc(id)).limit(mostSaved);
    return { own: own.map(({ sharedWith: to, ...one }) => ({ ...one, by: null, shared: to !== null })), shared: others.map((one) => ({ ...one, shared: true })) };
  });
}

/** Takes one's own question away; somebody else's, or one that is not there, is left as it is. */
export async function removeQuestion(actor: PersonActor, id: string): Promise<void> {
  if (!isId(id)) return;
  await asActor(actor, (tx) => tx.delete(savedQuestions).where(and(eq(savedQuestions.id, id), eq(savedQuestions.personId, actor.id))));
}
