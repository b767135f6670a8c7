import { z } from "zod";
import { type EventActor, Said, Sealed } from "../request/events.ts";
import { QuotaName, QuotaYear } from "./quota.ts";
import { StandingGrant } from "./standing-grant.ts";

const Quantity = z.strictObject({ value: z.string(), unit: z.string() });
const Id = z.string().min(1).max(80);
/** For which request, how much, and the act on the request that brought it about. */
const entry = { request: z.uuid(), number: z.string(), amount: Quantity, because: z.string() };

/** Everything that can have happened to an account, for words of one form. */
function happenings<W extends z.ZodType>(words: W) {
  return z.discriminatedUnion("type", [
    /** Set for the first time, raised, or lowered by no more than is left. */
    z.strictObject({ type: z.literal("quota.set"), data: z.strictObject({ organisation: Id, quota: QuotaName, year: QuotaYear, desk: Id, limit: Quantity, reason: words.nullable(), /** Of what an outside authority granted. */ grant: StandingGrant.optional() }) }),
    /** A standing grant ends in so many days; the desk that keeps it is told. */
    z.strictObject({ type: z.literal("grant.expiring"), data: z.strictObject({ validUntil: z.iso.date(), days: z.number().int().positive() }) }),
    z.strictObject({ type: z.literal("quota.reserved"), data: z.strictObject(entry) }),
    z.strictObject({ type: z.literal("quota.used"), data: z.strictObject(entry) }),
    z.strictObject({ type: z.literal("quota.released"), data: z.strictObject(entry) }),
  ]);
}

export const AccountHappening = happenings(Sealed);
export type AccountHappening = z.infer<typeof AccountHappening>;
/** What is decided; its words are still in the clear. */
export const NewAccountHappening = happenings(Said);
export type NewAccountHappening = z.infer<typeof NewAccountHappening>;
export type AccountEventType = AccountHappening["type"];
export const accountEventTypes = AccountHappening.options.map((option) => option.shape.type.value) as AccountEventType[];
export type AccountDataOf<T extends AccountEventType> = Extract<AccountHappening, { type: T }>["data"];

/** One entry of an account's chain; `seq` counts from 1. */
export type AccountEvent = AccountHappening & { readonly account: string; readonly seq: number; readonly at: string; readonly actor: EventActor };
