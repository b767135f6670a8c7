import { hash, verify } from "@node-rs/argon2";

/** Why a password cannot be taken. The words stand under `auth.password`. */
export type PasswordProblem = "tooShort" | "tooLong" | "isEmail" | "tooPlain";

export const shortestPassword = 12;
export const longestPassword = 200;

/**
 * What is wrong with a password that somebody wants: fewer than 12 characters, more than 200, their e-mail address, or a
 * few characters over and over. Nothing about digits and signs: length is what counts (NIST SP 800-63B).
 */
export function passwordProblems(password: string, email: string): PasswordProblem[] {
  const text = password.normalize("NFKC");
  const length = [...text].length;
  const [name = ""] = email.split("@");
  const plain = text.trim().toLowerCase();
  const problems: readonly [PasswordProblem, boolean][] = [
    ["tooShort", length < shortestPassword],
    ["tooLong", length > longestPassword],
    ["isEmail", plain === email.toLowerCase() || plain === name.toLowerCase()],
    ["tooPlain", length >= shortestPassword && new Set(text).size < 5],
  ];
  return problems.flatMap(([problem, found]) => (found ? [problem] : []));
}

/** The hash of a password as it is kept: argon2id with OWASP's parameters (19 MiB, two passes, one lane). */
export async function hashPassword(password: string): Promise<string> {
  return hash(prepared(password), { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

/** Whether a password is the one; without a hash it takes as long and answers no, so that nobody learns who has an account. */
export async function verifyPassword(kept: string | undefined, password: string): Promise<boolean> {
  const right = await verify(kept ?? nobodys, prepared(password));
  return kept !== undefined && right;
}

/** The same letters typed on different keyboards come to the same bytes. The cut only bounds the work: a longer password is never taken. */
function prepared(password: string): string {
  return password.slice(0, 4 * longestPassword).normalize("NFKC");
}

/** The hash, with the same parameters, of random bytes that nobody kept. */
const nobodys = "$argon2id$v=19$m=19456,t=2,p=1$f7ghw85fmvblpeKashn7+g$GM1xPLU8IDNkPyCsfWXRulJWv9auuxeVGP8npDLG9LM";
