import { toOtherScripts } from "../catalogue/scripts.ts";
import { anyAccent, nameParts } from "./name-spelling.ts";

/**
 * Patterns of a part of one of these names that stands with a title, which itself is kept: “Dr Chan”, “Sr.ª Lam”, 陳博士, “Chan教授”. Not where another capitalised word follows, because then it is
 * the surname of somebody else's whole name; and no part that a name in `known` has too.
 */
export function titledSurnames(names: readonly string[], known: readonly string[]): RegExp[] {
  const others = new Set(known.flatMap((one) => [...partsOf(one).latin.map(plain), ...partsOf(one).han.flatMap(toOtherScripts)]));
  const latin = [...new Set(names.flatMap((name) => partsOf(name).latin))].filter((word) => !others.has(plain(word))).toSorted((a, b) => b.length - a.length);
  const han = names.flatMap((name) => partsOf(name).han).flatMap(toOtherScripts).filter((part) => !others.has(part));
  const word = latin.map(cased).join("|");
  return [
    ...(word === "" ? [] : [new RegExp(String.raw`(?<=(?<![\p{L}\p{N}])(?:${before})[\s_.ªºᵃ°-]+(?:(?:${particles})\s+)*)(?:${word})(?:[\s-]+(?:(?:${particles})\s+)*(?:${word}))*(?![\p{L}\p{N}\p{M}])(?!['’-]\p{Lu}|[\s_-]+\p{Lu}[\p{L}’'-])`, "gu"), new RegExp(String.raw`(?<![\p{Script=Latin}\p{M}\p{N}])(?:${word})(?=\s*(?:${after})|\s+Sir(?!\p{L}))`, "gu")]),
    ...(han.length === 0 ? [] : [new RegExp(`(?:${[...new Set(han)].map((part) => `(?<![${notNames}${endsOf[part] ?? ""}])${part}`).join("|")})(?=(?:副|助理|總|总)?(?:${after})(?!期))`, "gu")]),
  ];
}

/** What somebody is called by of a name: each word in Latin letters; the surname and what is given, in Chinese ones. */
function partsOf(name: string): { readonly latin: readonly string[]; readonly han: readonly string[] } {
  const { latin, han } = nameParts(name);
  const isPart = (word: string) => plain(word).length > 1 && !new RegExp(`^(?:${particles})$`, "iu").test(word);
  return { latin: latin.flat().filter(isPart), han: han.flatMap((whole) => { const at = twice.test(whole) && whole.length > 2 ? 2 : 1; return [whole.slice(0, at), ...(whole.length - at > 1 ? [whole.slice(at)] : [])]; }) };
}

/** As somebody writes it: with a capital, in capitals, or all small. */
function cased(word: string): string {
  const forms = [word, word.toUpperCase(), word.toLowerCase()].map((one) => [...one.normalize("NFC")].map((letter) => anyAccent(letter, (letters) => (letter === letter.toLowerCase() ? letters : letters.toUpperCase()))).join(""));
  return [...new Set(forms)].join("|");
}

function plain(word: string): string {
  return word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** Before a surname that is a word as well these make a word of the two: 任何老師, 由于老师, 提高教授水平. */
const notNames = "任如提對对我校貴贵雙双甲乙各由關关至每上下經经正完";
/** Before one surname alone these make a word of the two, in both scripts: 課程主任, 設施主管, 社區主任, 歷史教授; such words are far more than who bears the name and is named after them. */
const endsOf: Readonly<Record<string, string>> = {
  ...each("安", "平治保公西長长"), ...each("程", "課课工流議议日章全進进"), ...each("任", "前現现新曾歷历時时常在主兼原責责繼继"), ...each("方", "地官萬万東东本我院警資资廠厂雇"), ...each("向", "請请方定一導导面"), ...each("文", "外中語语英國国葡日全論论人作法"),
  ...each("江", "龍龙浙鎮镇九湛陽阳珠"), ...each("何", "於于為为"), ...each("管", "主高品保監监掌城海"), ...each("高", "最升"), ...each("時时", "臨临同當当及小"), ...each("平", "水公和太"), ...each("常", "日非異异"), ...each("全", "安完齊齐"), ...each("金", "基資资現现獎奖"),
  ...each("林", "園园森農农桂"), ...each("康", "健"), ...each("史", "歷历術术國国學学通校"), ...each("夏", "寧宁華华"), ...each("余", "業业其"), ...each("許许", "也允容"), ...each("易", "貿贸交"), ...each("施", "設设實实措"), ...each("陸陆", "大內内登"), ...each("華华", "中新"), ...each("游", "旅"),
  ...each("計计", "設设統统會会審审"), ...each("查", "審审調调檢检稽"), ...each("章", "規规"), ...each("伍", "隊队"), ...each("古", "考蒙"), ...each("費费", "經经收學学"), ...each("童", "兒儿"), ...each("樂乐", "音娛娱"), ...each("溫温", "體体恆恒低"), ...each("連连", "大"), ...each("項项", "事"), ...each("單单", "名訂订"), ...each("區区", "社校灣湾地園园市港分新特"),
};
const particles = "de|da|do|das|dos|e|del|di|van|von";
const before = ["Dr", "Dra", "Prof", "Professor", "Professora", "Mr", "Mrs", "Ms", "Miss", "Mdm", "Madam", "Sir", "Ir", "Sr", "Sra", "Srta", "Senhor", "Senhora", "Doutor", "Doutora", "Dona", "Eng", "Engenheiro", "Engenheira", "Mestre", "Officer"].flatMap((one) => [one, one.toLowerCase(), one.toUpperCase()]).join("|");
const after = ["博士", "教授", "老師", "老师", "先生", "女士", "小姐", "太太", "醫生", "医生", "醫師", "医师", "主任", "主席", "主管", "院長", "院长", "校長", "校长", "所長", "所长", "處長", "处长", "科長", "科长", "局長", "局长", "部長", "部长", "組長", "组长", "經理", "经理", "講師", "讲师", "研究員", "研究员", "工程師", "工程师", "律師", "律师", "同志", "同事", "秘書", "秘书"].join("|");
const twice = /^(?:歐陽|欧阳|司徒|司馬|司马|上官|諸葛|诸葛|東方|东方|皇甫|尉遲|尉迟|公孫|公孙|慕容|令狐|夏侯|端木|南宮|南宫|西門|西门)/u;

function each(surnames: string, before: string): Record<string, string> {
  return Object.fromEntries([...surnames].map((surname) => [surname, before]));
}
