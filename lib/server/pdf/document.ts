import PDFDocument from "pdfkit";
import { fill } from "../../fill.ts";
import { htmlLanguage } from "../../html-language.ts";
import type { Printed } from "../../pdf/printed.ts";
import { fontFor } from "./fonts.ts";
import { ink, margin } from "./look.ts";
import { type Document, setFont } from "./put.ts";
import type { Element } from "./put-said.ts";

/** The library knows it; its published types do not yet. */
const accessible = "PDF/UA" as unknown as PDFKit.Mixins.PDFSubsets;

/** A document on A4 that is begun: tagged, its language and title said. Its pages stay open for what stands at their feet. */
export function opened({ title, language, at }: Pick<Printed, "title" | "language" | "at">): { readonly doc: Document; readonly root: Element; readonly file: Promise<Buffer> } {
  // Without a font of its own the library reads one of the fourteen that are not embedded.
  const font = fontFor(language, "regular") as unknown as string;
  const doc = new PDFDocument({ size: "A4", margin, pdfVersion: "1.7", tagged: true, subset: accessible, lang: htmlLanguage[language], displayTitle: true, bufferPages: true, font, info: { Title: title, Creator: "Causeway", Producer: "Causeway", CreationDate: new Date(at), ModDate: new Date(at) } });
  const file = read(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);
  return { doc, root, file };
}

/** At the foot of each page, which is no part of what is read out. */
export function foot(doc: Document, { foot: words, page, language }: Pick<Printed, "foot" | "page" | "language">): void {
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

export function written(doc: Document, file: Promise<Buffer>): Promise<Buffer> {
  doc.end();
  return file;
}

function read(doc: Document): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on("data", (part: Buffer) => parts.push(part)).on("end", () => resolve(Buffer.concat(parts))).on("error", reject);
  });
}
