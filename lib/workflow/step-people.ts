import { z } from "zod";
import { Language } from "../language.ts";

/** How the work of a step finds its officer: everybody at the desk may claim it, or one of them is chosen as it opens. */
export const allotments = ["offer", "round-robin", "shortest-queue", "familiar"] as const;
export type Allotment = (typeof allotments)[number];

/** What a definition says of the people at a step. All of it may be left out; a step then is offered to its desk. */
export const StepPeople = z.strictObject({
  allot: z.enum(allotments).optional(),
  /** Whoever can do this comes first: the language they speak, a skill they have. */
  prefers: z.strictObject({ language: Language.optional(), skill: z.string().min(1).max(60).optional() }).optional(),
  /** Goes to the officer who had an earlier step of the same desk on this case, and they may decide both. */
  keep: z.literal(true).optional(),
  /** To whom an officer may hand it on: a colleague of the desk (also when left out), or an officer of any desk. */
  delegate: z.enum(["desk", "anybody"]).optional(),
  /** The head of the desk may leave it out, with a reason. */
  skip: z.literal(true).optional(),
  /** Decided only by whoever was asked to advise on it. */
  reserved: z.literal(true).optional(),
  /** How often in a year two people may approve each other's requests here. */
  mutual: z.number().int().nonnegative().max(1000).optional(),
});
export type StepPeople = z.infer<typeof StepPeople>;
