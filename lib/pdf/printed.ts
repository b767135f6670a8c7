import type { Language, Text } from "../language.ts";

/** What is said in every language, after a name that is nobody's to translate. */
export type Said = { readonly name?: string; readonly said: Text };

/** A part of a document on paper. Its kind says what it is to a screen reader too; how it looks is the drawing's matter. */
export type Block =
  | { readonly is: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly is: "text"; readonly text: string; readonly look?: "lead" | "quiet" }
  | { readonly is: "list"; readonly items: readonly (string | Said)[] }
  | { readonly is: "rows"; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly is: "link"; readonly text: string; readonly href: string }
  /** One heading in every language. */
  | { readonly is: "title"; readonly level: 1 | 2; readonly said: Text }
  /** What stands in another language than the document. */
  | { readonly is: "part"; readonly language: Language; readonly blocks: readonly Block[] };

/** A document to be kept on paper or as a file: in one language, with what stands at the foot of each page. `page` leaves `{page}` and `{pages}` open. */
export type Printed = {
  readonly title: string;
  readonly language: Language;
  readonly blocks: readonly Block[];
  readonly foot: string;
  readonly page: string;
  /** The instant it was made, ISO 8601. */
  readonly at: string;
};
