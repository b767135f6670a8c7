import type { Allowed } from "@/lib/request/allowed";
import type { DetailStep, RequestDetail } from "@/lib/server/request-detail";
import { appealStep } from "@/lib/workflow/appeal";

/** The command by which an officer decides a step: most are approved, at some its members vote, and an appeal is decided by a word of its own. */
export function decisive({ id, vote }: Pick<DetailStep, "id" | "vote">): "approve" | "vote" | "decideAppeal" {
  return id === appealStep ? "decideAppeal" : vote ? "vote" : "approve";
}

/** Whether the reader may decide a step, and why not; undefined where the step is not open, or not theirs at all. */
export function mayDecide({ allowed }: Pick<RequestDetail, "allowed">, step: Pick<DetailStep, "id" | "vote">): Allowed | undefined {
  const command = decisive(step);
  return allowed.find((one) => one.command === command && (one.step ?? step.id) === step.id);
}
