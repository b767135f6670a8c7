import { describe, expect, it } from "vitest";
import { readCas, readHsCode } from "../../../lib/kind/identifiers.ts";
import { builtIn } from "../../../lib/catalogue/built-in.ts";
import { catalogueKinds, nameOf } from "../../../lib/catalogue/entry.ts";
import { fold, wordsOf } from "../../../lib/catalogue/fold.ts";
import { readCatalogueFile } from "../../../lib/catalogue/read-file.ts";
import { best, isFoundBy, searchTextOf } from "../../../lib/catalogue/search.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("a published table", () => {
  it("is known by its columns, whatever their order", () => {
    const read = readCatalogueFile("un-numbers", bytes("description,un_number,class,class_code\nETHANOL,1170,3,F1\n"));
    expect(read).toMatchObject({ ok: true, source: "adr", entries: [{ code: "UN1170", names: { en: "ETHANOL" }, attributes: { class: "3", classCode: "F1" } }] });
  });
  it("names wrong rows by the line they begin on, also after a cell with line breaks, and takes the others", () => {
    const read = readCatalogueFile("cas", bytes('cas,formula,name,synonyms\n64-17-5,C2H6O,"ethanol\n(spirit)",alcohol | spirit\n64-17-6,X,wrong digit,\n67-64-1,C3H6O,acetone,\n'));
    expect(read).toMatchObject({ ok: true, entries: [{ code: "64-17-5" }, { code: "67-64-1" }], wrong: [{ line: 4 }] });
  });
  it("makes one entry of the rows of one thing", () => {
    const read = readCatalogueFile("un-numbers", bytes("un_id,class_division,packing_group,proper_shipping_name\nUN1089,3,I,Acetaldehyde\nUN1170,3,II,Ethanol\nUN1170,3,III,Ethanol solutions\n"));
    expect(read).toMatchObject({ entries: [{ code: "UN1089" }, { code: "UN1170", names: { en: "Ethanol" }, also: expect.arrayContaining(["Ethanol solutions"]), attributes: { packingGroups: ["II", "III"] } }] });
  });
  it("gives the appendix of a species and the category of a pathogen in the words of our facts", () => {
    expect(readCatalogueFile("cites-species", bytes("binomial,cnName,appendix\nPanthera tigris,虎,1\n"))).toMatchObject({ entries: [{ attributes: { appendix: "I" } }] });
    expect(readCatalogueFile("pathogens", bytes("kind,no,name_zh,name_latin_or_en,hazard_class,lab_level_culture,un_number\nvirus,9,某病毒,Some virus,第二类,BSL-3,UN2814\nbacteria,1,某菌,Some bacterium,第二类,BSL-3,UN3733\n"))).toMatchObject({ entries: [{ code: "virus 某病毒", attributes: { category: "cat2", laboratory: "BSL-3", un: "UN2814" } }], wrong: [{ line: 3 }] });
  });
  it.each([
    ["another encoding", new Uint8Array([0x63, 0x61, 0x73, 0x0a, 0xd2, 0xd2, 0xb4, 0xbc]), /UTF-8/],
    ["other columns", bytes("a,b\n1,2\n"), /columns/],
    ["nothing", bytes(""), /columns/],
    ["an open quote", bytes('cas,formula,name,synonyms\n"64-17-5,x'), /comma-separated/],
  ])("is refused as a whole when it is %s", (_, file, why) => {
    const read = readCatalogueFile("cas", file);
    expect(read).toMatchObject({ ok: false });
    expect("why" in read && read.why).toMatch(why);
  });
  it("is read with a byte order mark and with the line ends of any system", () => {
    expect(readCatalogueFile("hs-codes", bytes("\ufeffhscode,description,level\r\n300215,Immunological products,6\r\n"))).toMatchObject({ entries: [{ code: "300215", also: ["3002.15"] }], wrong: [] });
  });
});

describe("looking up", () => {
  const sza = { code: "x", names: { en: "Shenzhen Institute", "zh-Hant": "薩爾瓦多研究院" }, also: [], attributes: { city: "Shenzhen" } };
  it.each(["shenzhen", "SHENZHEN", "深圳", "薩爾", "萨尔", "Ｓｈｅｎｚｈｅｎ"])("finds the same by %s", (query) => expect(isFoundBy(query, sza)).toBe(true));
  it("wants every word", () => expect(isFoundBy("shenzhen museum", sza)).toBe(false));
  it("takes accents and case for nothing", () => expect(fold("São José")).toBe("sao jose"));
  it("takes at most six words of a long query", () => expect(wordsOf("a ".repeat(500)).length).toBe(6));
  it("puts the code itself first, and what is closed last", () => {
    const entry = (code: string, en: string, attributes = {}) => ({ code, names: { en }, also: [], attributes });
    const found = [entry("b", "Ethanol solution"), entry("c", "Ethanol", { status: "withdrawn" }), entry("ethanol", "Something else"), entry("d", "Ethanol")];
    expect(best("Ethanol", found, 10).map(({ code }) => code)).toEqual(["d", "ethanol", "b", "c"]);
  });
  it("has something of every kind without any import; organisations are those that have joined", () => {
    expect(catalogueKinds.filter((kind) => builtIn(kind).length === 0)).toEqual(["organisations"]);
    for (const { code } of builtIn("cas")) expect(readCas(code)).toEqual({ ok: true, id: code });
    for (const { code } of builtIn("hs-codes")) expect(readHsCode(code)).toBe(code);
    const portugal = builtIn("countries").find(({ code }) => code === "PT");
    expect(portugal && [nameOf(portugal, "zh-Hant"), nameOf(portugal, "pt")]).toEqual(["葡萄牙", "Portugal"]);
    expect(builtIn("countries").length).toBeGreaterThan(230);
    expect(searchTextOf(builtIn("currencies").find(({ code }) => code === "MOP")!)).toContain("pataca");
  });
});
