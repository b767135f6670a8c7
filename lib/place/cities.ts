import type { Text } from "../language.ts";
import { four } from "./four.ts";
import type { Jurisdiction } from "./jurisdictions.ts";

export type Place = { readonly jurisdiction: Jurisdiction; readonly greaterBayArea: boolean; readonly name: Text };

/** The cities a form can name, and the jurisdiction each lies in. */
export const cities = {
  shenzhen: inTheArea("CN", four("Shenzhen", "深圳", "深圳", "Shenzhen")),
  guangzhou: inTheArea("CN", four("Guangzhou", "廣州", "广州", "Cantão (Guangzhou)")),
  zhuhai: inTheArea("CN", four("Zhuhai", "珠海", "珠海", "Zhuhai")),
  foshan: inTheArea("CN", four("Foshan", "佛山", "佛山", "Foshan")),
  huizhou: inTheArea("CN", four("Huizhou", "惠州", "惠州", "Huizhou")),
  dongguan: inTheArea("CN", four("Dongguan", "東莞", "东莞", "Dongguan")),
  zhongshan: inTheArea("CN", four("Zhongshan", "中山", "中山", "Zhongshan")),
  jiangmen: inTheArea("CN", four("Jiangmen", "江門", "江门", "Jiangmen")),
  zhaoqing: inTheArea("CN", four("Zhaoqing", "肇慶", "肇庆", "Zhaoqing")),
  other_cn: outside("CN", four("Another Mainland city", "內地其他城市", "内地其他城市", "Outra cidade do Interior da China")),
  hongkong: inTheArea("HK", four("Hong Kong", "香港", "香港", "Hong Kong")),
  macao: inTheArea("MO", four("Macao", "澳門", "澳门", "Macau")),
  overseas: outside("XX", four("Elsewhere", "其他國家或地區", "其他国家或地区", "Outro país ou região")),
} as const satisfies Record<string, Place>;

export type City = keyof typeof cities;

/** In the order a form offers them. */
export const cityIds = Object.keys(cities) as readonly City[];

export function isCity(value: unknown): value is City {
  return typeof value === "string" && Object.hasOwn(cities, value);
}

export function jurisdictionOf(city: City): Jurisdiction {
  return cities[city].jurisdiction;
}

/** Whether a city belongs to the Guangdong-Hong Kong-Macao Greater Bay Area: the nine Mainland cities, Hong Kong and Macao. */
export function isGreaterBayArea(city: City): boolean {
  return cities[city].greaterBayArea;
}

function inTheArea(jurisdiction: Jurisdiction, name: Text): Place {
  return { jurisdiction, greaterBayArea: true, name };
}

function outside(jurisdiction: Jurisdiction, name: Text): Place {
  return { jurisdiction, greaterBayArea: false, name };
}
