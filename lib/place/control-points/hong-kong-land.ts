import type { ControlPoint } from "../control-points.ts";
import { four } from "../four.ts";
import { about, clock, remembered, roundTheClock, seen } from "./hours.ts";

const mainlandHongKong = [["CN", "HK"]] as const;

/** Between Shenzhen and Hong Kong on land, from west to east along the river, then the railway. */
export const hongKongLandPoints: readonly ControlPoint[] = [
  {
    id: "sz-bay",
    names: { CN: four("Shenzhen Bay", "深圳灣", "深圳湾", "Baía de Shenzhen") },
    joins: mainlandHongKong,
    ways: ["road"],
    cargo: "yes",
    hours: seen(clock("06:30", "24:00")),
    note: four("Both sides clear in one building. Goods pass 24 hours.", "一地兩檢；貨運24小時通關。", "一地两检；货运24小时通关。", "Os dois lados no mesmo edifício. Mercadorias 24 horas."),
  },
  {
    id: "huanggang-lmc",
    names: { CN: four("Huanggang", "皇崗", "皇岗", "Huanggang"), HK: four("Lok Ma Chau", "落馬洲", "落马洲", "Lok Ma Chau") },
    joins: mainlandHongKong,
    ways: ["road"],
    cargo: "yes",
    hours: seen(roundTheClock),
    note: four(
      "A new terminal is planned for 2026; check before you travel whether it has opened.",
      "新口岸計劃於2026年啟用，出發前請確認是否已開通。",
      "新口岸计划于2026年启用，出行前请确认是否已开通。",
      "Está previsto um novo edifício para 2026; confirme antes da viagem se já abriu.",
    ),
  },
  {
    id: "futian-lmcsl",
    names: { CN: four("Futian", "福田", "福田", "Futian"), HK: four("Lok Ma Chau Spur Line", "落馬洲支線", "落马洲支线", "Lok Ma Chau Spur Line") },
    joins: mainlandHongKong,
    ways: ["foot", "rail"],
    cargo: "no",
    hours: remembered(clock("06:30", "22:30")),
    note: four("Has a lane for the Hetao zone.", "設有河套合作區專用通道。", "设有河套合作区专用通道。", "Tem um corredor para a zona de Hetao."),
  },
  {
    id: "hetao-no1",
    names: {
      CN: four("Futian Free Trade Zone, Channel No. 1", "福田保稅區一號通道", "福田保税区一号通道", "Zona franca de Futian, Canal n.º 1"),
      HK: four("Lok Ma Chau No. 1 Bridge", "落馬洲一號橋", "落马洲一号桥", "Ponte n.º 1 de Lok Ma Chau"),
    },
    joins: mainlandHongKong,
    ways: ["road", "foot"],
    cargo: "limited",
    hours: remembered(four("By filing", "按備案時間", "按备案时间", "Conforme o registo prévio")),
    note: four(
      "Only for bodies on the Hetao white list and the persons they name; light goods.",
      "只限河套白名單機構及其指定人員使用，僅可運送輕便貨物。",
      "仅限河套白名单机构及其指定人员使用，限轻便货物。",
      "Só para entidades da lista branca de Hetao e as pessoas que indiquem; mercadorias leves.",
    ),
  },
  {
    id: "lowu",
    names: { CN: four("Luohu", "羅湖", "罗湖", "Luohu"), HK: four("Lo Wu", "羅湖", "罗湖", "Lo Wu") },
    joins: mainlandHongKong,
    ways: ["foot", "rail"],
    cargo: "no",
    hours: seen(clock("06:30", "24:00")),
  },
  {
    id: "manhamto",
    names: { CN: four("Wenjindu", "文錦渡", "文锦渡", "Wenjindu"), HK: four("Man Kam To", "文錦渡", "文锦渡", "Man Kam To") },
    joins: mainlandHongKong,
    ways: ["road"],
    cargo: "yes",
    hours: seen(clock("07:00", "22:00")),
    note: four("Fresh goods.", "鮮活貨物口岸。", "鲜活货物口岸。", "Mercadorias frescas."),
  },
  {
    id: "liantang-hyw",
    names: { CN: four("Liantang", "蓮塘", "莲塘", "Liantang"), HK: four("Heung Yuen Wai", "香園圍", "香园围", "Heung Yuen Wai") },
    joins: mainlandHongKong,
    ways: ["road", "foot"],
    cargo: "yes",
    hours: remembered(clock("07:00", "22:00")),
    note: four("Goods pass 07:00 to 22:00.", "貨運通關07:00至22:00。", "货运通关07:00至22:00。", "Mercadorias das 07:00 às 22:00."),
  },
  {
    id: "shatoujiao",
    names: { CN: four("Shatoujiao", "沙頭角", "沙头角", "Shatoujiao"), HK: four("Sha Tau Kok", "沙頭角", "沙头角", "Sha Tau Kok") },
    joins: mainlandHongKong,
    ways: ["road"],
    cargo: "yes",
    hours: remembered(four("Passenger clearance suspended or limited", "旅客清關暫停或受限", "旅客通关暂停或受限", "Passagem de pessoas suspensa ou limitada")),
  },
  {
    id: "wkts",
    names: {
      CN: four("West Kowloon Station, Mainland Port Area", "西九龍站內地口岸區", "西九龙站内地口岸区", "Estação de West Kowloon, zona do Interior da China"),
      HK: four("Hong Kong West Kowloon Station", "香港西九龍站", "香港西九龙站", "Estação de West Kowloon, Hong Kong"),
    },
    joins: mainlandHongKong,
    ways: ["rail"],
    cargo: "no",
    hours: remembered(about("06:30", "23:30")),
  },
];
