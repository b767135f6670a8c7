import { z } from "zod";

/** What a fact can hold. Lists are for facts such as `transit.jurs`; dates and enumerations are text. */
export const FactValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
export type FactValue = z.infer<typeof FactValue>;
export type Facts = Readonly<Record<string, FactValue>>;

export const operators = ["eq", "ne", "in", "contains", "gte", "gt", "lt", "lte"] as const;
export type Operator = (typeof operators)[number];

export type Leaf = { readonly attr: string; readonly op: Operator; readonly value: FactValue };
export type Condition =
  | Leaf
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

const Leaf = z.strictObject({ attr: z.string().min(1), op: z.enum(operators), value: FactValue });
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    Leaf,
    z.strictObject({ all: z.array(Condition) }),
    z.strictObject({ any: z.array(Condition) }),
    z.strictObject({ not: Condition }),
  ]),
);
