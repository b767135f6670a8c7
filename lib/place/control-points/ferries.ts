import type { ControlPoint } from "../control-points.ts";
import { four } from "../four.ts";
import { about, remembered, sailings } from "./hours.ts";

/** Passenger piers; cargo terminals beside them have their own customs. */
export const ferryPoints: readonly ControlPoint[] = [
  {
    id: "wanzai",
    names: { CN: four("Wanzai", "灣仔（珠海）", "湾仔", "Wanzai"), MO: four("Inner Harbour", "內港", "内港", "Porto Interior") },
    joins: [["CN", "MO"]],
    ways: ["sea"],
    cargo: "no",
    hours: remembered(about("07:00", "22:00")),
  },
  {
    id: "nansha-port",
    names: { CN: four("Nansha Passenger Port", "南沙客運港", "南沙客运港", "Porto de passageiros de Nansha") },
    joins: [
      ["CN", "HK"],
      ["CN", "MO"],
    ],
    ways: ["sea"],
    cargo: "no",
    hours: remembered(sailings),
    note: four("The cargo terminal is separate.", "貨運碼頭另設。", "货运码头另设。", "O terminal de carga é separado."),
  },
  {
    id: "pazhou-port",
    names: { CN: four("Pazhou Passenger Port", "琶洲客運港", "琶洲客运港", "Porto de passageiros de Pazhou") },
    joins: [["CN", "HK"]],
    ways: ["sea"],
    cargo: "no",
    hours: remembered(sailings),
  },
  {
    id: "shekou",
    names: { CN: four("Shekou", "蛇口", "蛇口", "Shekou") },
    joins: [
      ["CN", "HK"],
      ["CN", "MO"],
    ],
    ways: ["sea"],
    cargo: "yes",
    hours: remembered(sailings),
  },
  {
    id: "fuyong",
    names: { CN: four("Fuyong, Shenzhen Airport Ferry Terminal", "深圳機場福永碼頭", "深圳机场福永码头", "Fuyong, terminal marítimo do aeroporto de Shenzhen") },
    joins: [
      ["CN", "HK"],
      ["CN", "MO"],
    ],
    ways: ["sea"],
    cargo: "no",
    hours: remembered(sailings),
  },
  {
    id: "hkmft",
    names: { HK: four("Hong Kong-Macau Ferry Terminal", "港澳碼頭", "港澳码头", "Terminal Marítimo Hong Kong-Macau") },
    joins: [["HK", "MO"]],
    ways: ["sea"],
    cargo: "no",
    hours: remembered(sailings),
  },
  {
    id: "ckmt",
    names: { HK: four("China Ferry Terminal", "中國客運碼頭", "中国客运码头", "China Ferry Terminal (Hong Kong)") },
    joins: [["CN", "HK"]],
    ways: ["sea"],
    cargo: "no",
    hours: remembered(sailings),
  },
  {
    id: "taipa-ferry",
    names: { MO: four("Taipa Ferry Terminal", "氹仔客運碼頭", "氹仔客运码头", "Terminal Marítimo de Passageiros da Taipa") },
    joins: [["HK", "MO"]],
    ways: ["sea"],
    cargo: "no",
    hours: remembered(sailings),
  },
];
