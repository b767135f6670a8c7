/*
 * What was entered without network, until it is sent: on this device and nowhere else, what was typed and nothing more. An entry is kept
 * before it is sent for the first time and dropped once there is an answer, so that it is lost on no way; its commandId makes twice once.
 */

export type KeptEntry = {
  /** Its commandId. */
  readonly id: string;
  /** Whose it is; null where nobody had signed in on this device. */
  readonly person: string | null;
  /** When it happened. */
  readonly at: string;
  /** What the button said. */
  readonly what: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Why the server did not take it. */
  readonly refused?: readonly string[];
};

const place = "causeway.entries";
const lastPerson = "causeway.person";
const changed = "causeway-entries";

/** All that wait here, as they are kept: the same text as long as nothing changed. A device that keeps nothing has nothing. */
export function keptText(): string {
  return kept(place) ?? "[]";
}

export function entriesIn(text: string): KeptEntry[] {
  try {
    const all: unknown = JSON.parse(text);
    return Array.isArray(all) ? all.filter(isEntry) : [];
  } catch {
    // Somebody else's writing under our name: nothing of ours.
    return [];
  }
}

/** Keeps an entry in the place of what stood under its id; false where the device keeps nothing. What is only on its way is not told of. */
export function keepEntry(entry: KeptEntry, { isOnItsWay = false } = {}): boolean {
  return write([...entriesIn(keptText()).filter(({ id }) => id !== entry.id), entry], isOnItsWay);
}

export function dropEntry(id: string): void {
  write(entriesIn(keptText()).filter((one) => one.id !== id));
}

/** Who signed in on this device last, for what is entered on a page that knows nobody. */
export function rememberPerson(id: string): void {
  keep(lastPerson, id);
}

export function rememberedPerson(): string | null {
  return kept(lastPerson);
}

/** Tells of every change, in this tab and in others. */
export function onKept(tell: () => void): () => void {
  for (const event of [changed, "storage"]) addEventListener(event, tell);
  return () => {
    for (const event of [changed, "storage"]) removeEventListener(event, tell);
  };
}

function write(entries: readonly KeptEntry[], isSilent = false): boolean {
  const isKept = keep(place, JSON.stringify(entries));
  if (!isSilent) dispatchEvent(new Event(changed));
  return isKept;
}

function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Browsers can be told to keep nothing, and devices are full. */
function keep(name: string, text: string): boolean {
  try {
    localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/** By hand: a library that reads schemas weighs more than all else that this needs, and every page with a form would carry it. */
function isEntry(one: unknown): one is KeptEntry {
  const { id, person, at, what, fields, refused = [] } = (one ?? {}) as Partial<Record<keyof KeptEntry, unknown>>;
  const isText = (value: unknown) => typeof value === "string";
  const areTexts = (values: unknown) => Array.isArray(values) && values.every(isText);
  return isText(id) && (person === null || isText(person)) && typeof at === "string" && !Number.isNaN(Date.parse(at)) && isText(what) && Array.isArray(fields) && fields.every((field) => areTexts(field) && (field as unknown[]).length === 2) && areTexts(refused);
}
