import type { Language, Text } from "../language.ts";
import type { Block } from "./printed.ts";

/** A permit on paper: one for readers of all four languages, whoever printed it. */
export type PermitPaper = {
  /** Of the person who prints it; what stands in no language of its own is read out in it. */
  readonly language: Language;
  /** The instant at which it stood like this, ISO 8601. */
  readonly at: string;
  readonly number: string;
  readonly name: Text;
  readonly standing: { readonly holds: "yes" | "not-yet" | "no"; readonly said: Text };
  /** What the code holds, and what is said of it to whoever cannot see it. */
  readonly code: { readonly text: string; readonly said: Text };
  /** The terms, in each language. */
  readonly blocks: readonly Block[];
  /** What also stands on the page of the size of a bank card. */
  readonly card: { readonly kind: Text; readonly route: Text; readonly window: string };
  readonly foot: string;
  readonly page: string;
  /** The signed credential, which goes along in the file. */
  readonly credential: { readonly file: string; readonly token: string; readonly about: string };
};
