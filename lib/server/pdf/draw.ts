import PDFDocument from "pdfkit";
import { fill } from "../../fill.ts";
import { htmlLanguage } from "../../html-language.ts";
import type { Block, Printed } from "../../pdf/printed.ts";
import { fontFor } from "./fonts.ts";
import { type Document, type Pen, put, setFont } from "./put.ts";

type Element = ReturnType<Document["struct"]>;

/** The library knows it; its published types do not yet. */
const accessible = "PDF/UA" as unknown as PDFKit.Mixins.PDFSubsets;

const margin = 54;
const ink = { text: "#0f191c", quiet: "#566369", harbour: "#06536a", line: "#d3dadb" };
const size = { title: 20, section: 13, card: 10.5, text: 9.5, quiet: 8.5 };

/**
 * Draws a document as PDF 1.7 on A4: tagged for screen readers (PDF/UA), its language and title said, fonts embedded with the
 * characters that it writes. Characters that no font here has are drawn as an empty box.
 */
export async function drawPdf(printed: Printed): Promise<Buffer> {
  const { title, language, at } = printed;
  // Without a font of its own the library reads one of the fourteen that are not embedded.
  const font = fontFor(language, "regular") as unknown as string;
  const doc = new PDFDocument({ size: "A4", margin, pdfVersion: "1.7", tagged: true, subset: accessible, lang: htmlLanguage[language], displayTitle: true, bufferPages: true, font, info: { Title: title, Creator: "Causeway", Producer: "Causeway", CreationDate: new Date(at), ModDate: new Date(at) } });
  const finished = read(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);
  for (const block of printed.blocks) drawn({ doc, language }, root, block);
  root.end();
  foot(doc, printed);
  doc.end();
  return finished;
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

function text(pen: Pen, words: string, look?: "lead" | "quiet"): void {
  put(look === "quiet" ? drawnWith(pen, size.quiet, ink.quiet) : drawnWith(pen, size.text, ink.text), words, { lineGap: 2.5, paragraphGap: look === "lead" ? 6 : 2 });
}

function list(pen: Pen, root: Element, items: readonly string[]): void {
  const { doc } = pen;
  const whole = doc.struct("L");
  root.add(whole);
  doc.fontSize(size.text).fillColor(ink.text);
  for (const item of items) {
    keepTogether(doc, size.text * 2);
    const top = doc.y;
    whole.add(doc.struct("LI", {}, [doc.struct("Lbl", {}, () => put(pen, "•", { at: [margin, top] })), doc.struct("LBody", {}, () => put(pen, item, { at: [margin + 12, top], lineGap: 2.5 }))]));
  }
  whole.end();
  doc.x = margin;
}

/** What is said of one thing, its name beside it. */
function rows(pen: Pen, root: Element, said: readonly (readonly [string, string])[]): void {
  const { doc } = pen;
  const table = doc.struct("Table");
  root.add(table);
  const [labels, width] = [118, doc.page.width - margin * 2];
  for (const [label, value] of said) {
    setFont(doc, fontFor(pen.language, "regular")).fontSize(size.text);
    const tall = Math.max(doc.heightOfString(label, { width: labels - 10 }), doc.heightOfString(value, { width: width - labels, lineGap: 2 }));
    keepTogether(doc, Math.min(tall, 200));
    const top = doc.y;
    const row = doc.struct("TR");
    table.add(row);
    row.add(doc.struct("TH", {}, () => put(drawnWith(pen, size.text, ink.quiet), label, { at: [margin, top], width: labels - 10, lineGap: 2 })));
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

/** At the foot of each page, which is no part of what is read out. */
function foot(doc: Document, { foot: words, page, language }: Printed): void {
  const { start, count } = doc.bufferedPageRange();
  for (let at = start; at < start + count; at++) {
    doc.switchToPage(at);
    // Beyond the margin the library would begin another page.
    doc.page.margins.bottom = 0;
    const top = doc.page.height - margin + 14;
    const width = doc.page.width - margin * 2;
    doc.markContent("Artifact", { type: "Pagination" });
    doc.moveTo(margin, top - 5).lineTo(margin + width, top - 5).lineWidth(0.5).strokeColor(ink.line).stroke();
    setFont(doc, fontFor(language, "regular")).fontSize(7.5).fillColor(ink.quiet).text(words, margin, top, { width: width - 80, height: 22, ellipsis: true }).text(fill(page, { page: String(at + 1), pages: String(count) }), margin + width - 80, top, { width: 80, align: "right" });
    doc.endMarkedContent();
  }
}

function read(doc: Document): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on("data", (part: Buffer) => parts.push(part)).on("end", () => resolve(Buffer.concat(parts))).on("error", reject);
  });
}
