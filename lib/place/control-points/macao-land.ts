import type { ControlPoint } from "../control-points.ts";
import { four } from "../four.ts";
import { clock, remembered, roundTheClock } from "./hours.ts";

const mainlandMacao = [["CN", "MO"]] as const;

/** The bridge, and the points between Zhuhai and Macao. */
export const macaoLandPoints: readonly ControlPoint[] = [
  {
    id: "hzmb-hk",
    names: {
      HK: four("Hong Kong-Zhuhai-Macao Bridge, Hong Kong Port", "港珠澳大橋香港口岸", "港珠澳大桥香港口岸", "Ponte Hong Kong-Zhuhai-Macau, Posto Fronteiriço de Hong Kong"),
    },
    joins: [
      ["CN", "HK"],
      ["HK", "MO"],
    ],
    ways: ["road"],
    cargo: "yes",
    hours: remembered(roundTheClock),
  },
  {
    id: "hzmb-zhuhai",
    names: {
      CN: four("Hong Kong-Zhuhai-Macao Bridge, Zhuhai Port", "港珠澳大橋珠海公路口岸", "港珠澳大桥珠海公路口岸", "Ponte Hong Kong-Zhuhai-Macau, Posto Fronteiriço de Zhuhai"),
    },
    joins: [
      ["CN", "HK"],
      ["CN", "MO"],
    ],
    ways: ["road", "foot"],
    cargo: "yes",
    hours: remembered(roundTheClock),
  },
  {
    id: "hzmb-macao",
    names: {
      MO: four("Hong Kong-Zhuhai-Macao Bridge, Macao Port", "港珠澳大橋澳門口岸", "港珠澳大桥澳门口岸", "Posto Fronteiriço da Ponte Hong Kong-Zhuhai-Macau"),
    },
    joins: [
      ["HK", "MO"],
      ["CN", "MO"],
    ],
    ways: ["road", "foot"],
    cargo: "yes",
    hours: remembered(roundTheClock),
  },
  {
    id: "gongbei",
    names: { CN: four("Gongbei", "拱北", "拱北", "Gongbei"), MO: four("Border Gate", "關閘", "关闸", "Portas do Cerco") },
    joins: mainlandMacao,
    ways: ["road", "foot"],
    cargo: "limited",
    hours: remembered(clock("06:00", "01:00")),
  },
  {
    id: "qingmao",
    names: { CN: four("Qingmao", "青茂", "青茂", "Qingmao"), MO: four("Qingmao", "青茂", "青茂", "Posto Fronteiriço Qingmao") },
    joins: mainlandMacao,
    ways: ["foot"],
    cargo: "no",
    hours: remembered(roundTheClock),
  },
  {
    id: "hengqin",
    names: { CN: four("Hengqin", "橫琴", "横琴", "Hengqin"), MO: four("Hengqin Port, Macao Port Area", "橫琴口岸澳門口岸區", "横琴口岸澳门口岸区", "Zona do Posto Fronteiriço da Parte de Macau do Posto Fronteiriço Hengqin") },
    joins: mainlandMacao,
    ways: ["road", "foot"],
    cargo: "yes",
    hours: remembered(roundTheClock),
    note: four("First line of the Hengqin zone.", "橫琴合作區「一線」口岸。", "横琴合作区“一线”口岸。", "Primeira linha da zona de Hengqin."),
  },
  {
    id: "cross-ind",
    names: {
      CN: four("Zhuhai-Macao Cross-Border Industrial Zone", "珠澳跨境工業區", "珠澳跨境工业区", "Parque Industrial Transfronteiriço Zhuhai-Macau"),
      MO: four("Cross-Border Industrial Zone", "跨境工業區", "跨境工业区", "Posto Fronteiriço do Parque Industrial Transfronteiriço"),
    },
    joins: mainlandMacao,
    ways: ["road", "foot"],
    cargo: "yes",
    hours: remembered(four("24 hours, eligible users only", "24小時，限合資格人士", "24小时，限符合条件的人员", "24 horas, só para utentes autorizados")),
  },
];
