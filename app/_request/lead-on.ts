import { leadTo } from "@/app/_ui/lead-to";
import { localPath } from "@/lib/server/local-path";

/** Leads on after an act was accepted: to where its form says, else to the request. */
export function leadOn(next: unknown, request: string): never {
  leadTo(localPath(typeof next === "string" ? next : `/requests/${request}`));
}
