import { htmlLanguage } from "../../html-language.ts";
import type { Block, Said } from "../../pdf/printed.ts";
import { fontFor } from "./fonts.ts";
import { ink, margin, size } from "./look.ts";
import { type Document, type Pen, put, setFont } from "./put.ts";
import { type Element, putSaid } from "./put-said.ts";

/** Draws the parts of a document one under the other, on as many pages as they take. */
export function drawBlocks(pen: Pen, root: Element, blocks: readonly Block[]): void {
  for (const block of blocks) drawn(pen, root, block);
}

function drawn(pen: Pen, root: Element, block: Block): void {
  switch (block.is) {
    case "heading":
      return heading(pen, root, block);
    case "text":
      return void root.add(pen.doc.struct("P", {}, () => text(pen, block.text, block.look)));
    case "list":
      return list(pen, root, block.items);
    case "rows":
      return rows(pen, root, block.rows);
    case "link":
      return link(pen, root, block);
    case "title":
      return title(pen, root, block);
    case "part":
      return part(pen, root, block);
    default:
      return block satisfies never;
  }
}

function heading(pen: Pen, root: Element, { level, text: words }: Extract<Block, { is: "heading" }>): void {
  const { doc } = pen;
  const [fontSize, before, after] = level === 1 ? [size.title, 0, 6] : level === 2 ? [size.section, 16, 4] : [size.card, 9, 2];
  // A heading stays with what it is about.
  keepTogether(doc, before + fontSize + 60);
  doc.y += before;
  root.add(doc.struct(`H${level}`, {}, () => put(drawnWith(pen, fontSize, level === 2 ? ink.harbour : ink.text), words, { weight: "bold", lineGap: 2 })));
  doc.y += after;
}

function title(pen: Pen, root: Element, { level, said }: Extract<Block, { is: "title" }>): void {
  const { doc } = pen;
  const [fontSize, before, after] = level === 1 ? [size.title, 0, 6] : [size.card, 12, 3];
  keepTogether(doc, before + fontSize + 30);
  doc.y += before;
  const whole = doc.struct(`H${level}`);
  root.add(whole);
  drawnWith(pen, fontSize, ink.harbour);
  putSaid(doc, whole, { said }, { weight: "bold", lineGap: 2 });
  whole.end();
  doc.y += after;
}

function part(pen: Pen, root: Element, { language, blocks }: Extract<Block, { is: "part" }>): void {
  const { doc } = pen;
  const whole = doc.struct("Sect", { lang: htmlLanguage[language] });
  root.add(whole);
  keepTogether(doc, Math.min(blocks.reduce((sum, block) => sum + tallOf({ doc, language }, block), 0), doc.page.height - margin * 3));
  drawBlocks({ doc, language }, whole, blocks);
  whole.end();
}

/** What it names stands beside it; the library knows `scope`, its published types do not yet. */
const rowHead: object = { scope: "Row" };

/** How much of a page a block takes, so that what is short stays on one; for those that parts are made of. */
function tallOf(pen: Pen, block: Block): number {
  if (block.is === "rows") return block.rows.reduce((sum, row) => sum + rowTall(pen, row) + 2, 0);
  return block.is === "heading" ? 30 : 15;
}

function rowTall({ doc, language }: Pen, [label, value]: readonly [string, string]): number {
  setFont(doc, fontFor(language, "regular")).fontSize(size.text);
  return Math.max(doc.heightOfString(label, { width: labelWidth - 10, lineGap: 2 }), doc.heightOfString(value, { width: doc.page.width - margin * 2 - labelWidth, lineGap: 2 }));
}

const labelWidth = 118;

function text(pen: Pen, words: string, look?: "lead" | "quiet"): void {
  put(look === "quiet" ? drawnWith(pen, size.quiet, ink.quiet) : drawnWith(pen, size.text, ink.text), words, { lineGap: 2.5, paragraphGap: look === "lead" ? 6 : 2 });
}

function list(pen: Pen, root: Element, items: readonly (string | Said)[]): void {
  const { doc } = pen;
  const whole = doc.struct("L");
  root.add(whole);
  doc.fontSize(size.text).fillColor(ink.text);
  for (const item of items) {
    keepTogether(doc, size.text * 2);
    const top = doc.y;
    const [line, body] = [doc.struct("LI"), doc.struct("LBody")];
    whole.add(line);
    line.add(doc.struct("Lbl", {}, () => put(pen, "•", { at: [margin, top] })));
    line.add(body);
    const place = { at: [margin + 12, top], lineGap: 2.5 } as const;
    if (typeof item === "string") body.add(doc.struct("Span", {}, () => put(pen, item, place)));
    else putSaid(doc, body, item, place);
    body.end();
    line.end();
  }
  whole.end();
  doc.x = margin;
}

/** What is said of one thing, its name beside it. */
function rows(pen: Pen, root: Element, said: readonly (readonly [string, string])[]): void {
  const { doc } = pen;
  const table = doc.struct("Table");
  root.add(table);
  const [labels, width] = [labelWidth, doc.page.width - margin * 2];
  for (const [label, value] of said) {
    keepTogether(doc, Math.min(rowTall(pen, [label, value]), 200));
    const top = doc.y;
    const row = doc.struct("TR");
    table.add(row);
    row.add(doc.struct("TH", rowHead, () => put(drawnWith(pen, size.text, ink.quiet), label, { at: [margin, top], width: labels - 10, lineGap: 2 })));
    const [under, page] = [doc.y, doc.page];
    row.add(doc.struct("TD", {}, () => put(drawnWith(pen, size.text, ink.text), value, { at: [margin + labels, top], width: width - labels, lineGap: 2 })));
    row.end();
    // A long value may have ended on the next page.
    doc.y = (doc.page === page ? Math.max(under, doc.y) : doc.y) + 2;
  }
  table.end();
  doc.x = margin;
}

function link(pen: Pen, root: Element, { text: words, href }: Extract<Block, { is: "link" }>): void {
  const { doc } = pen;
  const paragraph = doc.struct("P");
  root.add(paragraph);
  paragraph.add(doc.struct("Link", { alt: words }, () => put(drawnWith(pen, size.quiet, ink.harbour), words, { link: href, underline: true, lineGap: 2 })));
  paragraph.end();
}

function drawnWith(pen: Pen, fontSize: number, colour: string): Pen {
  pen.doc.fontSize(fontSize).fillColor(colour);
  return pen;
}

function keepTogether(doc: Document, tall: number): void {
  if (doc.y + tall > doc.page.height - margin) doc.addPage();
}
