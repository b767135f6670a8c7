import { inflateSync } from "node:zlib";
import { encode } from "uqr";
import { describe, expect, test } from "vitest";
import { permitPaper } from "../../app/_request/permit-paper.ts";
import type { CheckedPermit } from "../../db/queries/permit-check.ts";
import { credentialOf, type PermitTerms } from "../../lib/permit/credential.ts";
import { drawPermit } from "../../lib/server/pdf/draw-permit.ts";

const site = "https://causeway.example";
const number = "CWP-7K3M-94QX-2TB5";
const token = "eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl";
const samples: PermitTerms = {
  number,
  kind: "sample",
  corridor: { from: { jurisdiction: "HK", city: "hongkong", zone: null }, to: { jurisdiction: "CN", city: "shenzhen", zone: "hetao" }, mode: "courier" },
  controlPoints: ["futian-lmcsl"],
  limit: { value: "24", unit: "tube" },
  items: [{ name: "Seawater 海水", quantity: { value: "24", unit: "container" }, container: "cryovial-2ml", each: { value: "0.0005", unit: "L" } }],
  window: { from: "2026-11-26", to: "2027-01-25" },
  conditions: ["Keep it frozen. 須冷凍保存。"],
  requirements: [{ regime: "host-letter", reference: "A/2026/17", validUntil: "2027-06-30" }],
};

type Given = { readonly terms?: Partial<PermitTerms>; readonly status?: CheckedPermit["status"] };
async function drawn({ terms, status = "valid" }: Given = {}): Promise<Buffer> {
  const names = { en: "Hong Kong University of Science and Technology", "zh-Hant": "香港科技大學", "zh-Hans": "香港科技大学", pt: "Universidade de Ciência e Tecnologia de Hong Kong" };
  const claims = credentialOf({ issuer: site, edition: 7, at: "2026-11-26T02:00:00Z", holder: { id: "hkust", ror: null, names }, terms: { ...samples, ...terms }, status: { list: 1, index: 4 } });
  return drawPermit(permitPaper({ claims, token, status, language: "en", site, at: "2026-11-26T02:00:00Z" }));
}

const valid = drawn();

describe("a permit on paper", () => {
  test("is tagged, with a heading, tables whose rows are named, and a code that is described", async () => {
    const text = (await valid).toString("latin1");
    expect(text.startsWith("%PDF-1.7")).toBe(true);
    for (const said of ["/MarkInfo", "/StructTreeRoot", "/DisplayDocTitle true", "/S /H1", "/S /Sect", "/S /TH", "/Scope /Row", "/S /Figure", "/BBox [", "/S /LBody"]) expect([said, text.includes(said)]).toEqual([said, true]);
    expect(text.match(/\/S \/Figure\n?[^]*?\/Alt \([^)]/g)?.length).toBe(2);
  });

  test("says its terms in each language, each marked as what it is", async () => {
    const file = await valid;
    const text = file.toString("latin1");
    for (const tag of ["en", "zh-Hant-HK", "zh-Hans", "pt-PT"]) expect([tag, text.includes(`/S /Sect\n/Lang (${tag})`)]).toEqual([tag, true]);
    const said = textIn(file);
    for (const words of ["HolderHong Kong University of Science and Technology", "持有機構香港科技大學", "持有机构香港科技大学", "TitularUniversidade de Ciência e Tecnologia de Hong Kong", "福田／落馬洲支線", "福田／落马洲支线", "Limit24 tubes", "額度24支試管", "Limite24 tubos", "A/2026/17", "Keep it frozen. 須冷凍保存。", "Seawater 海水", "0.0005 L", "0,0005 L"]) expect([words, said.includes(words)]).toEqual([words, true]);
  });

  test("embeds of every font what it writes, and no more", async () => {
    const file = await valid;
    const fonts = [...file.toString("latin1").matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) => name ?? "");
    expect(fonts.filter((name) => !/^[A-Z]{6}\+NotoSans(HK|SC)-/.test(name))).toEqual([]);
    expect(file.toString("latin1").match(/\/FontFile2 /g)?.length).toBe(new Set(fonts).size);
    expect(file.length).toBeLessThan(200_000);
  });

  test("has a code on A4 and on a page of the size of a bank card, which hold the address that checks it", async () => {
    const file = await valid;
    const [sheets, cards] = [/\/MediaBox \[0 0 595\.28 841\.89\]/g, /\/MediaBox \[0 0 242\.65 153\.01\]/g].map((size) => file.toString("latin1").match(size)?.length);
    expect([sheets, cards]).toEqual([2, 1]);
    const dark = encode(`${site}/permits/${number}`, { border: 4, ecc: "M" }).data.map((row) => row.map((isDark) => (isDark ? "#" : ".")).join(""));
    expect(codesIn(file)).toEqual([dark, dark]);
  });

  test("carries the signed permit along", async () => {
    const file = await valid;
    expect(file.toString("latin1")).toMatch(new RegExp(`/F \\(${number}\\.jwt\\)`));
    expect(streams(file)).toContain(token);
  });

  test.each(["suspended", "revoked", "expired", "used-up", "closed"] as const)("that is %s says so in each language on a red ground, and is valid nowhere", async (status) => {
    const words = { suspended: "Suspended · 已暫停 · 已暂停 · Suspensa", revoked: "Revoked · 已撤銷 · 已撤销 · Revogada", expired: "Expired · 已過期 · 已过期 · Caducada", "used-up": "Used up · 已用盡 · 已用尽 · Esgotada", closed: "Closed · 已結案 · 已办结 · Encerrada" }[status];
    const [good, bad] = [await valid, await drawn({ status })];
    expect(textIn(bad).split(words).length - 1).toBe(2);
    expect(textIn(good)).not.toContain(words);
    expect([grounds(bad), grounds(good)]).toEqual([["red", "red"], ["green", "green"]]);
  });

  test.each<Partial<PermitTerms>>([
    { kind: "person", limit: { value: "6", unit: "trip" }, crossings: "6", items: [{ role: "pi", quantity: { value: "6", unit: "trip" } }], controlPoints: [], conditions: [], requirements: [] },
    { kind: "data", items: [{ name: "x".repeat(400), fields: "health", quantity: { value: "10000", unit: "record" } }], corridor: { from: { jurisdiction: "MO", city: null, zone: null }, to: { jurisdiction: "XX", city: null, zone: "none" }, mode: null } },
    { kind: "funds", limit: { value: "12345678901234567890.01", unit: "CNY" }, items: [{ quantity: { value: "12345678901234567890.01", unit: "CNY" }, due: "2026-12-24" }] },
    { kind: "reagent", items: Array.from({ length: 200 }, (_, at) => ({ name: `Reagent ${at} <b>\u0000\u202e🧪`, cas: "64-17-5", un: "UN1170", quantity: { value: "1", unit: "kg" } })), conditions: Array.from({ length: 30 }, () => "長".repeat(2000)) },
  ])("is drawn whatever its terms are: $kind", async (terms) => {
    const file = await drawn({ terms });
    if (terms.kind === "funds") expect(textIn(file)).toContain("12,345,678,901,234,567,890.01");
    expect(codesIn(file).length).toBe(2);
  });
});

