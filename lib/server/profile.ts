import type { PersonActor } from "../access/actor.ts";
import { Language } from "../language.ts";
import { publishOwn } from "./publish-own.ts";

export type ProfileProblem = { readonly field: "name" | "language"; readonly code: "nameMissing" | "nameTooLong" | "languageMissing" };

const longestName = 200;

/** Keeps the name and language that a person typed about themselves; answers all that is wrong with them. */
export async function keepProfile(actor: PersonActor, typed: { readonly name: string; readonly language: string }): Promise<{ readonly done: true } | { readonly problems: readonly ProfileProblem[] }> {
  const name = typed.name.normalize("NFC").replace(/\p{C}/gu, "").replace(/\s+/g, " ").trim();
  const language = Language.safeParse(typed.language);
  const problems: ProfileProblem[] = [
    ...(name === "" ? [{ field: "name", code: "nameMissing" } as const] : []),
    ...([...name].length > longestName ? [{ field: "name", code: "nameTooLong" } as const] : []),
    ...(language.success ? [] : [{ field: "language", code: "languageMissing" } as const]),
  ];
  if (problems.length > 0 || !language.success) return { problems };
  await publishOwn(actor, { name, language: language.data });
  return { done: true };
}
