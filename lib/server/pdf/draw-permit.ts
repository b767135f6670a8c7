import { encode } from "uqr";
import { htmlLanguage } from "../../html-language.ts";
import type { Text } from "../../language.ts";
import type { PermitPaper } from "../../pdf/permit-paper.ts";
import { drawBlocks } from "./blocks.ts";
import { foot, opened, written } from "./document.ts";
import { ink, margin } from "./look.ts";
import { type Document, put } from "./put.ts";
import { type Element, putSaid, saidPlainly } from "./put-said.ts";

/** ID-1 of ISO/IEC 7810, the size of a bank card, in points. */
const card = { size: [242.65, 153.01] as [number, number], margin: 11, code: 98, bar: 20 };
const head = { code: 120, bar: 26 };
const tones = { yes: ink.done, "not-yet": ink.text, no: ink.stop } as const satisfies Record<PermitPaper["standing"]["holds"], string>;

/** Draws a permit as PDF: A4 with the terms in each language, then a page of the size of a bank card. The signed credential is attached. */
export async function drawPermit(paper: PermitPaper): Promise<Buffer> {
  const { doc, root, file } = opened({ ...paper, title: `${paper.number} · ${saidPlainly(paper.name)}` });
  attached(doc, paper);
  top(doc, root, paper);
  drawBlocks({ doc, language: paper.language }, root, paper.blocks);
  foot(doc, paper);
  small(doc, root, paper);
  root.end();
  return written(doc, file);
}

function top(doc: Document, root: Element, paper: PermitPaper): void {
  const { number, name, standing, language, code } = paper;
  const width = doc.page.width - margin * 2;
  drawCode(doc, root, paper, [doc.page.width - margin - head.code, margin, head.code]);
  const words = width - head.code - 20;
  said(doc, root, "H1", name, { fontSize: 13, colour: ink.harbour, at: [margin, margin + 2], width: words });
  doc.fontSize(25).fillColor(ink.text);
  root.add(doc.struct("P", {}, () => put({ doc, language }, number, { weight: "bold", at: [margin, doc.y + 4], width: words })));
  const below = doc.y + 5;
  bar(doc, [margin, below, words, head.bar], tones[standing.holds]);
  said(doc, root, "P", standing.said, { fontSize: 11, colour: ink.paper, at: [margin + 9, below + 5], width: words - 18 });
  const link = doc.struct("P");
  root.add(link);
  doc.fontSize(9).fillColor(ink.harbour);
  link.add(doc.struct("Link", { alt: code.text }, () => put({ doc, language }, code.text, { link: code.text, underline: true, at: [margin, below + head.bar + 5], width: words })));
  link.end();
  doc.x = margin;
  doc.y = margin + head.code + 4;
}

function small(doc: Document, root: Element, paper: PermitPaper): void {
  const { number, name, standing, language, card: { kind, route, window } } = paper;
  doc.addPage({ size: card.size, margin: card.margin });
  // What stands at its edge would begin another page.
  doc.page.margins.bottom = 0;
  const [width, height] = card.size;
  const left = card.margin + card.code + 4;
  const words = width - left - card.margin;
  const part = doc.struct("Sect");
  root.add(part);
  drawCode(doc, part, paper, [card.margin, card.margin, card.code]);
  said(doc, part, "P", name, { fontSize: 6.5, colour: ink.harbour, at: [left, card.margin + 2], width: words });
  doc.fontSize(10).fillColor(ink.text);
  part.add(doc.struct("P", {}, () => put({ doc, language }, number, { weight: "bold", at: [left, doc.y + 2], width: words })));
  said(doc, part, "P", kind, { fontSize: 6.5, colour: ink.text, at: [left, doc.y + 3], width: words });
  said(doc, part, "P", route, { fontSize: 6, colour: ink.text, at: [left, doc.y + 2], width: words });
  doc.fontSize(8).fillColor(ink.text);
  part.add(doc.struct("P", {}, () => put({ doc, language }, window, { weight: "bold", at: [left, doc.y + 4], width: words })));
  bar(doc, [card.margin, height - card.margin - card.bar, width - card.margin * 2, card.bar], tones[standing.holds]);
  said(doc, part, "P", standing.said, { fontSize: 8, colour: ink.paper, at: [card.margin + 6, height - card.margin - card.bar + 4], width: width - card.margin * 2 - 12 });
  part.end();
}

type Set = { readonly fontSize: number; readonly colour: string; readonly at: readonly [number, number]; readonly width: number };

function said(doc: Document, parent: Element, as: "H1" | "P", text: Text, { fontSize, colour, at, width }: Set): void {
  const whole = doc.struct(as);
  parent.add(whole);
  doc.fontSize(fontSize).fillColor(colour);
  putSaid(doc, whole, { said: text }, { weight: "bold", at, width });
  whole.end();
}

/** A ground for words, which is no part of what is read out. */
function bar(doc: Document, [x, y, width, height]: readonly [number, number, number, number], colour: string): void {
  const before = doc.y;
  doc.markContent("Artifact", { type: "Layout" });
  doc.rect(x, y, width, height).fill(colour);
  doc.endMarkedContent();
  doc.y = before;
}

/** Draws a QR code with the four quiet modules that readers ask for. */
function drawCode(doc: Document, parent: Element, { code: { text, said: about } }: PermitPaper, [x, y, side]: readonly [number, number, number]): void {
  const { data, size } = encode(text, { border: 4, ecc: "M" });
  const dot = side / size;
  // The types of the library do not know `bbox` yet, which says where the picture stands.
  const options = { alt: saidPlainly(about), lang: htmlLanguage.en, bbox: [x, y, x + side, y + side] };
  parent.add(
    doc.struct("Figure", options, () => {
      data.forEach((row, down) => row.forEach((isDark, across) => isDark && doc.rect(x + across * dot, y + down * dot, dot, dot)));
      doc.fill("#000000");
    }),
  );
}

function attached(doc: Document, { credential: { file, token, about }, at }: PermitPaper): void {
  const day = new Date(at);
  // `relationship` is of PDF 2.0 and known to the library, not yet to its types.
  const options = { name: file, type: "application/vc+jwt", description: about, relationship: "Source", creationDate: day, modifiedDate: day };
  doc.file(Buffer.from(token), options);
}
