import { Decimal } from "decimal.js";
import { z } from "zod";
import type { Actor } from "../access/actor.ts";
import { leads } from "../access/heads.ts";
import { acts, Amount, Day, Line, Words } from "../request/commands/shared.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { said } from "../request/rule.ts";
import type { NewAccountHappening } from "./events.ts";
import { type AccountState, totalsOf } from "./evolve.ts";
import { type AccountKey, QuotaName, QuotaYear } from "./quota.ts";
import { noLimit, perRequest, StandingGrant } from "./standing-grant.ts";

const Grant = StandingGrant.extend({ number: Line, issued: Day, validFrom: Day.optional(), validUntil: Day.optional() });

/** `desk` keeps the quota; it is named when the quota is first set. With `grant` it is a standing grant of an outside authority, which may be for no amount. */
export const SetQuota = z.strictObject({ ...acts, desk: z.string().min(1).max(60), limit: Amount.optional(), reason: Words.optional(), grant: Grant.optional() });
export type SetQuota = z.infer<typeof SetQuota>;

/** The same with which quota it is, as a form says it. */
export const QuotaForm = SetQuota.extend({ quota: QuotaName, year: QuotaYear });

type Asked = { readonly key: AccountKey; readonly command: SetQuota; readonly actor: Actor; /** Of the desk that is named; null when there is none. */ readonly deskOf: string | null; readonly today: string };

/** The head of the desk that keeps a quota sets it, raises it, or lowers it by no more than is left. */
export function setQuota(state: AccountState, { key, command, actor, deskOf, today }: Asked): { readonly events: readonly NewAccountHappening[] } | { readonly refusals: readonly Refusal[] } {
  const { desk, reason, grant } = command;
  const limit = command.limit ?? { value: noLimit, unit: perRequest };
  const keeper = state.status === "set" ? state.desk : desk;
  if (!leads(actor, keeper)) return { refusals: [refusal("notPermitted")] };
  const version = state.status === "set" ? state.seq : 0;
  if (command.expectedVersion !== undefined && command.expectedVersion !== version) return { refusals: [refusal("versionConflict", { version })] };
  if (deskOf !== key.organisation || keeper !== desk) return { refusals: [refusal("unknownDesk", { desk }, "desk")] };
  const wrong = grantRefusals(command, today);
  if (wrong.length > 0) return { refusals: wrong };
  if (!new Decimal(limit.value).gt(0)) return { refusals: [refusal("notPositive", {}, "limit.value")] };
  if (state.status === "set") {
    const { reserved, used } = totalsOf(state);
    const taken = new Decimal(reserved).plus(used);
    if (limit.unit !== state.limit.unit && Object.keys(state.held).length > 0) return { refusals: [refusal("wrongUnit", { unit: state.limit.unit }, "limit.unit")] };
    if (taken.gt(limit.value)) return { refusals: [refusal("quotaBelowTaken", { taken: taken.toFixed(), unit: state.limit.unit }, "limit.value")] };
    if (limit.unit === state.limit.unit && new Decimal(limit.value).eq(state.limit.value) && JSON.stringify(grant) === JSON.stringify(state.grant)) return { refusals: [refusal("nothingChanged")] };
  }
  const amount = { value: new Decimal(limit.value).toFixed(), unit: limit.unit };
  return { events: [{ type: "quota.set", data: { ...key, desk, limit: amount, reason: reason === undefined ? null : said(reason), ...(grant && { grant }) } }] };
}

/** Only a grant may be for no amount; it was issued by now and ends after it began. */
function grantRefusals({ limit, grant }: SetQuota, today: string): Refusal[] {
  if (!grant) return limit ? [] : [refusal("notPositive", {}, "limit.value")];
  return [
    ...(grant.issued > today ? [refusal("dateInFuture", { day: grant.issued }, "grant.issued")] : []),
    ...(grant.validUntil !== undefined && grant.validUntil < (grant.validFrom ?? grant.issued) ? [refusal("validityBeforeDate", {}, "grant.validUntil")] : []),
  ];
}
