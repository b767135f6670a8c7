import type { Text } from "../../language.ts";
import type { ControlPoint } from "../control-points.ts";
import { four } from "../four.ts";

type Hours = ControlPoint["hours"];

/** Hours that were seen in a public source; the sheet names it (S67). */
export function seen(text: Text): Hours {
  return { text, certainty: "verified" };
}

/** Hours from memory: to be confirmed before anybody relies on them. */
export function remembered(text: Text): Hours {
  return { text, certainty: "memory" };
}

export function clock(opens: string, closes: string): Text {
  return four(`${opens} to ${closes}`, `${opens}至${closes}`, `${opens}至${closes}`, `Das ${opens} às ${closes}`);
}

export function about(opens: string, closes: string): Text {
  return four(`About ${opens} to ${closes}`, `約${opens}至${closes}`, `约${opens}至${closes}`, `Cerca das ${opens} às ${closes}`);
}

export const roundTheClock = four("24 hours", "24小時", "24小时", "24 horas");
export const sailings = four("By ferry timetable", "按船期", "按船期", "Conforme o horário dos barcos");
