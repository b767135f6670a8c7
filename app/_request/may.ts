import type { RequestDetail } from "@/lib/server/request-detail";

/** Whether the reader may give a command now. */
export function may({ allowed }: Pick<RequestDetail, "allowed">, command: string): boolean {
  return allowed.some((one) => one.command === command && one.allowed);
}

/** Whether a command is the reader's to give at all, whatever stands against it now. */
export function isTheirs({ allowed }: Pick<RequestDetail, "allowed">, command: string): boolean {
  return allowed.some((one) => one.command === command && !one.reasons.some(({ code }) => code === "notPermitted"));
}