/** The texts of a file's streams, unpacked. */
function streams(file: Buffer): string[] {
  const text = file.toString("latin1");
  return [...text.matchAll(/\/FlateDecode[^]*?stream\r?\n/g)].map(({ index, 0: head }) => {
    const start = index + head.length;
    return inflateSync(file.subarray(start, text.indexOf("endstream", start))).toString("latin1");
  });
}

/** What a file says, read as a viewer does: by the fonts’ own tables of which glyph is which character. */
function textIn(file: Buffer): string {
  const text = file.toString("latin1");
  const objects = new Map([...text.matchAll(/(\d+) 0 obj\n([^]*?)endobj/g)].map(({ index, 1: id, 2: body = "" }) => [id, { body, at: index }]));
  const streamOf = (id: string | undefined) => {
    const { body = "", at = 0 } = objects.get(id ?? "") ?? {};
    const start = at + text.slice(at).search(/stream\r?\n/);
    return body.includes("stream") ? inflateSync(file.subarray(text.indexOf("\n", start) + 1, text.indexOf("endstream", start))).toString("latin1") : "";
  };
  const fonts = new Map([...text.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", id]) => [name, glyphs(streamOf(/\/ToUnicode (\d+) 0 R/.exec(objects.get(id ?? "")?.body ?? "")?.[1]))]));
  const contents = [...text.matchAll(/\/Contents (\d+) 0 R/g)].map(([, id]) => streamOf(id));
  return contents.map((content) => {
    let font = new Map<string, string>();
    return [...content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/g)].map(([, name, hex]) => {
      if (name) font = fonts.get(name) ?? font;
      return (hex?.match(/.{4}/g) ?? []).map((glyph) => font.get(glyph) ?? "?").join("");
    }).join("");
  }).join("\n");
}

function glyphs(table: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, from = "", , list = ""] of table.matchAll(/<([0-9a-f]{4})> <([0-9a-f]{4})> \[([^\]]*)\]/g)) [...list.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, code = ""], at) => found.set((Number.parseInt(from, 16) + at).toString(16).padStart(4, "0"), Buffer.from(code.replaceAll(" ", ""), "hex").swap16().toString("utf16le")));
  return found;
}

/** The codes that are drawn, module by module, with their quiet border. */
function codesIn(file: Buffer): string[][] {
  return streams(file).flatMap((content) => [...content.matchAll(/((?:[\d.]+ [\d.]+ ([\d.]+) \2 re\n)+)[^]{0,40}?f\n/g)]).flatMap(([, drawn = ""]) => {
    const squares = [...drawn.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) /g)].map(([, x, y, side]) => [Number(x), Number(y), Number(side)] as const);
    if (squares.length < 50) return [];
    const side = squares[0]?.[2] ?? 1;
    const [left, top] = [Math.min(...squares.map(([x]) => x)), Math.min(...squares.map(([, y]) => y))];
    const places = new Set(squares.map(([x, y]) => `${Math.round((x - left) / side) + 4} ${Math.round((y - top) / side) + 4}`));
    const size = Math.max(...squares.map(([x]) => Math.round((x - left) / side))) + 9;
    return [Array.from({ length: size }, (_, y) => Array.from({ length: size }, (__, x) => (places.has(`${x} ${y}`) ? "#" : ".")).join(""))];
  });
}

/** The grounds behind how it stands. */
function grounds(file: Buffer): string[] {
  const colours: Readonly<Record<string, string>> = { "0.70": "red", "0.04": "green" };
  return streams(file).flatMap((content) => [...content.matchAll(/ re\n\/DeviceRGB cs\n(0\.\d\d)\S* \S+ \S+ scn\nf\n/g)].flatMap(([, red = ""]) => colours[red] ?? []));
}
