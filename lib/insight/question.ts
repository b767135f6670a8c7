import { z } from "zod";
import { textOf } from "../text-of.ts";

/** What an auditor can ask, each with one answer from the record. */
export const questions = [
  "own-approvals",
  "mutual-approvals",
  "outside-scope",
  "faster-than-reading",
  "skipped-steps",
  "permits-past-terms",
  "overdue-obligations",
  "unused-rights",
  "overlapping-rights",
  "set-up-changes",
  "break-glass",
] as const;
export type Question = (typeof questions)[number];

export function isQuestion(text: string): text is Question {
  return (questions as readonly string[]).includes(text);
}

/** Entries in which somebody decides a step; separation keeps people from every one of them. */
export const deciding = ["step.approved", "step.countersigned", "step.voted", "step.rejected", "step.skipped", "request.returned", "request.rejected", "amendment.refused", "appeal.decided"] as const;
/** Those by which a request comes further. */
export const approving = ["step.approved", "step.countersigned"] as const;

/** The kinds of entries that each question goes through. Of rights, and of what is late, it also reads what stands now. */
export const entriesOf: Readonly<Record<Question, readonly string[]>> = {
  "own-approvals": [...deciding, "request.submitted", "request.transferred", "step.delegated", "config.changed"],
  "mutual-approvals": [...approving, "request.submitted", "request.transferred"],
  "outside-scope": [...deciding, "step.delegated", "step.substituteNamed", "step.reviewerAdded", "config.changed"],
  "faster-than-reading": ["step.approved", "step.rejected", "request.submitted"],
  "skipped-steps": ["step.skipped", "step.dropped", "step.settled", "request.replanned"],
  "permits-past-terms": ["permit.issued", "permit.amended", "permit.suspended", "permit.reinstated", "permit.revoked", "movement.recorded", "movement.read", "movement.corrected", "discrepancy.opened", "discrepancy.resolved"],
  "overdue-obligations": [],
  "unused-rights": ["config.changed"],
  "overlapping-rights": [],
  "set-up-changes": ["config.changed", "quota.set"],
  "break-glass": ["config.changed"],
};

/** Those of which one case is a breach by itself: anything but none is to be looked into. The others inform. */
export const mustBeNone: readonly Question[] = ["own-approvals", "outside-scope", "permits-past-terms"];

const Day = z.iso.date();
const whole = (most: number) => z.coerce.number().int().min(0).max(most);

/**
 * The rule of each question as far as it can be set: seconds that an answer or a paper takes to read; how often two people must have
 * approved each other; after how many days a right counts as unused.
 */
export const ruleSettings = { perAnswer: whole(600), perPaper: whole(3_600), least: z.coerce.number().int().min(1).max(1_000), days: z.coerce.number().int().min(1).max(3_650) } as const;
export type RuleSetting = keyof typeof ruleSettings;
export const usualRule: Readonly<Record<RuleSetting, number>> = { perAnswer: 2, perPaper: 60, least: 1, days: 90 };

/** Which settings a question's rule has. */
export const settingsOf: Readonly<Partial<Record<Question, readonly RuleSetting[]>>> = {
  "mutual-approvals": ["least"],
  "faster-than-reading": ["perAnswer", "perPaper"],
  "unused-rights": ["days"],
};

/** How an answer is narrowed: by the days from and to which, at the boundary; by an organisation that takes part; and from where its list goes on. */
export const Narrowing = z.strictObject({
  from: Day.optional(),
  to: Day.optional(),
  organisation: textOf(/^[a-z0-9][a-z0-9.-]{0,59}$/, "slug").optional(),
  cursor: z.string().regex(/^[\w.:~+-]{1,200}$/).optional(),
  perAnswer: ruleSettings.perAnswer.optional(),
  perPaper: ruleSettings.perPaper.optional(),
  least: ruleSettings.least.optional(),
  days: ruleSettings.days.optional(),
});
export type Narrowing = z.infer<typeof Narrowing>;

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const byTime = new RegExp(`^(\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,15}Z)~${uuid}~\\d{1,9}(?:~[A-Za-z]+)?$`);
/** Lists that go on by something else than time. */
const byOther: Readonly<Partial<Record<Question, RegExp>>> = {
  "mutual-approvals": new RegExp(`^\\d{8}~${uuid}~${uuid}$`),
  "overdue-obligations": new RegExp(`^(\\d{4}-\\d\\d-\\d\\d)~${uuid}~[\\w.:-]{1,80}$`),
  "unused-rights": new RegExp(`^${uuid}~[\\w.:~-]+$`),
  "overlapping-rights": new RegExp(`^${uuid}~[\\w.:~-]+$`),
};

/** What may narrow a question: a place in its list must be one that such a list has. */
export function narrowingOf(question: Question) {
  return Narrowing.refine(({ cursor }) => cursor === undefined || isPlace(question, cursor), { path: ["cursor"] });
}

function isPlace(question: Question, cursor: string): boolean {
  const [found, time] = (byOther[question] ?? byTime).exec(cursor) ?? [];
  // The shape alone lets the 99th of a month through, and the database would stumble over it.
  return found !== undefined && (time === undefined || !Number.isNaN(Date.parse(time)));
}

/** A place in the record that a row of an answer rests on. */
export type Entry = { readonly of: "request" | "dossier" | "setUp" | "account"; readonly id: string; readonly seq: number };

/** One row of an answer. `code` says which of the question's sentences it is, `values` what stands in that sentence. */
export type Find = {
  readonly key: string;
  readonly at: string | null;
  readonly code: string;
  readonly request: { readonly id: string; readonly number: string } | null;
  readonly entries: readonly Entry[];
  readonly people: readonly string[];
  readonly desks: readonly string[];
  readonly values: Readonly<Record<string, string | number | null>>;
};

/** What a question comes to: how many, among how many of what looked at, and a page of them. */
export type Found = {
  readonly count: number;
  readonly looked: Readonly<Record<string, number>>;
  /** When the first and the last of what was looked at happened. */
  readonly first: string | null;
  readonly last: string | null;
  readonly items: readonly Find[];
  readonly next: string | null;
};

export const pageSize = 50;

/** A page of a list that is known whole: those whose key comes after the cursor. Keys sort as they are listed. */
export function pageOf(all: readonly Find[], cursor: string | undefined): Pick<Found, "items" | "next"> {
  const from = cursor === undefined ? 0 : all.findIndex(({ key }) => key > cursor);
  const items = from < 0 ? [] : all.slice(from, from + pageSize);
  return { items, next: from >= 0 && all.length > from + pageSize ? (items.at(-1)?.key ?? null) : null };
}
