import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import type { Language } from "../../language.ts";

/* Two families with the characters of all four languages. Hong Kong and Macao write some strokes in other ways than the Mainland does. */

export type Weight = "regular" | "bold";
/** A font that is open. A document takes it as it would take a file, and embeds only the characters that it writes. */
export type Font = { readonly hasGlyphForCodePoint: (point: number) => boolean };

const files = { regular: "400Regular", bold: "700Bold" } as const satisfies Record<Weight, string>;

/** The font for a language, opened once a process: reading its tables anew for each document would cost a second. */
export function fontFor(language: Language, weight: Weight): Font {
  const [family, name] = language === "zh-Hans" ? ["noto-sans-sc", "NotoSansSC"] : ["noto-sans-hk", "NotoSansHK"];
  const path = `@expo-google-fonts/${family}/${files[weight]}/${name}_${files[weight]}.ttf`;
  const font = open.get(path) ?? opened(readFileSync(require.resolve(path)));
  open.set(path, font);
  return font;
}

const open = new Map<string, Font>();

/** The library opens a font only as part of a document, which keeps it; its types do not say that it can be used again. */
function opened(file: Buffer): Font {
  const doc = new PDFDocument({ font: file as unknown as string });
  return (doc as unknown as { readonly _font: { readonly font: Font } })._font.font;
}

/** Found when it is asked for, so that no build copies fonts. */
const require = createRequire(join(process.cwd(), "package.json"));
