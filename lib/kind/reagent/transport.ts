import type { Text } from "../../language.ts";
import { four } from "../../place/four.ts";

/** The classes of dangerous goods, as the fact `reagent.un_class` names them (UN Model Regulations). */
export const transportClasses = {
  "1": four("1 Explosives", "1 爆炸品", "1 爆炸品", "1 Explosivos"),
  "2": four("2 Gases", "2 氣體", "2 气体", "2 Gases"),
  "3": four("3 Flammable liquids", "3 易燃液體", "3 易燃液体", "3 Líquidos inflamáveis"),
  "4": four("4 Flammable solids", "4 易燃固體", "4 易燃固体", "4 Sólidos inflamáveis"),
  "5": four("5 Oxidisers, peroxides", "5 氧化劑及有機過氧化物", "5 氧化剂和有机过氧化物", "5 Comburentes, peróxidos"),
  "6.1": four("6.1 Toxic", "6.1 毒性物質", "6.1 毒性物质", "6.1 Tóxicas"),
  "6.2": four("6.2 Infectious", "6.2 感染性物質", "6.2 感染性物质", "6.2 Infecciosas"),
  "7": four("7 Radioactive", "7 放射性物質", "7 放射性物质", "7 Radioativas"),
  "8": four("8 Corrosive", "8 腐蝕品", "8 腐蚀性物质", "8 Corrosivas"),
  "9": four("9 Miscellaneous", "9 雜類", "9 杂项", "9 Diversas"),
} as const satisfies Record<string, Text>;

/** Great, medium and minor danger. */
export const packingGroups = {
  I: four("I", "I", "I", "I"),
  II: four("II", "II", "II", "II"),
  III: four("III", "III", "III", "III"),
} as const satisfies Record<string, Text>;
