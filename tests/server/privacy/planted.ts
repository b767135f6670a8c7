import type { World } from "../../db/demo-world.ts";
import { visibility } from "../../../lib/request/visibility.ts";
import type { EventType } from "../../../lib/request/events.ts";
import type { Kind } from "../../../lib/policy/pack.ts";
import { canariesIn } from "./chance.ts";
import type { Planted } from "./model.ts";

type Row = { readonly id: string; readonly kind: Kind; readonly seq: number; readonly type: EventType; readonly actor: { readonly person?: string }; readonly data: Readonly<Record<string, unknown>> };

/** Every canary of some cases that the record holds, with the event and field it was said in, read past every wall. */
export async function plantedIn({ owner }: World, ids: readonly string[]): Promise<Planted[]> {
  const rows = await owner<Row[]>`select e.request_id as id, r.kind, e.seq, e.type, e.actor, e.data from events e join requests r on r.request_id = e.request_id where e.stream = 'request:' || e.request_id and e.request_id = any (${ids as string[]}) order by e.request_id, e.seq`;
  const words = new Map((await owner<{ digest: string; body: string }[]>`select digest, body from texts where body is not null and request_id = any (${ids as string[]})`).map(({ digest, body }) => [digest, body]));
  return rows.flatMap((row) => Object.entries(row.data).flatMap(([field, value]) => plantedAt(row, field, value, words)));
}

function plantedAt(row: Row, field: string, value: unknown, words: ReadonlyMap<string, string>): Planted[] {
  const { id, kind, type, actor, data } = row;
  const text = (key: string) => (typeof data[key] === "string" ? data[key] : undefined);
  const about = { where: `${type} ${field}`, of: id, author: actor.person ?? null, desk: text("desk"), audience: text("audience"), side: text("side") ?? null, askedOf: askedOf(row) };
  const classOf = isSaidAmongDesks(type, field) ? "desks" : (visibility[type].fields as Readonly<Record<string, Planted["class"]>>)[field] ?? "system";
  const planted = (found: string, personal: boolean): Planted[] => [...canariesIn(found)].map((word) => ({ ...about, word, class: classOf, personal }));
  const said = [...new Set(JSON.stringify(value)?.match(/(?<="digest":")[0-9a-f]{64}/g))].flatMap((digest) => words.get(digest) ?? []);
  const isPaperOfPerson = type === "document.attached" && text("paper") === "passport";
  // What is said again in reply to a question may be what was asked about.
  const isReply = field === "replies" && (kind === "person" || kind === "funds");
  return [...planted(JSON.stringify(value) ?? "", false), ...said.flatMap((body) => (field === "answers" ? inAnswers(kind, body, planted) : planted(body, isPaperOfPerson || isReply || isAboutMovement(kind, field))))];
}

/** Who deals with a step is no secret of its desks; why it changed hands is said to desks alone. */
function isSaidAmongDesks(type: string, field: string): boolean {
  return field === "reason" && ["step.assigned", "step.delegated", "step.released", "step.reviewerAdded"].includes(type);
}

/** Whoever is asked reads the question, and the answer is their own. */
function askedOf({ type, data, actor }: Row): string | undefined {
  return type === "step.referred" ? (data.to as string) : type === "step.advised" ? actor.person : undefined;
}

/** Beside amounts, what somebody paid or deleted is about them. */
function isAboutMovement(kind: Kind, field: string): boolean {
  return field === "about" && (kind === "funds" || kind === "data");
}

/** A cell of a line, by what docs/privacy.md says of whom it is about. */
function inAnswers(kind: Kind, body: string, planted: (found: string, personal: boolean) => Planted[]): Planted[] {
  const { lines = [], ...rest } = JSON.parse(body) as { readonly lines?: readonly Readonly<Record<string, unknown>>[] };
  const personal = kind === "person" ? ["traveller"] : kind === "funds" ? ["account", "bank", "uscc"] : [];
  return [...planted(JSON.stringify(rest), false), ...lines.flatMap((line) => Object.entries(line).flatMap(([cell, value]) => planted(JSON.stringify(value), personal.includes(cell))))];
}
