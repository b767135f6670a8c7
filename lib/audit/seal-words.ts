import { AccountHappening, type NewAccountHappening } from "../account/events.ts";
import { DossierHappening, type NewDossierHappening } from "../dossier/events.ts";
import { Happening, type NewHappening } from "../request/events.ts";
import { type NewPaperHappening, PaperHappening } from "../working-paper/events.ts";
import { wordsDigest } from "./chain.ts";

/** Words as they are kept beside the log. */
export type KeptWords = { readonly digest: string; readonly salt: string; readonly body: string; readonly readers: readonly string[] | null };

export type SealedAs<T> = { readonly happening: T; readonly words: KeptWords[] };

/** Puts a salted digest in place of every word of a happening and hands the words back, to be kept beside the log. */
export function sealWords(happening: NewHappening, newSalt: () => string): SealedAs<Happening> {
  const { sealed, words } = sealAll(happening, newSalt);
  return { happening: Happening.parse(sealed), words };
}

/** The same for what happens to a dossier. */
export function sealDossierWords(happening: NewDossierHappening, newSalt: () => string): SealedAs<DossierHappening> {
  const { sealed, words } = sealAll(happening, newSalt);
  return { happening: DossierHappening.parse(sealed), words };
}

/** The same for what happens to an account. */
export function sealAccountWords(happening: NewAccountHappening, newSalt: () => string): SealedAs<AccountHappening> {
  const { sealed, words } = sealAll(happening, newSalt);
  return { happening: AccountHappening.parse(sealed), words };
}

/** The same for what happens to a working paper. */
export function sealPaperWords(happening: NewPaperHappening, newSalt: () => string): SealedAs<PaperHappening> {
  const { sealed, words } = sealAll(happening, newSalt);
  return { happening: PaperHappening.parse(sealed), words };
}

function sealAll(happening: unknown, newSalt: () => string): { readonly sealed: unknown; readonly words: KeptWords[] } {
  const words: KeptWords[] = [];
  const sealed = seal(happening, (body, readers) => {
    const salt = newSalt();
    const digest = wordsDigest(salt, body);
    words.push({ digest, salt, body, readers });
    return { digest };
  });
  return { sealed, words };
}

function seal(value: unknown, keep: (body: string, readers: readonly string[] | null) => unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => seal(part, keep));
  if (typeof value !== "object" || value === null) return value;
  if ("say" in value) {
    const { say, readers } = value as { say: string; readers: string[] | null };
    return keep(say, readers);
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, seal(part, keep)]));
}
