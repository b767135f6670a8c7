import { z } from "zod";
import type { RequestStatus } from "../request/state.ts";

/** How far another request must have come. `step` names one of its steps, which must have been decided in its favour. */
export const untils = ["submitted", "step", "approved", "permit", "moved"] as const;
export type Until = (typeof untils)[number];
export const Awaited = z.strictObject({ until: z.enum(untils), step: z.string().min(1).max(120).nullable() });
export type Awaited = z.infer<typeof Awaited>;

/** As much of another request as a dependency looks at. A draft that was deleted is `gone`. */
export type Progress = {
  readonly status: RequestStatus | "gone";
  /** How the step that is awaited stands; absent when the request has none of that name. */
  readonly step?: "done" | "notYet";
  /** Something has left under its permit. */
  readonly moved: boolean;
};

/** `met`: it came so far. `ended`: it will never come so far, and somebody has to take the dependency away. */
export type Standing = "open" | "met" | "ended";

/** How a dependency stands, worked out anew each time: nothing has to be told to it. */
export function standingOf({ until }: Pick<Awaited, "until">, { status, step, moved }: Progress): Standing {
  if (status === "draft") return "open";
  if (status === "gone") return "ended";
  if (until === "submitted") return "met";
  // What has left has left, whatever became of the permit later.
  if (until === "moved" && moved) return "met";
  if (status === "rejected" || status === "withdrawn" || status === "revoked") return "ended";
  if (until === "step") return step === undefined ? "ended" : step === "done" ? "met" : "open";
  const past = status === "permitted" || status === "closed" || status === "expired";
  if (until === "moved") return status === "permitted" ? "open" : past ? "ended" : "open";
  return past || (until === "approved" && status === "approved") ? "met" : "open";
}
