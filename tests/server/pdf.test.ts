import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { languages } from "../../lib/language.ts";
import type { Block } from "../../lib/pdf/printed.ts";
import { drawPdf } from "../../lib/server/pdf/draw.ts";

const words = { en: "Apply before the crossing", "zh-Hant": "衞生署須於過關前批准", "zh-Hans": "须在过境前获批准", pt: "Aprovação antes da passagem: ç ã º" };
const at = "2026-11-25T04:00:00.000Z";

function blocks(text: string): Block[] {
  return [
    { is: "heading", level: 1, text },
    { is: "text", text, look: "quiet" },
    { is: "rows", rows: Array.from({ length: 20 }, (_, number) => [`${number} ${text}`, `${text} `.repeat(number)] as const) },
    { is: "list", items: [text, text.repeat(40), ""] },
    { is: "link", text: "https://causeway.example/finder?kind=sample", href: "https://causeway.example/finder?kind=sample" },
  ];
}

function draw(language: (typeof languages)[number], text: string = words[language], title = text): Promise<Buffer> {
  return drawPdf({ title, language, blocks: blocks(text), foot: text, page: "{page} / {pages}", at });
}

describe.each(languages)("a document in %s", (language) => {
  test("is tagged, says its language and title, and embeds every font that it uses", async () => {
    const file = await draw(language);
    const text = file.toString("latin1");
    expect(text.startsWith("%PDF-1.7")).toBe(true);
    for (const said of ["/MarkInfo", "/StructTreeRoot", "/DisplayDocTitle true", "/S /H1", "/S /Table", "/S /TH", "/S /LBody", "/S /Link"]) expect(text).toContain(said);
    expect(text).toMatch(language.startsWith("zh") ? /\/Lang \(zh-Han[st]/ : /\/Lang \((en|pt-PT)\)/);
    const fonts = [...text.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name ?? "");
    expect(fonts.length).toBeGreaterThan(0);
    // Six letters before a name say that it is a part of a font, and that part is in the file.
    expect(fonts.filter((name) => !/^[A-Z]{6}\+NotoSans(HK|SC)-/.test(name))).toEqual([]);
    expect(text.match(/\/FontFile2 /g)?.length).toBe(new Set(fonts).size);
    expect(file.length).toBeLessThan(150_000);
  });

  test("can be searched: each glyph says which character it is", async () => {
    const maps = streams(await draw(language)).filter((stream) => stream.includes("beginbfrange"));
    const known = maps.join(" ").toLowerCase();
    for (const character of words[language].replaceAll(" ", "")) expect(known).toContain(`<${character.charCodeAt(0).toString(16).padStart(4, "0")}>`);
  });

  test("is the same file when it is drawn again", async () => {
    expect((await draw(language)).equals(await draw(language))).toBe(true);
  });
});

test("characters of the other script are taken from its font, and what no font has ends nothing", async () => {
  const text = (await draw("zh-Hant", "卫生署 🧪 \u0000 \u202e العربية")).toString("latin1");
  expect(text).toMatch(/NotoSansHK/);
  expect(text).toMatch(/NotoSansSC/);
  expect((await drawPdf({ title: "", language: "en", blocks: [{ is: "rows", rows: [["x".repeat(300), "x".repeat(3000)], ["", ""]] }], foot: "", page: "", at })).length).toBeGreaterThan(1000);
});

/** The texts of a file's packed streams. */
function streams(file: Buffer): string[] {
  const text = file.toString("latin1");
  return [...text.matchAll(/\/FlateDecode[^]*?stream\r?\n/g)].map(({ index, 0: head }) => {
    const start = index + head.length;
    return inflateSync(file.subarray(start, text.indexOf("endstream", start))).toString("latin1");
  });
}
