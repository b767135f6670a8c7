import { z } from "zod";
import { Text } from "../language.ts";
import { Condition } from "./condition.ts";

export const kinds = ["person", "sample", "reagent", "data", "funds"] as const;
export const Kind = z.enum(kinds);
export type Kind = z.infer<typeof Kind>;

/** Whose law a regime is: `INT` for conventions and carriers' rules, `GBA` for what the Mainland agreed with Hong Kong or Macao for the Greater Bay Area. */
export const regimeJurisdictions = ["CN", "HK", "MO", "GBA", "INT"] as const;
export const regimeTypes = ["permit", "filing", "notification", "declaration", "document", "prohibition", "funding-condition", "facilitation"] as const;
export const dues = ["before-submission", "before-permit", "before-crossing", "at-crossing", "after-crossing"] as const;
export type Due = (typeof dues)[number];
export const confidences = ["verified", "memory", "uncertain"] as const;
export type Confidence = (typeof confidences)[number];

const Day = z.iso.date();

/** How long an authority usually takes; `value` 0 means at the boundary, or no limit set by law. */
const ProcessingTime = z.strictObject({ value: z.number().int().nonnegative(), unit: z.enum(["working_day", "day", "hour"]), note: Text.nullable() });

/** A limit in law on the applicant's side. `from: "crossing"` with `due: "before-crossing"` runs backwards. */
export const Clock = z.strictObject({
  days: z.number().int().positive(),
  unit: z.enum(["working_day", "day", "hour"]),
  calendar: z.enum(["CN", "HK", "MO"]),
  from: z.string(),
});
export type Clock = z.infer<typeof Clock>;

export const Regime = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: Text,
  jurisdiction: z.enum(regimeJurisdictions),
  type: z.enum(regimeTypes),
  status: z.enum(["in_force", "planned", "unverified"]),
  authority: z.string(),
  kinds: z.array(Kind).min(1),
  trigger: Condition,
  papers: z.array(z.string()),
  time: ProcessingTime,
  validity: Text.nullable(),
  from: Day.nullable(),
  to: Day.nullable(),
  /** The first version of a text whose beginning nobody recorded has no first day. */
  versions: z.array(z.strictObject({ id: z.string(), from: Day.nullable(), to: Day.nullable(), note: Text.nullable() })),
  substitutes: z.array(z.string()),
  facilitates: z.array(z.string()),
  citations: z.array(z.strictObject({ text: Text, articles: z.string().nullable() })),
  sources: z.array(z.string()),
  confidence: z.enum(confidences),
  asOf: Day,
  note: Text.nullable(),
  due: z.enum(dues),
  clock: Clock.nullable(),
});
export type Regime = z.infer<typeof Regime>;

/** A dated set of regimes. The pack in force on the planned crossing date is the one that counts. */
export const Pack = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().regex(/^\d{4}\.\d{2}(\.\d+)?$/),
  from: Day.nullable(),
  to: Day.nullable(),
  regimes: z.array(Regime).min(1),
});
export type Pack = z.infer<typeof Pack>;
