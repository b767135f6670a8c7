import type { Kind } from "../policy/pack.ts";
import type { KindDefinition } from "./field.ts";
import { data } from "./data.ts";
import { reagent } from "./reagent.ts";
import { funds } from "./funds.ts";
import { person } from "./person.ts";
import { sample } from "./sample.ts";

/** Every kind has a form. A new kind is one file and one line here. */
const registry = {
  person,
  sample,
  reagent,
  data,
  funds,
} as const satisfies Record<Kind, KindDefinition>;

export type FormKind = keyof typeof registry;

/** The names of the facts that belong to one kind only. */
export type KindFact = { [K in FormKind]: keyof (typeof registry)[K]["facts"] }[FormKind];

export const kindDefinitions: readonly KindDefinition[] = Object.values(registry);

export const formKinds = Object.keys(registry) as readonly FormKind[];

export function hasForm(kind: string): kind is FormKind {
  return Object.hasOwn(registry, kind);
}

export function kindDefinition(kind: Kind): KindDefinition {
  return registry[kind];
}
