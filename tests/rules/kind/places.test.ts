import { describe, expect, it } from "vitest";
import { catalogue } from "../../../lib/kind/catalogue.ts";
import { corridorOf, deriveFacts } from "../../../lib/kind/derive.ts";
import { offeredOptions } from "../../../lib/kind/offered-options.ts";
import { Text } from "../../../lib/language.ts";
import { cities, cityIds, isGreaterBayArea } from "../../../lib/place/cities.ts";
import { controlPoint, controlPointName, controlPoints } from "../../../lib/place/control-points.ts";
import { jurisdictionNames } from "../../../lib/place/jurisdictions.ts";
import { controlPointsFor } from "../../../lib/place/routes.ts";
import { zoneIds, zoneName, zonesIn } from "../../../lib/place/zones.ts";

/** The rule sheet, part D1. */
const sheet = `lowu futian-lmcsl huanggang-lmc hetao-no1 sz-bay manhamto liantang-hyw shatoujiao wkts hzmb-hk hzmb-zhuhai hzmb-macao gongbei qingmao
  hengqin wanzai cross-ind nansha-port pazhou-port shekou fuyong hkmft ckmt taipa-ferry hkia mfm szx can zuh`.split(/\s+/);

const ids = (points: readonly { id: string }[]) => points.map((point) => point.id);

describe("control points", () => {
  it("are those of the rule sheet", () => {
    expect(ids(controlPoints).toSorted()).toEqual(sheet.toSorted());
  });

  it("have names, hours and notes in four languages", () => {
    for (const point of controlPoints) {
      for (const text of [controlPointName(point), point.hours.text, point.note]) if (text) expect(Text.parse(text)).toEqual(text);
    }
  });

  it("carry both sides' names, the Mainland's first", () => {
    const name = controlPointName(controlPoint("futian-lmcsl")!);
    expect(name.en).toBe("Futian / Lok Ma Chau Spur Line");
    expect(name["zh-Hant"]).toBe("福田／落馬洲支線");
    expect(controlPointName(controlPoint("gongbei")!).pt).toBe("Gongbei / Portas do Cerco");
    expect(controlPointName(controlPoint("sz-bay")!)["zh-Hans"]).toBe("深圳湾");
  });

  it("are offered where they join the two ends and take the mode", () => {
    expect(ids(controlPointsFor("CN", "HK", "courier"))).toEqual(expect.arrayContaining(["sz-bay", "huanggang-lmc", "hkia", "szx"]));
    expect(ids(controlPointsFor("CN", "HK", "courier"))).not.toContain("lowu");
    expect(ids(controlPointsFor("CN", "HK", "hand_carried"))).toContain("lowu");
    expect(ids(controlPointsFor("MO", "CN", "road"))).toEqual(["hzmb-zhuhai", "hzmb-macao", "gongbei", "hengqin", "cross-ind"]);
    expect(ids(controlPointsFor("HK", "XX", "air"))).toEqual(["hkia"]);
    expect(ids(controlPointsFor("HK", "MO", "sea"))).toEqual(["hkmft", "taipa-ferry"]);
    expect(ids(controlPointsFor("CN", "HK"))).toEqual(ids(controlPointsFor("HK", "CN")));
  });

  it("are offered neither for what never meets an officer nor inside one place", () => {
    expect(controlPointsFor("CN", "HK", "electronic")).toEqual([]);
    expect(controlPointsFor("CN", "HK", "bank")).toEqual([]);
    expect(controlPointsFor("CN", "CN", "road")).toEqual([]);
  });

  it("exist for every pair of places and every way of sending a sample there is by nature", () => {
    for (const [from, to] of [["CN", "HK"], ["CN", "MO"], ["HK", "MO"]] as const) {
      for (const mode of ["courier", "road", "hand_carried", "air", "sea", "post"] as const) expect(controlPointsFor(from, to, mode), `${from}-${to} ${mode}`).not.toEqual([]);
    }
  });
});

describe("cities and zones", () => {
  it("have names in four languages", () => {
    for (const id of cityIds) Text.parse(cities[id].name);
    for (const id of zoneIds) Text.parse(zoneName(id));
    for (const name of Object.values(jurisdictionNames)) Text.parse(name);
  });

  it("eleven cities make the Greater Bay Area", () => {
    expect(cityIds.filter(isGreaterBayArea)).toHaveLength(11);
    expect(isGreaterBayArea("other_cn")).toBe(false);
    expect(isGreaterBayArea("overseas")).toBe(false);
  });

  it("zones are offered for the city they lie in", () => {
    expect(zonesIn("shenzhen")).toEqual(["none", "hetao_sz", "qianhai", "other_ftz", "bonded_zone"]);
    expect(zonesIn("hongkong")).toEqual(["none", "hetao_hk"]);
    expect(zonesIn("macao")).toEqual(["none"]);
  });
});

describe("what follows from answers", () => {
  it("is the jurisdiction of each city, and no zone where there are none", () => {
    expect(deriveFacts({ "from.city": "zhuhai", "to.city": "macao" }, "sample")).toEqual({
      kind: "sample",
      "from.city": "zhuhai",
      "from.jur": "CN",
      "to.city": "macao",
      "to.jur": "MO",
      "to.zone": "none",
    });
  });

  it("keeps a stated jurisdiction while the city is open", () => {
    expect(deriveFacts({ "from.jur": "CN" })).toEqual({ "from.jur": "CN" });
  });

  it("is a corridor", () => {
    expect(corridorOf({ "from.city": "guangzhou", "to.city": "hongkong", "transit.jurs": ["MO"], checkpoint: "hkia" })).toEqual({
      from: { jurisdiction: "CN", city: "guangzhou", greaterBayArea: true },
      to: { jurisdiction: "HK", city: "hongkong", greaterBayArea: true },
      transit: ["MO"],
      controlPoint: "hkia",
    });
    expect(corridorOf({})).toEqual({ from: {}, to: {}, transit: [] });
  });
});

describe("options on offer", () => {
  it("follow the other answers, and keep the answer already given", () => {
    const facts = { "from.city": "guangzhou", "to.city": "hongkong", mode: "rail" };
    expect(offeredOptions(catalogue["from.zone"], facts)).toEqual(["none", "nansha", "other_ftz", "bonded_zone"]);
    expect(offeredOptions(catalogue["transit.jurs"], facts)).toEqual(["MO", "XX"]);
    expect(offeredOptions(catalogue.checkpoint, facts)).toEqual(["futian-lmcsl", "lowu", "wkts"]);
    expect(offeredOptions(catalogue.checkpoint, { ...facts, checkpoint: "gongbei" })).toContain("gongbei");
    expect(offeredOptions(catalogue.checkpoint, {})).toEqual([]);
  });
});
