import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { localPath } from "@/lib/server/local-path";

/**
 * Leads on after an act was accepted. What is shown is read anew even where the address differs in its place on the page alone: Next
 * takes that for a jump, in either direction, and would leave the page as it was before the act.
 */
export function leadOn(next: unknown, request: string): never {
  refresh();
  redirect(localPath(typeof next === "string" ? next : `/requests/${request}`));
}
