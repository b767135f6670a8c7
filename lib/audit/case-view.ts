import { answersIn } from "../request/answers-in.ts";
import type { Sealed } from "../request/events.ts";
import { type LiveState, permitOf, permitStatus } from "../request/state.ts";

/** A case as it stood at one moment, in plain values: what of it auditors compare. Words that were erased are null. */
export type CaseView = ReturnType<typeof caseView>;

/** What stands in a case, part by part, each thing under its own id. `words` are those that the reader may read. */
export function caseView(state: LiveState, words: ReadonlyMap<string, string>) {
  const said = (sealed: Sealed | null) => (sealed === null ? null : (words.get(sealed.digest) ?? null));
  const body = said(state.answers);
  const answers = body === null ? null : answersIn(body);
  const permit = permitOf(state);
  return {
    case: { status: state.status, title: said(state.title), workflow: `${state.workflow.id} ${state.workflow.version}`, from: place(state.corridor.from), to: place(state.corridor.to), controlPoint: state.corridor.controlPoint, crossing: state.crossing, windowFrom: state.window.from, windowTo: state.window.to, limit: `${state.limit.value} ${state.limit.unit}` },
    facts: answers?.facts ?? {},
    lines: Object.fromEntries((answers?.lines ?? []).map((line, at) => [String(at + 1), JSON.stringify(line)])),
    claims: Object.fromEntries(state.claims.map((id) => [id, true])),
    parties: { requester: state.requester, team: [...state.team].toSorted().join(" "), endorser: state.endorser, home: state.home.organisation, host: "organisation" in state.host ? state.host.organisation : state.host.ror },
    findings: Object.fromEntries(state.findings.map(({ id, type, version, waivedBy }) => [id, { type, version, waivedBy }])),
    steps: Object.fromEntries(state.steps.map(({ id, desk, status, outcome, round, holder, decisions, suspended }) => [id, { desk, status, outcome, round, holder: holder?.person ?? null, decidedBy: decisions.at(-1)?.person ?? null, suspended }])),
    requirements: Object.fromEntries(state.requirements.map(({ id, status, reference, date, validUntil, due, waivedBy }) => [id, { status, reference: said(reference), date, validUntil, due, waivedBy }])),
    permit: permit === null ? {} : { number: permit.number, status: permitStatus(state, permit), limit: `${permit.limit.value} ${permit.limit.unit}`, validFrom: permit.validFrom, validUntil: permit.validUntil, controlPoint: permit.controlPoint },
    movements: Object.fromEntries(state.movements.map(({ id, stage, direction, quantity, controlPoint, at }) => [id, { stage, direction, quantity: `${quantity.value} ${quantity.unit}`, controlPoint, at }])),
    papers: Object.fromEntries(state.documents.map(({ id, name, paper, sha256 }) => [id, { name: said(name), paper, sha256 }])),
    conditions: Object.fromEntries(state.conditions.map(({ step, text }, at) => [`${step}-${at + 1}`, said(text)])),
  };
}

export const caseParts = ["case", "facts", "lines", "claims", "parties", "findings", "steps", "requirements", "permit", "movements", "papers", "conditions"] as const satisfies readonly (keyof CaseView)[];
export type CasePart = (typeof caseParts)[number];

/** One field that differs between two moments; null is that there was none. */
export type FieldDifference = { readonly part: CasePart; /** Of what: a step, a requirement, a movement …; null where the part is one thing. */ readonly of: string | null; readonly field: string | null; readonly was: string | null; readonly is: string | null };

/** Every field in which two moments of a case differ, part by part. */
export function caseDifference(was: CaseView, is: CaseView): FieldDifference[] {
  return caseParts.flatMap((part) => {
    const [before, after] = [flat(part, was[part]), flat(part, is[part])];
    return [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((key) => {
      const [old, now] = [before.get(key), after.get(key)];
      // A field that says nothing differs from none in nothing; a thing that was not there does, also where its words were erased.
      const isField = (now ?? old)?.field !== null;
      if (isField ? (old?.value ?? null) === (now?.value ?? null) : old?.value === now?.value) return [];
      return [{ part, of: (now ?? old)?.of ?? null, field: (now ?? old)?.field ?? null, was: old?.value ?? null, is: now?.value ?? null }];
    });
  });
}

type Flat = { readonly of: string | null; readonly field: string | null; readonly value: string | null };

/** Things of one part by their ids, or its own fields: `facts` and `case` are one thing each. */
function flat(part: CasePart, value: object): Map<string, Flat> {
  const one = part === "case" || part === "facts" || part === "parties" || part === "permit";
  const found = new Map<string, Flat>();
  for (const [key, entry] of Object.entries(value) as [string, unknown][]) {
    if (one || typeof entry !== "object" || entry === null || Array.isArray(entry)) found.set(key, one ? { of: null, field: key, value: text(entry) } : { of: key, field: null, value: text(entry) });
    else for (const [field, inner] of Object.entries(entry)) found.set(`${key}\n${field}`, { of: key, field, value: text(inner) });
  }
  return found;
}

function text(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : Array.isArray(value) && value.every((one) => typeof one === "string") ? value.join(", ") : JSON.stringify(value);
}

function place({ jurisdiction, city, zone }: LiveState["corridor"]["from"]): string {
  return [jurisdiction, city, zone].filter((part) => part !== null).join(" ");
}
