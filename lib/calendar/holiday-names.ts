import type { Language, Text } from "../language.ts";

/** What the holidays of the lists that come with the project are called. */
const names: Readonly<Record<string, Text>> = {
  "new-year": { en: "New Year’s Day", "zh-Hant": "元旦", "zh-Hans": "元旦", pt: "Ano Novo" },
  "spring-festival": { en: "Spring Festival", "zh-Hant": "春節", "zh-Hans": "春节", pt: "Festival da Primavera" },
  "lunar-new-year-eve": { en: "Lunar New Year’s Eve", "zh-Hant": "農曆除夕", "zh-Hans": "农历除夕", pt: "Véspera do Novo Ano Lunar" },
  "lunar-new-year": { en: "Lunar New Year", "zh-Hant": "農曆新年", "zh-Hans": "农历新年", pt: "Novo Ano Lunar" },
  "ching-ming": { en: "Ching Ming Festival", "zh-Hant": "清明節", "zh-Hans": "清明节", pt: "Cheng Ming" },
  "after-ching-ming": { en: "The day following Ching Ming Festival", "zh-Hant": "清明節翌日", "zh-Hans": "清明节次日", pt: "Dia seguinte ao Cheng Ming" },
  "good-friday": { en: "Good Friday", "zh-Hant": "耶穌受難日", "zh-Hans": "耶稣受难日", pt: "Sexta-Feira Santa" },
  "after-good-friday": { en: "The day following Good Friday", "zh-Hant": "耶穌受難日翌日", "zh-Hans": "耶稣受难日次日", pt: "Dia seguinte à Sexta-Feira Santa" },
  "before-easter": { en: "The day before Easter", "zh-Hant": "復活節前日", "zh-Hans": "复活节前日", pt: "Véspera da Ressurreição de Cristo" },
  "easter-monday": { en: "Easter Monday", "zh-Hant": "復活節星期一", "zh-Hans": "复活节星期一", pt: "Segunda-feira de Páscoa" },
  "after-easter-monday": { en: "The day following Easter Monday", "zh-Hant": "復活節星期一翌日", "zh-Hans": "复活节星期一次日", pt: "Dia seguinte à Segunda-feira de Páscoa" },
  "labour-day": { en: "Labour Day", "zh-Hant": "勞動節", "zh-Hans": "劳动节", pt: "Dia do Trabalhador" },
  buddha: { en: "The Birthday of the Buddha", "zh-Hant": "佛誕", "zh-Hans": "佛诞", pt: "Dia do Buda" },
  "after-buddha": { en: "The day following the Birthday of the Buddha", "zh-Hant": "佛誕翌日", "zh-Hans": "佛诞次日", pt: "Dia seguinte ao Dia do Buda" },
  "dragon-boat": { en: "Dragon Boat Festival", "zh-Hant": "端午節", "zh-Hans": "端午节", pt: "Barco-Dragão" },
  hksar: { en: "Hong Kong SAR Establishment Day", "zh-Hant": "香港特別行政區成立紀念日", "zh-Hans": "香港特别行政区成立纪念日", pt: "Dia do Estabelecimento da Região Administrativa Especial de Hong Kong" },
  "mid-autumn": { en: "Mid-Autumn Festival", "zh-Hant": "中秋節", "zh-Hans": "中秋节", pt: "Chong Chao" },
  "after-mid-autumn": { en: "The day following Mid-Autumn Festival", "zh-Hant": "中秋節翌日", "zh-Hans": "中秋节次日", pt: "Dia seguinte ao Chong Chao" },
  "national-day": { en: "National Day", "zh-Hant": "國慶日", "zh-Hans": "国庆节", pt: "Implantação da República Popular da China" },
  "after-national-day": { en: "The day following National Day", "zh-Hant": "國慶日翌日", "zh-Hans": "国庆节次日", pt: "Dia seguinte à Implantação da República Popular da China" },
  "chung-yeung": { en: "Chung Yeung Festival", "zh-Hant": "重陽節", "zh-Hans": "重阳节", pt: "Chong Yeong" },
  "after-chung-yeung": { en: "The day following Chung Yeung Festival", "zh-Hant": "重陽節翌日", "zh-Hans": "重阳节次日", pt: "Dia seguinte ao Chong Yeong" },
  "all-souls": { en: "All Souls’ Day", "zh-Hant": "追思節", "zh-Hans": "追思节", pt: "Dia de Finados" },
  "immaculate-conception": { en: "Feast of the Immaculate Conception", "zh-Hant": "聖母無原罪瞻禮", "zh-Hans": "圣母无原罪瞻礼", pt: "Imaculada Conceição" },
  msar: { en: "Macao SAR Establishment Day", "zh-Hant": "澳門特別行政區成立紀念日", "zh-Hans": "澳门特别行政区成立纪念日", pt: "Dia do Estabelecimento da Região Administrativa Especial de Macau" },
  "winter-solstice": { en: "Winter Solstice", "zh-Hant": "冬至", "zh-Hans": "冬至", pt: "Solstício de Inverno" },
  "christmas-eve": { en: "Christmas Eve", "zh-Hant": "聖誕節前日", "zh-Hans": "圣诞节前日", pt: "Véspera de Natal" },
  christmas: { en: "Christmas Day", "zh-Hant": "聖誕節", "zh-Hans": "圣诞节", pt: "Natal" },
  "after-christmas": { en: "The first weekday after Christmas Day", "zh-Hant": "聖誕節後第一個周日", "zh-Hans": "圣诞节后第一个平日", pt: "Primeiro dia útil depois do Natal" },
  "new-year-eve": { en: "New Year’s Eve", "zh-Hant": "除夕", "zh-Hans": "元旦前夕", pt: "Véspera do Ano Novo" },
};

/** A holiday in a language; of a list that was loaded, as its publisher calls it. */
export function holidayName(name: string, language: Language): string {
  return names[name]?.[language] ?? name;
}
