import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { FormState } from "@/app/(auth)/form-state";
import type { Reader } from "@/lib/server/language";
import { signInPath } from "@/lib/server/session";
import { endedState } from "./outcome";

/**
 * What a form comes to that was sent after its session had ended. With scripts it stays as it stands, with what was
 * typed; without them the page it stood on may not be drawn again, and signing in leads back there.
 */
export async function endedSession(before: FormState, values: FormState["values"], words: Reader): Promise<FormState> {
  if (!(await headers()).has("next-action")) redirect(await signInPath());
  return endedState(before, values, words);
}
