import { z } from "zod";
import { AccountHappening } from "../../account/events.ts";
import { DossierHappening } from "../../dossier/events.ts";
import { Happening } from "../../request/events.ts";
import { PaperHappening } from "../../working-paper/events.ts";
import { saysOf } from "../entry-says.ts";
import { relating } from "./ocel-related.ts";
import type { TakenEvent } from "./taken-event.ts";

export type EventAttribute = { readonly name: string; readonly type: "string" | "integer" | "boolean"; readonly of: (event: TakenEvent) => string | null };

const text = (name: string) => ({ name, type: "string" }) as const;

/** Every type of object that a log may have, with its attributes. */
export const objectTypes = [
  { name: "request", attributes: ["number", "kind", "status", "from", "to", "crossing"].map(text) },
  { name: "step", attributes: ["step", "side", "status", "outcome"].map(text) },
  { name: "permit", attributes: ["number", "status", "limit", "unit", "validFrom", "validUntil"].map(text) },
  { name: "movement", attributes: ["direction", "stage", "quantity", "unit", "controlPoint"].map(text) },
  { name: "document", attributes: ["paper", "mediaType", "sha256"].map(text) },
  { name: "desk", attributes: [] },
  { name: "organisation", attributes: [] },
  { name: "person", attributes: [] },
  { name: "dossier", attributes: [] },
  { name: "account", attributes: [] },
  { name: "workingPaper", attributes: [] },
  { name: "setting", attributes: [] },
] as const;
export type ObjectType = (typeof objectTypes)[number]["name"];

/** What every event says of itself besides: where it stands in the record. */
const everywhere: readonly EventAttribute[] = [
  { name: "seq", type: "integer", of: ({ seq }) => String(seq) },
  { name: "hash", type: "string", of: ({ hash }) => hash },
];

/** The plain fields of each type of event, from its schema: a field that is added there is here by itself. Words are not among them: they stand beside the log and can be erased. */
const attributes = new Map<string, readonly EventAttribute[]>(
  [...Happening.options, ...DossierHappening.options, ...AccountHappening.options, ...PaperHappening.options].map(({ shape: { type, data } }) => [type.value, [...everywhere, ...Object.entries(data.shape as Readonly<Record<string, z.ZodType>>).flatMap(([name, schema]) => (relating.has(name) ? [] : fieldAttributes(name, schema)))]]),
);
attributes.set("config.changed", [...everywhere, field("of", "string"), field("subject", "string"), field("version", "string")]);

export const eventTypeNames = [...attributes.keys()];

export function eventAttributes(type: string): readonly EventAttribute[] {
  return attributes.get(type) ?? everywhere;
}

function fieldAttributes(name: string, schema: z.ZodType): EventAttribute[] {
  const inner = bare(schema);
  if (inner instanceof z.ZodBoolean) return [field(name, "boolean")];
  if (inner instanceof z.ZodNumber) return [field(name, "integer")];
  if (inner instanceof z.ZodString || inner instanceof z.ZodEnum || inner instanceof z.ZodStringFormat || inner instanceof z.ZodLiteral) return [field(name, "string")];
  // An amount with its unit.
  if (inner instanceof z.ZodObject && "value" in inner.shape && "unit" in inner.shape) return ["value", "unit"].map((part) => ({ name: `${name}.${part}`, type: "string", of: ({ data }) => plain(saysOf(saysOf(data)[name])[part]) }));
  return [];
}

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? bare(schema.unwrap() as z.ZodType) : schema;
}

function field(name: string, type: EventAttribute["type"]): EventAttribute {
  return { name, type, of: ({ data }) => plain(saysOf(data)[name]) };
}

function plain(value: unknown): string | null {
  return typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}
