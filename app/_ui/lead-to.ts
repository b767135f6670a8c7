import { refresh } from "next/cache";
import { redirect } from "next/navigation";

/**
 * Leads on after a form has done its work. What is shown is read anew even where the address differs in its place on the page alone, as after a skip
 * link: Next takes that for a jump, in either direction, and would leave the page as it was before the act.
 */
export function leadTo(path: string): never {
  refresh();
  redirect(path);
}
