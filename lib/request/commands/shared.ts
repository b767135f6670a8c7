import { z } from "zod";
import type { Actor } from "../../access/actor.ts";
import { can } from "../../access/can.ts";
import { headship } from "../../access/heads.ts";
import type { Permission } from "../../access/permission.ts";
import { isParty, isPerson, type Context, type Target } from "../context.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { organisationsOf, type LiveState, type RequestStatus } from "../state.ts";

/** Free text of people: no control characters but line breaks and tabs, no bidirectional overrides, at most 5,000 characters. */
export const Words = z
  .string()
  .trim()
  .min(1)
  .max(5000)
  .refine((text) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/.test(text), { error: "control characters", params: { expected: "controlCharacters" } });

/** A short line: a reference, a name. */
export const Line = Words.max(300).refine((text) => !/[\n\t\r]/.test(text), { error: "line breaks", params: { expected: "lineBreaks" } });
/** A day that anything here can be about; far earlier ones are typing mistakes, and the year 0 is no day to a database. */
export const Day = z.iso.date().refine((day) => day >= "1900-01-01", { error: "a day since 1900", params: { expected: "daySince1900" } });
export const StepId = z.string().min(1).max(120);
export const Id = z.uuid();
/** Somebody of ours, by id or e-mail address. */
export const PersonNamed = z.string().trim().min(3).max(320);

/** What every command carries: an id made by the client, so that one act has one effect, and the version it was made on. */
export const acts = { commandId: Id, expectedVersion: z.number().int().nonnegative().optional() };

/** The decimal text of an amount, as `12` or `1.5`; never a float. */
export const DecimalText = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/);
export const Amount = z.strictObject({ value: DecimalText, unit: z.string().min(1).max(20) });

export function needsStatus(target: Target, ...statuses: readonly RequestStatus[]): Refusal[] {
  const status = target.at === "draft" ? "draft" : target.state.status;
  return statuses.includes(status) ? [] : [refusal("wrongStatus", { status })];
}

/** Whether the requester, or somebody of the team, acts with a permission in one of the organisations that take part. */
export function asParty(permission: Permission, target: Target, context: Context): boolean {
  const organisations = target.at === "draft" ? [target.draft.home] : organisationsOf(target.state);
  const own = isPerson(context.actor) && context.actor.organisation !== null ? [context.actor.organisation] : [];
  return isParty(target, context) && can(context.actor, permission, { organisations: [...organisations, ...own] });
}

/** Whether the actor staffs one of the case's desks with a permission; or the desk of one step. */
export function asDesk(permission: Permission, target: Target, { actor }: Pick<Context, "actor">, step?: string): boolean {
  return target.at === "live" && target.state.steps.some(({ id, desk }) => (step === undefined || id === step) && can(actor, permission, { desks: [desk] }));
}

/** Whether the act comes from Causeway itself and from no person. */
export function isOurs(actor: Actor): boolean {
  return actor.kind === "worker" || actor.kind === "system";
}

/** Whether the actor heads one of the case's desks; or the desk of one step. */
export function asHead(target: Target, context: Pick<Context, "actor">, step?: string): boolean {
  return asDesk(headship, target, context, step);
}

/** For what only the head of a desk does. */
export const always = () => true;

/** The steps of this case whose desks the actor staffs, and those that name them. */
export function ownDesks(state: LiveState, context: Context): LiveState["steps"] {
  return state.steps.filter((step) => can(context.actor, "step.decide", { desks: [step.desk] }) || (isPerson(context.actor) && step.assignee === context.actor.id));
}
