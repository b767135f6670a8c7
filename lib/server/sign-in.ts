import { eq } from "drizzle-orm";
import { asReader } from "../../db/client.ts";
import { credentials, people } from "../../db/schema/people.ts";
import { emailAddress } from "../access/email-address.ts";
import { verifyPassword } from "./passwords.ts";
import { countAttempt, forgiveAttempts, type Limit, takeBackAttempt } from "./rate-limit.ts";

export type SignInAttempt = {
  readonly email: string;
  readonly password: string;
  /** The network address it came from. */
  readonly address: string;
};

export type SignInOutcome = { readonly person: { readonly id: string; readonly name: string } } | SignInRefusal;
export type SignInRefusal = { readonly code: "wrongCredentials" } | { readonly code: "tooManyAttempts"; readonly retryAt: string };

/**
 * Checks an e-mail address and password. Refuses without saying which of them is wrong, and in the same time; after ten
 * wrong ones at one account or a hundred from one address in a quarter of an hour it says when to try again.
 */
export async function signIn({ email, password, address }: SignInAttempt, now: Date): Promise<SignInOutcome> {
  const known = emailAddress(email);
  const limits = limitsOf(known ?? "", address);
  const allowance = await countAttempt([limits.account, limits.place], now);
  if (!allowance.allowed) return { code: "tooManyAttempts", retryAt: allowance.retryAt };
  const found = known === undefined ? undefined : await findCredentials(known);
  const right = await verifyPassword(found?.active ? found.passwordHash : undefined, password);
  if (!right || !found) return { code: "wrongCredentials" };
  await forgiveAttempts(limits.account);
  await takeBackAttempt(limits.place, now);
  return { person: { id: found.id, name: found.name } };
}

/** A right password clears the account's count, but of the place's only itself, or one's own account would buy guesses at others'. */
function limitsOf(email: string, address: string): { readonly account: Limit; readonly place: Limit } {
  return { account: { name: "sign-in-email", of: email, most: 10, minutes: 15 }, place: { name: "sign-in-address", of: address, most: 100, minutes: 15 } };
}

async function findCredentials(email: string) {
  const [row] = await asReader({ kind: "signIn" }, (tx) =>
    tx
      .select({ id: people.id, name: people.name, active: people.active, passwordHash: credentials.passwordHash })
      .from(people)
      .innerJoin(credentials, eq(credentials.personId, people.id))
      .where(eq(people.email, email)),
  );
  return row;
}
