import { v7 as newId } from "uuid";
import { permitNumber, requestNumber } from "../../lib/permit/number.ts";
import { randomBytes } from "node:crypto";

/** Where a copy of a case goes: to other institutions and people, some minutes earlier, under new ids and numbers. Later it would have happened after what is done to it next. */
export type Move = { readonly names: ReadonlyMap<string, string>; readonly earlierMs: number; readonly fresh: Map<string, string> };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;

/** A value as the copy has it: every institution, desk, person, id, number and instant in it moved, days and facts as they were. */
export function moved<T>(value: T, move: Move): T {
  return anyMoved(value, move) as T;
}

function anyMoved(value: unknown, move: Move): unknown {
  if (typeof value === "string") return textMoved(value, move);
  if (Array.isArray(value)) return value.map((one) => anyMoved(one, move));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, anyMoved(part, move)]));
}

function textMoved(text: string, { names, earlierMs, fresh }: Move): string {
  if (instant.test(text)) return new Date(Date.parse(text) - earlierMs).toISOString();
  // `person:<id>`, `desk:<institution>.<function>`, `audit:org:<institution>`, or the name alone.
  const [, prefix = "", name = "", rest = ""] = /^((?:person|desk|audit:org):)?([^.:]+)(\..+)?$/.exec(text) ?? [];
  const other = names.get(name);
  if (other !== undefined) return `${prefix}${other}${rest}`;
  if (/^CWP?-[0-9A-Z-]+$/.test(text)) return renewed(text, fresh, () => (text.startsWith("CWP-") ? permitNumber(randomBytes(11)) : requestNumber(randomBytes(9))));
  return uuid.test(text) ? renewed(text, fresh, newId) : text;
}

function renewed(text: string, fresh: Map<string, string>, make: () => string): string {
  const known = fresh.get(text) ?? make();
  fresh.set(text, known);
  return known;
}
