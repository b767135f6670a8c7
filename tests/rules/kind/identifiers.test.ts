import { describe, expect, it } from "vitest";
import { isRor, readCas, readHsCode, readOrcid, readRor, readUnNumber, readUscc } from "../../../lib/kind/identifiers.ts";

const known = {
  "The University of Hong Kong": "02zhqgq86",
  "The Chinese University of Hong Kong": "00t33hh48",
  HKUST: "00q4vv597",
  "The Hong Kong Polytechnic University": "0030zas98",
  "City University of Hong Kong": "03q8dnn23",
  "University of Macau": "01r4q9n85",
  "Macau University of Science and Technology": "03jqs2n27",
  "Sun Yat-sen University": "0064kty71",
  "South China University of Technology": "0530pts50",
  "Southern Medical University": "01vjw4z39",
  "HKUST (Guangzhou)": "050h0vm43",
  "Shenzhen Institutes of Advanced Technology": "04gh4er46",
  "Shenzhen Bay Laboratory": "00sdcjz77",
  "Chinese Academy of Sciences": "034t30j35",
  NSFC: "01h0zpd94",
};

describe("a ROR identifier", () => {
  it.each(Object.entries(known))("of %s has the right check digits", (_, id) => {
    expect(isRor(id)).toBe(true);
  });

  it.each(["https://ror.org/02zhqgq86", "http://ror.org/02zhqgq86/", "ror.org/02zhqgq86", " 02ZHQGQ86 ", "https://www.ror.org/02zhqgq86"])("is read from %s", (typed) => {
    expect(readRor(typed)).toEqual({ ok: true, id: "02zhqgq86" });
  });

  it("with any one character changed, or two neighbours swapped, is refused", () => {
    for (const id of Object.values(known)) {
      for (let at = 1; at < 7; at++) {
        const changed = `${id.slice(0, at)}${id[at] === "5" ? "6" : "5"}${id.slice(at + 1)}`;
        expect(readRor(changed), changed).toEqual({ ok: false, code: "rorCheckDigits" });
        const swapped = `${id.slice(0, at)}${id[at + 1]}${id[at]}${id.slice(at + 2)}`;
        if (at < 6 && swapped !== id) expect(readRor(swapped).ok, swapped).toBe(false);
      }
    }
  });

  it.each(["", "02zhqgq8", "12zhqgq86", "02zhqgi86", "02zhqgq86x", "https://example.org/02zhqgq86", "ror.org/", "02zhqgq86\u200b"])("is not %j", (typed) => {
    expect(readRor(typed)).toEqual({ ok: false, code: "notRor" });
  });
});

describe("a UN number", () => {
  it.each(["UN3373", "UN 3373", "un3373", "3373", "UN-3373", "ＵＮ３３７３"])("is read from %s", (typed) => {
    expect(readUnNumber(typed)).toBe("UN3373");
  });

  it.each(["", "UN", "UN337", "UN33730", "0000", "UN33a3", "NA3373"])("is not %j", (typed) => {
    expect(readUnNumber(typed)).toBeUndefined();
  });
});

describe("a CAS number", () => {
  it.each([
    ["64-17-5", "64-17-5"],
    ["CAS 67-64-1", "67-64-1"],
    ["cas: 7732-18-5", "7732-18-5"],
    ["７７３２－１８－５", "7732-18-5"],
    ["10043-35-3", "10043-35-3"],
  ])("written %s is %s", (typed, id) => {
    expect(readCas(typed)).toEqual({ ok: true, id });
  });

  it.each(["64-17-6", "67-64-2", "7732-81-5"])("with another check digit is refused: %s", (typed) => {
    expect(readCas(typed)).toEqual({ ok: false, code: "casCheckDigit" });
  });

  it.each(["", "ethanol", "64175", "64-17", "064-17-5", "1-23-4", "64-17-5-1"])("is not %j", (typed) => {
    expect(readCas(typed)).toEqual({ ok: false, code: "notCas" });
  });
});

describe("a commodity code", () => {
  it.each([
    ["2905.11", "290511"],
    ["29051100", "29051100"],
    ["2905 1100 00", "2905110000"],
    ["HS 9027.50", "902750"],
  ])("written %s is %s", (typed, code) => {
    expect(readHsCode(typed)).toBe(code);
  });

  it.each(["", "2905", "29051", "00.00.00", "290511000000", "abcdef"])("is not %j", (typed) => {
    expect(readHsCode(typed)).toBeUndefined();
  });
});

/** Published by orcid.org: the fictitious researcher Josiah Carberry, and the examples of the pages on the identifier's structure. */
const orcids = ["0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"];

describe("an ORCID iD", () => {
  it.each(orcids)("%s has the right check character", (id) => {
    expect(readOrcid(id)).toEqual({ ok: true, id });
  });

  it.each(["https://orcid.org/0000-0002-1694-233X", "orcid.org/0000-0002-1694-233x/", "000000021694233X", "００００-０００２-1694-233x", "0000–0002–1694–233X"])("is read from %s", (typed) => {
    expect(readOrcid(typed)).toEqual({ ok: true, id: "0000-0002-1694-233X" });
  });

  it("with any one digit changed, or two different neighbours swapped, is refused", () => {
    for (const id of orcids.map((one) => one.replaceAll("-", ""))) {
      for (let at = 0; at < 15; at++) {
        expect(readOrcid(`${id.slice(0, at)}${(Number(id[at]) + 1) % 10}${id.slice(at + 1)}`)).toEqual({ ok: false, code: "orcidCheckDigit" });
        if (at < 14 && id[at] !== id[at + 1]) expect(readOrcid(`${id.slice(0, at)}${id[at + 1]}${id[at]}${id.slice(at + 2)}`).ok).toBe(false);
      }
    }
  });

  it.each(["", "A-17", "0000-0002-1825", "0000-0002-1825-00977", "0000-0002-1825-009Y", "https://example.org/0000-0002-1825-0097"])("is not %j", (typed) => {
    expect(readOrcid(typed)).toEqual({ ok: false, code: "notOrcid" });
  });
});

describe("a unified social credit code", () => {
  // As the companies print them on their own pages: Huawei, Tencent, Baidu, Alibaba (China).
  it.each(["914403001922038216", "9144030071526726XG", "91110000802100433B", "91330100799655058B"])("%s has the right check character", (id) => {
    expect(readUscc(id)).toEqual({ ok: true, id });
    for (let at = 8; at < 17; at++) expect(readUscc(`${id.slice(0, at)}${id[at] === "7" ? "6" : "7"}${id.slice(at + 1)}`), String(at)).toEqual({ ok: false, code: "usccCheckDigit" });
  });

  it.each(["", "91440300192203821", "91440300192203821O", "9144030019220382166", "ABCDEFGHI"])("is not %j", (typed) => {
    expect(readUscc(typed)).toEqual({ ok: false, code: "notUscc" });
  });
});
