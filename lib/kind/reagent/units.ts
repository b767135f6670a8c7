import type { Text } from "../../language.ts";
import { four } from "../../place/four.ts";

/** What the amount of one line can be measured in. Names stand here because pasted rows use them in any language. */
export const reagentMeasures = {
  piece: four("Piece", "件", "件", "Peça"),
  kit: four("Kit", "套", "套", "Kit"),
  set: four("Set", "組", "组", "Conjunto"),
  bottle: four("Bottle", "瓶", "瓶", "Frasco"),
  box: four("Box", "盒", "盒", "Caixa"),
  mg: four("mg", "毫克", "毫克", "mg"),
  g: four("g", "克", "克", "g"),
  kg: four("kg", "公斤", "千克", "kg"),
  µL: four("µL", "微升", "微升", "uL"),
  mL: four("mL", "毫升", "毫升", "mL"),
  L: four("L", "升", "升", "L"),
} as const satisfies Record<string, Text>;

/** What a limit and a movement of reagents and equipment can be counted or measured in; `item` counts lines of different things. */
export const reagentUnits = ["item", ...(Object.keys(reagentMeasures) as (keyof typeof reagentMeasures)[])] as const;

export const kilograms: Readonly<Record<string, string>> = { mg: "0.000001", g: "0.001", kg: "1" };
export const litres: Readonly<Record<string, string>> = { µL: "0.000001", mL: "0.001", L: "1" };
