import { z } from "zod";
import { Language, Text } from "../language.ts";
import { kinds } from "../policy/pack.ts";
import { deskFunctions, WorkflowDefinition } from "../workflow/definition.ts";
import { permissions } from "./permission.ts";

const Slug = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/);
const ScopeRow = z.union([z.strictObject({ kind: z.enum(["organisation", "jurisdiction", "desk"]), id: z.string().min(1) }), z.strictObject({ kind: z.literal("everything") })]);

/** One change of how an installation is set up. Each becomes an event of its subject's `config:` stream. */
export const Change = z.discriminatedUnion("of", [
  z.strictObject({ of: z.literal("organisation"), id: Slug, ror: z.string().nullable(), names: Text, jurisdiction: z.enum(["CN", "HK", "MO", "XX"]), city: z.string(), type: z.string() }),
  z.strictObject({ of: z.literal("desk"), id: Slug, organisation: Slug, function: z.enum(deskFunctions), names: Text, programmes: z.array(z.string()), controlPoints: z.array(z.string()) }),
  z.strictObject({ of: z.literal("person"), id: z.uuid(), email: z.email().max(320), name: z.string().min(1).max(200), language: Language, organisation: Slug.nullable(), active: z.boolean() }),
  z.strictObject({ of: z.literal("role"), id: Slug, permissions: z.array(z.enum(permissions)) }),
  z.strictObject({ of: z.literal("grants"), person: z.uuid(), grants: z.array(z.strictObject({ role: Slug, scope: ScopeRow })) }),
  z.strictObject({ of: z.literal("workflow"), kind: z.enum(kinds), definition: WorkflowDefinition }),
]);
export type Change = z.infer<typeof Change>;

/** The name of what a change is about: its stream carries it. */
export function subjectOf(change: Change): string {
  switch (change.of) {
    case "grants":
      return `grants:${change.person}`;
    case "workflow":
      return `workflow:${change.definition.id}`;
    default:
      return `${change.of}:${change.id}`;
  }
}
