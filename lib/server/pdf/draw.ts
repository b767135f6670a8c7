import type { Printed } from "../../pdf/printed.ts";
import { drawBlocks } from "./blocks.ts";
import { foot, opened, written } from "./document.ts";

/**
 * Draws a document as PDF 1.7 on A4: tagged for screen readers (PDF/UA), its language and title said, fonts embedded with the
 * characters that it writes. Characters that no font here has are drawn as an empty box.
 */
export async function drawPdf(printed: Printed): Promise<Buffer> {
  const { doc, root, file } = opened(printed);
  drawBlocks({ doc, language: printed.language }, root, printed.blocks);
  root.end();
  foot(doc, printed);
  return written(doc, file);
}
