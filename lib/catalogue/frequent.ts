import { languages } from "../language.ts";
import { four } from "../place/four.ts";
import type { Entry } from "./entry.ts";

/* What research shipments name most, so that a fresh installation can look something up. Published tables say more once they are imported. */

/** Chemicals by CAS number. */
export const chemicals: readonly Entry[] = [
  entry("64-17-5", ["Ethanol", "乙醇", "乙醇", "Etanol"], {}, ["Ethyl alcohol", "酒精"]),
  entry("67-56-1", ["Methanol", "甲醇", "甲醇", "Metanol"]),
  entry("67-63-0", ["Isopropanol", "異丙醇", "异丙醇", "Isopropanol"], {}, ["2-Propanol", "Isopropyl alcohol"]),
  entry("67-64-1", ["Acetone", "丙酮", "丙酮", "Acetona"]),
  entry("67-66-3", ["Chloroform", "三氯甲烷", "三氯甲烷", "Clorofórmio"], {}, ["氯仿"]),
  entry("50-00-0", ["Formaldehyde", "甲醛", "甲醛", "Formaldeído"]),
  entry("75-05-8", ["Acetonitrile", "乙腈", "乙腈", "Acetonitrilo"]),
  entry("67-68-5", ["Dimethyl sulfoxide", "二甲基亞碸", "二甲基亚砜", "Dimetilsulfóxido"], {}, ["DMSO"]),
  entry("108-95-2", ["Phenol", "苯酚", "苯酚", "Fenol"]),
  entry("56-81-5", ["Glycerol", "甘油", "甘油", "Glicerol"], {}, ["丙三醇"]),
];

/** Agents of the Mainland's list of 2023, with its category and the laboratory for their culture. */
export const pathogens: readonly Entry[] = [
  pathogen(["Severe acute respiratory syndrome coronavirus 2 (SARS-CoV-2)", "新型冠狀病毒", "新型冠状病毒", "Coronavírus SARS-CoV-2"], "cat2", "BSL-3", ["SARS-CoV-2"]),
  pathogen(["Mycobacterium tuberculosis", "結核分枝桿菌", "结核分枝杆菌", "Mycobacterium tuberculosis"], "cat2", "BSL-3", ["TB"]),
  pathogen(["Ebola virus", "埃博拉病毒", "埃博拉病毒", "Vírus Ébola"], "cat1", "BSL-4"),
  pathogen(["Dengue virus", "登革熱病毒", "登革病毒", "Vírus da dengue"], "cat3", "BSL-2"),
  pathogen(["Enterovirus A71", "腸道病毒71型", "肠道病毒A71型", "Enterovírus A71"], "cat3", "BSL-2", ["EV-A71"]),
  pathogen(["Staphylococcus aureus", "金黃色葡萄球菌", "金黄色葡萄球菌", "Staphylococcus aureus"], "cat3", "BSL-2"),
  pathogen(["Pseudomonas aeruginosa", "銅綠假單胞菌", "铜绿假单胞菌", "Pseudomonas aeruginosa"], "cat3", "BSL-2", ["綠膿桿菌"]),
];

/** Species of the CITES appendices that laboratories and collections ask about. */
export const species: readonly Entry[] = [
  listed("Macaca fascicularis", "II", ["Long-tailed macaque", "食蟹獼猴", "食蟹猴", "Macaco-cinomolgo"]),
  listed("Macaca mulatta", "II", ["Rhesus macaque", "恒河猴", "猕猴", "Macaco-rhesus"]),
  listed("Panthera tigris", "I", ["Tiger", "虎", "虎", "Tigre"]),
  listed("Ailuropoda melanoleuca", "I", ["Giant panda", "大熊貓", "大熊猫", "Panda-gigante"]),
  listed("Manis pentadactyla", "I", ["Chinese pangolin", "中華穿山甲", "中华穿山甲", "Pangolim-chinês"]),
  listed("Hirudo medicinalis", "II", ["Medicinal leech", "歐洲醫蛭", "欧洲医蛭", "Sanguessuga-medicinal"]),
  listed("Ambystoma mexicanum", "II", ["Axolotl", "墨西哥鈍口螈", "墨西哥钝口螈", "Axolote"]),
];

/** Commodity codes of the Harmonised System. */
export const goods: readonly Entry[] = [
  entry("220710", ["Ethyl alcohol, undenatured, strong", "未改性乙醇（高濃度）", "未改性乙醇（高浓度）", "Álcool etílico não desnaturado, forte"], {}, ["2207.10"]),
  entry("290511", ["Methanol", "甲醇", "甲醇", "Metanol"], {}, ["2905.11"]),
  entry("291411", ["Acetone", "丙酮", "丙酮", "Acetona"], {}, ["2914.11"]),
  entry("901180", ["Optical microscopes, other", "其他光學顯微鏡", "其他光学显微镜", "Outros microscópios óticos"], {}, ["9011.80"]),
  entry("902730", ["Spectrometers and spectrophotometers using optical radiations", "使用光學射線的分光儀及分光光度計", "使用光学射线的分光仪、分光光度计", "Espetrómetros e espetrofotómetros de radiações óticas"], {}, ["9027.30"]),
];

type Names = readonly [string, string, string, string];

function entry(code: string, names: Names, attributes: Entry["attributes"] = {}, also: readonly string[] = []): Entry {
  return { code, names: Object.fromEntries(languages.map((language) => [language, four(...names)[language]])), also, attributes };
}

function pathogen(names: Names, category: string, laboratory: string, also: readonly string[] = []): Entry {
  return entry(names[0], names, { category, laboratory }, also);
}

function listed(binomial: string, appendix: string, names: Names): Entry {
  return entry(binomial, names, { appendix });
}
