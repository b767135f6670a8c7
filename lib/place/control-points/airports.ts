import type { ControlPoint } from "../control-points.ts";
import { four } from "../four.ts";
import { remembered, roundTheClock } from "./hours.ts";

export const airportPoints: readonly ControlPoint[] = [
  {
    id: "hkia",
    names: { HK: four("Hong Kong International Airport", "香港國際機場", "香港国际机场", "Aeroporto Internacional de Hong Kong") },
    joins: [
      ["CN", "HK"],
      ["HK", "MO"],
      ["HK", "XX"],
    ],
    ways: ["air"],
    cargo: "yes",
    hours: remembered(roundTheClock),
    note: four("Sea-air links at SkyPier.", "設海天碼頭海空聯運。", "设海天码头海空联运。", "Ligações mar-ar no SkyPier."),
  },
  {
    id: "mfm",
    names: { MO: four("Macau International Airport", "澳門國際機場", "澳门国际机场", "Aeroporto Internacional de Macau") },
    joins: [
      ["CN", "MO"],
      ["HK", "MO"],
      ["MO", "XX"],
    ],
    ways: ["air"],
    cargo: "yes",
    hours: remembered(roundTheClock),
  },
  {
    id: "szx",
    names: { CN: four("Shenzhen Bao'an Airport", "深圳寶安機場", "深圳宝安机场", "Aeroporto de Shenzhen Bao'an") },
    joins: fromTheMainland(),
    ways: ["air"],
    cargo: "yes",
    hours: remembered(roundTheClock),
  },
  {
    id: "can",
    names: { CN: four("Guangzhou Baiyun Airport", "廣州白雲機場", "广州白云机场", "Aeroporto de Guangzhou Baiyun") },
    joins: fromTheMainland(),
    ways: ["air"],
    cargo: "yes",
    hours: remembered(roundTheClock),
  },
  {
    id: "zuh",
    names: { CN: four("Zhuhai Jinwan Airport", "珠海金灣機場", "珠海金湾机场", "Aeroporto de Zhuhai Jinwan") },
    // Domestic flights only, so it is never offered on a route; a request may still name it.
    joins: [],
    ways: ["air"],
    cargo: "limited",
    hours: remembered(four("Domestic flights", "國內航班時間", "国内航班时间", "Voos domésticos")),
    note: four("Mostly domestic flights: ask whether clearance is open.", "以國內航班為主，請先查詢是否設有通關服務。", "以国内航班为主，请先确认是否开放通关。", "Sobretudo voos domésticos: confirme se há controlo aberto."),
  },
];

function fromTheMainland(): ControlPoint["joins"] {
  return [
    ["CN", "HK"],
    ["CN", "MO"],
    ["CN", "XX"],
  ];
}
