import type { FormState } from "@/app/(auth)/form-state";
import type { PersonActor } from "@/lib/access/actor";
import { SaveDraft } from "@/lib/request/commands/save-draft";
import type { Refusal } from "@/lib/request/refusal";
import { type Accepted, type Answer, isAccepted } from "@/lib/server/answer";
import { execute } from "@/lib/server/execute";
import type { Reader } from "@/lib/server/language";
import { requestDetail, type RequestDetail } from "@/lib/server/request-detail";
import { type Difference, differences } from "./differences";
import { fieldOfPath, refusalSentence } from "./outcome";
import { readSection, type SectionError } from "./read-section";
import { sectionFields } from "./section-fields";

export type Saved =
  | { readonly is: "saved"; readonly answer: Accepted; readonly errors: readonly SectionError[] }
  /** Nothing was kept: an answer that cannot be read, or one that a rule refuses. */
  | { readonly is: "refused"; readonly errors: readonly SectionError[] }
  /** Saved elsewhere meanwhile. Nothing was overwritten. */
  | { readonly is: "conflict"; readonly version: number; readonly differences: readonly Difference[] }
  /** No draft any more: as what it is now, or nothing where it was deleted. */
  | { readonly is: "gone"; readonly now: RequestDetail | null };

export type SectionSave = {
  readonly detail: RequestDetail;
  readonly section: string;
  readonly values: FormState["values"];
  readonly commandId: string;
  readonly actor: PersonActor;
  readonly words: Reader;
  /** What was changed in this browser; without it everything that was sent counts. */
  readonly touched?: readonly string[];
  /** Keep what can be kept and say what cannot, or all or nothing. */
  readonly partly: boolean;
};

/** Saves one page of a draft's form, by button or by itself. */
export async function saveSectionOf({ detail, section, values, commandId, actor, words, touched, partly }: SectionSave): Promise<Saved> {
  if (detail.status !== "draft") return { is: "gone", now: detail };
  const read = await readSection(detail, section, values, { actor, words });
  if (!partly && read.errors.length > 0) return { is: "refused", errors: read.errors };
  const base = { type: "saveDraft", version: Number(values.version) };
  const errors = [...read.errors];
  let change = touched ? onlyTouched(read.change, touched) : read.change;
  for (let id = commandId; ; ) {
    const command = SaveDraft.safeParse({ ...base, commandId: id, ...change });
    if (!command.success) {
      const wrong = command.error.issues.map(({ path }) => ({ field: path.join("."), message: words.t("pages.fillIn") }));
      if (!partly) return { is: "refused", errors: wrong };
      const smaller = without(change, wrong.map(({ field }) => field));
      if (smaller === change) return { is: "refused", errors: wrong };
      change = smaller;
      continue;
    }
    const answer = await execute(actor, detail.id, command.data);
    if (isAccepted(answer)) return { is: "saved", answer, errors };
    if (!("refusals" in answer)) return { is: "gone", now: null };
    // The page came back out of the browser's memory with an id that has done its work: what it says now is a new act.
    if (has(answer, "commandIdReused")) {
      id = crypto.randomUUID();
      continue;
    }
    if (has(answer, "versionConflict")) return conflict(detail.id, { section, values, actor, words, touched });
    if (has(answer, "wrongStatus")) return { is: "gone", now: await requestDetail(actor, detail.id) };
    const refused = answer.refusals.map((one) => ({ field: fieldOfPath(one.path), message: refusalSentence(one, words, answer.steps) }));
    const smaller = without(change, answer.refusals.flatMap(({ path }) => path ?? []));
    if (!partly || smaller === change) return { is: "refused", errors: [...errors, ...refused] };
    errors.push(...refused);
    change = smaller;
  }
}

async function conflict(id: string, { section, values, actor, words, touched }: Pick<SectionSave, "section" | "values" | "actor" | "words" | "touched">): Promise<Saved> {
  const now = await requestDetail(actor, id);
  if (now?.status !== "draft") return { is: "gone", now };
  return { is: "conflict", version: now.version, differences: differences(await sectionFields(now, section, actor, words), values, words, touched) };
}

function has(answer: Exclude<Answer, Accepted>, code: Refusal["code"]): boolean {
  return "refusals" in answer && answer.refusals.some((one) => one.code === code);
}

type Change = Awaited<ReturnType<typeof readSection>>["change"];

/** The change without the parts that these paths lie in; the same one when there are none. */
function without(change: Change, paths: readonly string[]): Change {
  const facts = new Set(paths.flatMap((path) => (path.startsWith("facts.") ? [path.slice("facts.".length)] : [])));
  const parts = new Set(paths.map((path) => path.split(".")[0] ?? "").filter((part) => part !== "facts" && part in change));
  if (facts.size === 0 && parts.size === 0) return change;
  const kept = Object.entries(change.facts ?? {}).filter(([fact]) => !facts.has(fact));
  if (parts.size === 0 && kept.length === Object.keys(change.facts ?? {}).length) return change;
  return { ...Object.fromEntries(Object.entries(change).filter(([name]) => !parts.has(name))), ...(change.facts && { facts: Object.fromEntries(kept) }) };
}

/** What was sent, without what was not touched here: the other version's answers to that stand. */
function onlyTouched(change: Change, touched: readonly string[]): Change {
  const isTouched = (name: string) => touched.some((one) => one === name || one.startsWith(`${name}.`));
  const facts = Object.fromEntries(Object.entries(change.facts ?? {}).filter(([fact]) => isTouched(fact) || isTouched(`typed.${fact}`)));
  const others = Object.entries(change).filter(([name]) => name !== "facts" && (isTouched(name) || (name === "team" && isTouched("teamAdd"))));
  return { ...Object.fromEntries(others), ...(change.facts && { facts }) };
}
