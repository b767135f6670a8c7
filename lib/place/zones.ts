import type { Text } from "../language.ts";
import { type City, jurisdictionOf } from "./cities.ts";
import { four } from "./four.ts";
import type { Jurisdiction } from "./jurisdictions.ts";

/** `city` is null for zones that exist in many Mainland cities. */
export type ZonePlace = { readonly jurisdiction: Jurisdiction; readonly city: City | null; readonly name: Text };

/** The special zones that rules read. `none` is an answer too: no special zone. */
export const zones = {
  hetao_sz: {
    jurisdiction: "CN",
    city: "shenzhen",
    name: four("Hetao, Shenzhen Park", "河套深港科技創新合作區深圳園區", "河套深港科技创新合作区深圳园区", "Hetao, Parque de Shenzhen"),
  },
  hetao_hk: {
    jurisdiction: "HK",
    city: "hongkong",
    name: four("Hetao, Hong Kong Park (Lok Ma Chau Loop)", "河套深港科技創新合作區香港園區（落馬洲河套）", "河套深港科技创新合作区香港园区", "Hetao, Parque de Hong Kong (Lok Ma Chau Loop)"),
  },
  qianhai: { jurisdiction: "CN", city: "shenzhen", name: four("Qianhai", "前海深港現代服務業合作區", "前海深港现代服务业合作区", "Qianhai") },
  nansha: { jurisdiction: "CN", city: "guangzhou", name: four("Nansha", "南沙", "南沙", "Nansha") },
  hengqin: {
    jurisdiction: "CN",
    city: "zhuhai",
    name: four(
      "Guangdong-Macao In-Depth Cooperation Zone in Hengqin",
      "橫琴粵澳深度合作區",
      "横琴粤澳深度合作区",
      "Zona de Cooperação Aprofundada entre Guangdong e Macau em Hengqin",
    ),
  },
  other_ftz: { jurisdiction: "CN", city: null, name: four("Another pilot free trade zone", "其他自由貿易試驗區", "其他自由贸易试验区", "Outra zona piloto de comércio livre") },
  bonded_zone: { jurisdiction: "CN", city: null, name: four("Comprehensive bonded zone", "綜合保稅區", "综合保税区", "Zona franca integrada") },
} as const satisfies Record<string, ZonePlace>;

export type Zone = "none" | keyof typeof zones;

export const zoneIds = ["none", ...Object.keys(zones)] as readonly Zone[];

export const noZone: Text = four("No special zone", "不在特別區域內", "不在特殊区域内", "Fora de zona especial");

export function isZone(value: unknown): value is Zone {
  return value === "none" || (typeof value === "string" && Object.hasOwn(zones, value));
}

export function zoneName(zone: Zone): Text {
  return zone === "none" ? noZone : zones[zone].name;
}

/** Whether a zone can lie in this city. `none` lies everywhere. */
export function liesIn(zone: Zone, city: City): boolean {
  if (zone === "none") return true;
  const place: ZonePlace = zones[zone];
  return place.city ? place.city === city : place.jurisdiction === jurisdictionOf(city);
}

/** The zones to offer once the city is known, `none` first. */
export function zonesIn(city: City): readonly Zone[] {
  return zoneIds.filter((zone) => liesIn(zone, city));
}
