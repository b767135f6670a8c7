import PDFDocument from "pdfkit";
import type { Language } from "../../language.ts";
import { type Font, fontFor, type Weight } from "./fonts.ts";

export type Document = InstanceType<typeof PDFDocument>;
/** A document that is being written, and the language whose font it is set in. */
export type Pen = { readonly doc: Document; readonly language: Language };
type Options = Omit<PDFKit.Mixins.TextOptions, "continued"> & {
  readonly weight?: Weight;
  readonly at?: readonly [x: number, y: number];
  /** The text goes on from the one before, or is gone on from. */
  readonly follows?: boolean;
  readonly goesOn?: boolean;
};

/** Writes text where the pen is, or at a place. What the document's font does not have is taken from the font of the other script, which is read only then. */
export function put({ doc, language }: Pen, words: string, { weight = "regular", at, follows = false, goesOn = false, ...options }: Options): void {
  const [x, y] = at ?? [doc.page.margins.left, doc.y];
  const font = fontFor(language, weight);
  const runs = runsOf(words, font);
  runs.forEach(({ text, other }, number) => {
    const ends = number === runs.length - 1 && !goesOn;
    setFont(doc, other ? fontFor("zh-Hans", weight) : font);
    if (number === 0 && !follows) doc.text(text, x, y, { ...options, continued: !ends });
    else doc.text(text, { continued: !ends });
  });
}

/** A font that is open stands in for a file; the published types know files only. */
export function setFont(doc: Document, font: Font): Document {
  return doc.font(font as unknown as string);
}

type Run = { readonly text: string; readonly other: boolean };

function runsOf(words: string, font: Font): Run[] {
  const runs: Run[] = [];
  for (const character of words) {
    const other = /\p{Script=Han}/u.test(character) && !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
    const last = runs.at(-1);
    if (last?.other === other) runs[runs.length - 1] = { text: last.text + character, other };
    else runs.push({ text: character, other });
  }
  return runs.length === 0 ? [{ text: "", other: false }] : runs;
}
