import { describe, expect, it } from "vitest";
import { format } from "../../lib/format.ts";
import { deviceName } from "../../lib/server/device-name.ts";
import { emailAddress } from "../../lib/access/email-address.ts";
import { isForeignWrite } from "../../lib/server/foreign-write.ts";
import { localPath } from "../../lib/server/local-path.ts";
import { passwordProblems } from "../../lib/server/passwords.ts";
import { translator } from "../../lib/server/translate.ts";

describe("an address to go back to", () => {
  it.each(["/", "/requests", "/requests?status=draft#top", "/sign-in?next=%2Fx"])("keeps the local path %s", (path) => {
    expect(localPath(path)).toBe(path);
  });
  it.each([
    "https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "/\n/evil.example", "javascript:alert(1)", "",
    "evil", "/.//evil.example", "/x/..//evil.example", "/%2e//evil.example", "/\u0000/evil.example", `/${"x".repeat(3000)}`, undefined, ["/a"], 7,
  ])("refuses %j", (given) => {
    expect(localPath(given)).toBe("/");
  });
});

describe("an e-mail address", () => {
  it.each([
    ["Mei@HKU.example", "mei@hku.example"],
    ["  mei@hku.example ", "mei@hku.example"],
    ["ｍｅｉ＠hku.example", "mei@hku.example"],
    ["jose\u0301@um.example", "jos\u00e9@um.example"],
    ["李明@例子.公司", "李明@例子.公司"],
  ])("%j is kept as %j", (typed, kept) => {
    expect(emailAddress(typed)).toBe(kept);
  });
  it.each(["", "mei", "mei@", "@hku", "a b@c", "a@b@c", "a@b\u0000", "a\u202e@b", `${"x".repeat(250)}@hku.example`])("%j is none", (typed) => {
    expect(emailAddress(typed)).toBeUndefined();
  });
});

describe("a new password", () => {
  const of = (password: string) => passwordProblems(password, "mei.chan.2026@hku.example");
  it("may be any twelve characters, of any script", () => {
    expect(of("correct horse")).toEqual([]);
    expect(of("標本過境須先經申請許可呀")).toEqual([]);
    expect(of("🧪".repeat(7) + "abcdefg")).toEqual([]);
  });
  it("is refused below twelve characters, counted as people count", () => {
    expect(of("eleven char")).toEqual(["tooShort"]);
    expect(of("🧪abcdefg")).toEqual(["tooShort"]);
  });
  it("is refused above two hundred", () => expect(of("abcdefgh".repeat(26))).toEqual(["tooLong"]));
  it("is refused when it is the e-mail address, or what stands before its @", () => {
    expect(of("Mei.Chan.2026@hku.example")).toEqual(["isEmail"]);
    expect(of("mei.chan.2026")).toEqual(["isEmail"]);
  });
  it("is refused when it repeats a few characters", () => expect(of("abababababab")).toEqual(["tooPlain"]));
});

describe("a form from another site", () => {
  const post = (headers: Record<string, string>) => ({ method: "POST", headers: new Headers({ host: "localhost:3000", ...headers }) });
  it("is refused, whatever its origin looks like", () => {
    expect(isForeignWrite(post({ origin: "https://evil.example" }))).toBe(true);
    expect(isForeignWrite(post({ origin: "null" }))).toBe(true);
    expect(isForeignWrite(post({ origin: "no address" }))).toBe(true);
    expect(isForeignWrite(post({ "sec-fetch-site": "cross-site" }))).toBe(true);
    expect(isForeignWrite(post({ "sec-fetch-site": "same-site", origin: "http://localhost:3000" }))).toBe(true);
    expect(isForeignWrite(post({ origin: "https://evil.example", "x-forwarded-host": "evil.example" }))).toBe(true);
  });
  it("is no matter for our own forms, and for reading", () => {
    expect(isForeignWrite(post({ origin: "http://localhost:3000", "sec-fetch-site": "same-origin" }))).toBe(false);
    expect(isForeignWrite(post({}))).toBe(false);
    expect(isForeignWrite({ method: "GET", headers: new Headers({ origin: "https://evil.example" }) })).toBe(false);
  });
});

describe("words and dates", () => {
  it("a missing key throws in tests", () => expect(() => translator("pt")("auth.nowhere")).toThrow(/MISSING_MESSAGE/));
  it("a value that is missing throws in tests", () => expect(() => translator("en")("auth.refused.tooManyAttempts")).toThrow());
  it("a namespace shortens its keys", () => expect(translator("zh-Hant", "ui")("yourMove")).toBe(translator("zh-Hant")("ui.yourMove")));
  it("none is many in Portugal and Macao, and numbers stand as there", () => {
    expect(translator("pt")("finder.count.needs", { count: 0 })).toBe("coisas a tratar");
    expect(translator("pt")("pages.list.countMore", { count: 12_345 })).toBe(`Mais de ${format("pt").number(12_345)} pedidos.`);
  });
  it("dates stand as each language writes them, in the time of the boundary", () => {
    const at = "2026-11-29T17:31:00Z";
    expect(format("en").dateTime(at)).toBe("Mon 30 Nov 2026, 01:31");
    expect(format("zh-Hant").dateTime(at)).toBe("2026年11月30日（一）01:31");
    expect(format("zh-Hans").date("2026-11-30")).toBe("2026年11月30日（一）");
    expect(format("pt").date("2026-11-30")).toBe("seg., 30 nov. 2026");
    expect((["en", "zh-Hant", "zh-Hans", "pt"] as const).map((language) => format(language).month("2026-11"))).toEqual(["Nov 2026", "2026年11月", "2026年11月", "nov. 2026"]);
    expect(["2026-13", "", "2026-1"].map(format("en").month)).toEqual(["2026-13", "", "2026-1"]);
  });
  it("words are joined by the marks of their language", () => {
    for (const [language, joined] of [["en", "Chan, HKU (filed); Route: A; B"], ["pt", "Chan, HKU (filed); Route: A; B"], ["zh-Hant", "Chan，HKU（filed）；Route：A；B"], ["zh-Hans", "Chan，HKU（filed）；Route：A；B"]] as const) {
      const marks = format(language);
      expect(marks.series([marks.joined(["Chan", undefined, marks.aside("HKU", "filed")]), marks.pair("Route", "A"), "B"])).toBe(joined);
    }
    expect(format("en").within("Biosafety Office", "HKU")).toBe("Biosafety Office, HKU");
    expect(format("zh-Hant").within("生物安全辦公室", "香港大學")).toBe("香港大學生物安全辦公室");
    expect(format("zh-Hans").within("生物安全办公室", undefined)).toBe("生物安全办公室");
    expect(format("zh-Hant").duration(60, "day")).toBe("60日");
  });
  it("decimal text keeps every digit", () => expect(format("en").number("1234567.12345678901234567")).toBe("1,234,567.12345678901234567"));
  it("a device goes by browser and system", () => {
    expect(deviceName("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36 Edg/143.0")).toBe("Edge · Windows");
    expect(deviceName("curl/8")).toBeUndefined();
  });
});
