import { asActor } from "../../db/client.ts";
import type { PersonActor } from "../access/actor.ts";
import { hashPassword, type PasswordProblem, passwordProblems } from "./passwords.ts";
import { signIn, type SignInRefusal } from "./sign-in.ts";
import { keepPassword } from "./sign-in-reset.ts";

type Change = { readonly current: string; readonly next: string; readonly address: string };
export type ChangeOutcome = { readonly done: true } | { readonly problems: readonly PasswordProblem[] } | SignInRefusal;

/** Takes a new password from somebody who is signed in and knows the one they have. Guessing is limited as at sign-in. */
export async function changePassword(actor: PersonActor, { current, next, address }: Change, now: Date): Promise<ChangeOutcome> {
  const outcome = await signIn({ email: actor.email, password: current, address }, now);
  if (!("person" in outcome)) return outcome;
  const problems = passwordProblems(next, actor.email);
  if (problems.length > 0) return { problems };
  const passwordHash = await hashPassword(next);
  await asActor(actor, (tx) => keepPassword(tx, actor.id, passwordHash, now));
  return { done: true };
}
