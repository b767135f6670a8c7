import type { Kind } from "../policy/pack.ts";
import { isDay } from "./day-text.ts";
import { readAccount, readBank } from "./funds/bank-numbers.ts";
import type { ReadCode } from "./lines/define-lines.ts";

/** What is asked of one movement of a kind, besides what every movement has. Labels stand in `ledger.detail.<name>`. */
export type MovementField = { readonly name: string; readonly notForAdvisers?: true } & (
  | { readonly is: "text" | "day" | "whole" }
  | { readonly is: "choice"; readonly options: readonly string[] }
  /** A number that carries its own check, and how it is kept. */
  | { readonly is: "code"; readonly read: (typed: string) => ReadCode }
);

export type DetailProblem = { readonly name: string; readonly problem: string; readonly expected: string };
type Read = { readonly value: string } | Omit<DetailProblem, "name">;

/** A person's movement is a trip, data's a transfer, of funds a tranche. */
const table: Readonly<Record<Kind, readonly MovementField[]>> = {
  person: [{ name: "role", is: "text" }, { name: "purpose", is: "text" }],
  sample: [{ name: "packages", is: "whole" }, { name: "seal", is: "text" }],
  reagent: [{ name: "packages", is: "whole" }, { name: "seal", is: "text" }],
  data: [
    { name: "dataset", is: "text" },
    { name: "records", is: "whole" },
    { name: "persons", is: "whole" },
    { name: "digest", is: "code", read: readDigest },
    { name: "channel", is: "choice", options: ["line", "portal", "media", "remote"] },
    { name: "deletedOn", is: "day" },
    { name: "deletedBy", is: "text", notForAdvisers: true },
  ],
  funds: [
    { name: "payer", is: "text" },
    { name: "payee", is: "text" },
    { name: "account", is: "code", read: readAccount, notForAdvisers: true },
    { name: "bank", is: "code", read: readBank, notForAdvisers: true },
    { name: "bankReference", is: "text", notForAdvisers: true },
    { name: "taxFiling", is: "text", notForAdvisers: true },
  ],
};

export function movementFieldsOf(kind: Kind): readonly MovementField[] {
  return table[kind];
}

/** What a name asks for; it asks for the same whatever kind it belongs to. */
export function movementField(name: string): MovementField | undefined {
  return Object.values(table).flat().find((field) => field.name === name);
}

/** What was said of a movement as it is kept, and what is wrong with it: a name that its kind does not ask for, or a value that cannot be. */
export function readDetails(kind: Kind, given: Readonly<Record<string, string>>): { readonly details: Readonly<Record<string, string>>; readonly problems: readonly DetailProblem[] } {
  const all = Object.entries(given).map(([name, typed]) => ({ name, read: readDetail(table[kind].find((one) => one.name === name), typed) }));
  return {
    details: Object.fromEntries(all.flatMap(({ name, read }) => ("value" in read ? [[name, read.value]] : []))),
    problems: all.flatMap(({ name, read }) => ("value" in read ? [] : [{ name, ...read }])),
  };
}

function readDetail(field: MovementField | undefined, typed: string): Read {
  switch (field?.is) {
    case undefined:
      return { problem: "unknownFact", expected: "" };
    case "text":
      return { value: typed };
    case "whole":
      return /^\d{1,12}$/.test(typed) ? { value: typed } : { problem: "notWhole", expected: "" };
    case "day":
      return isDay(typed) ? { value: typed } : { problem: "impossibleDate", expected: "" };
    case "choice":
      return field.options.includes(typed) ? { value: typed } : { problem: "unknownValue", expected: "" };
    case "code": {
      const read = field.read(typed);
      return read.ok ? { value: read.id } : { problem: read.code, expected: read.expected };
    }
    default:
      return field satisfies never;
  }
}

/** The digest of what was transferred, as `sha256sum` prints it. */
function readDigest(typed: string): ReadCode {
  const id = typed.trim().toLowerCase();
  return /^[0-9a-f]{64}$/.test(id) ? { ok: true, id } : { ok: false, code: "notThisNumber", expected: "SHA-256, 64 × 0–9 a–f" };
}
