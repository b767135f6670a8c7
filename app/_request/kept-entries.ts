import { z } from "zod/mini";

/*
 * What was entered without network, until it is sent: on this device and nowhere else, what was typed and nothing more. An entry is kept
 * before it is sent for the first time and dropped once there is an answer, so that it is lost on no way; its commandId makes twice once.
 */

const KeptEntry = z.object({
  /** Its commandId. */
  id: z.string(),
  /** Whose it is; null where nobody had signed in on this device. */
  person: z.nullable(z.string()),
  /** When it happened. */
  at: z.string().check(z.refine((at) => !Number.isNaN(Date.parse(at)))),
  /** What the button said. */
  what: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
  /** Why the server did not take it. */
  refused: z.optional(z.array(z.string())),
});
export type KeptEntry = z.infer<typeof KeptEntry>;

const place = "causeway.entries";
const lastPerson = "causeway.person";
const changed = "causeway-entries";

/** All that wait here, as they are kept: the same text as long as nothing changed. */
export function keptText(): string {
  return localStorage.getItem(place) ?? "[]";
}

export function entriesIn(text: string): KeptEntry[] {
  try {
    return z.array(KeptEntry).parse(JSON.parse(text));
  } catch {
    // Somebody else's writing under our name: nothing of ours.
    return [];
  }
}

/** Keeps an entry in the place of what stood under its id; throws where the device keeps nothing. */
export function keepEntry(entry: KeptEntry): void {
  write([...entriesIn(keptText()).filter(({ id }) => id !== entry.id), entry]);
}

export function dropEntry(id: string): void {
  write(entriesIn(keptText()).filter((one) => one.id !== id));
}

/** Who signed in on this device last, for what is entered on a page that knows nobody. */
export function rememberPerson(id: string): void {
  localStorage.setItem(lastPerson, id);
}

export function rememberedPerson(): string | null {
  return localStorage.getItem(lastPerson);
}

/** Tells of every change, in this tab and in others. */
export function onKept(tell: () => void): () => void {
  for (const event of [changed, "storage"]) addEventListener(event, tell);
  return () => {
    for (const event of [changed, "storage"]) removeEventListener(event, tell);
  };
}

function write(entries: readonly KeptEntry[]): void {
  localStorage.setItem(place, JSON.stringify(entries));
  dispatchEvent(new Event(changed));
}
