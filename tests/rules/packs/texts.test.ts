import { describe, expect, it } from "vitest";
import type { Text } from "../../../lib/language.ts";
import { authorities } from "../../../lib/policy/authorities.ts";
import type { Regime } from "../../../lib/policy/pack.ts";
import { papers } from "../../../lib/policy/papers.ts";
import { packs } from "../../../lib/policy/registry.ts";

/** Traditional character and its Simplified form, side by side; only pairs in which each belongs to one script alone. */
const pairs =
  "詢询對对脫脱殘残細细樣样漿浆糞粪組组織织處处現现經经實实須须員员斷断會会測测類类遺遗傳传資资屬属認认書书訂订時时條条見见問问題题決决載载證证國国" +
  "衞卫衛卫審审務务號号門门視视為为請请單单試试點点機机構构際际網网預预個个內内長长術术評评間间則则過过獲获學学變变誰谁項项結结報报驗验備备適适許许臨临進进" +
  "辦办齊齐僅仅連连區区動动來来蹤踪開开數数據据無无論论獻献蓋盖帶带體体醫医倫伦慣惯設设簡简銷销質质檢检總总關关啟启運运並并應应記记場场藥药獸兽療疗圍围級级" +
  "風风險险貨货規规暫暂輸输調调線线錄录編编兩两訓训護护種种膠胶離离註注冊册蟲虫轉转攜携遞递業业憑凭農农陸陆發发瀕濒協协議议締缔約约閉闭裝装專专優优園园貿贸" +
  "監监減减稅税標标費费棄弃納纳電电賬账創创儀仪劑剂閱阅戰战較较稱称釋释別别屍尸產产眾众鳥鸟權权況况選选鎖锁統统鐘钟遲迟艙舱聯联說说廢废極极層层氣气貼贴籤签" +
  "淨净贈赠館馆診诊爭争滅灭聲声鑑鉴終终戶户隨随漁渔廣广財财濟济雙双將将從从這这產产歲岁聽听買买賣卖車车馬马魚鱼龍龙頁页順顺領领頭头顯显飛飞黃黄勞劳衝冲";
/** Simplified forms that a Traditional text may hold as well; finding one there proves nothing. */
const inBothScripts = new Set("注并尸冲踪");
const characters = [...pairs];
const traditional = new Set(characters.filter((_, at) => at % 2 === 0));
const simplified = new Set(characters.filter((one, at) => at % 2 === 1 && !inBothScripts.has(one)));

const texts: [string, Text][] = [
  ...Object.entries(authorities).map(([id, text]): [string, Text] => [`authority ${id}`, text]),
  ...Object.entries(papers).map(([id, text]): [string, Text] => [`paper ${id}`, text]),
  ...packs.flatMap((pack) => pack.regimes).flatMap(textsOf),
];

describe("the words of the packs", () => {
  it("every text stands in all four languages, without stray spaces", () => {
    expect(where((text) => Object.values(text).some((words) => words === "" || words !== words.trim()))).toEqual([]);
  });

  it("a Traditional text holds no Simplified character", () => {
    expect(where((text) => [...text["zh-Hant"]].some((one) => simplified.has(one)))).toEqual([]);
  });

  it("a Simplified text holds no Traditional character", () => {
    expect(where((text) => [...text["zh-Hans"]].some((one) => traditional.has(one)))).toEqual([]);
  });

  it("whatever is a phrase in English is translated", () => {
    expect(where((text) => isPhrase(text.en) && (text.pt === text.en || !isChinese(text["zh-Hant"]) || !isChinese(text["zh-Hans"])))).toEqual([]);
  });

  it("Macao writes 衛生, Hong Kong and texts on the Mainland write 衞生", () => {
    const wrong = packs.flatMap((pack) => pack.regimes).flatMap((regime) => {
      const foreign = regime.jurisdiction === "MO" ? "衞" : "衛";
      return textsOf(regime).filter(([, text]) => text["zh-Hant"].includes(foreign));
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  it("quotation marks are those of the script", () => {
    expect(where((text) => /[“”]/.test(text["zh-Hant"]) || /[「」]/.test(text["zh-Hans"]))).toEqual([]);
  });
});

/** The names of the texts of which something is true. */
function where(isSo: (text: Text) => boolean): string[] {
  return texts.filter(([, text]) => isSo(text)).map(([name]) => name);
}

/** More than two words that are no abbreviations: `IATA DGR, IMDG, JT/T 617` reads the same everywhere. */
function isPhrase(words: string): boolean {
  return words.split(" ").filter((word) => /\p{Ll}/u.test(word)).length > 2;
}

function isChinese(words: string): boolean {
  return /\p{Script=Han}/u.test(words);
}

function textsOf(regime: Regime): [string, Text][] {
  const found: [string, Text | null][] = [
    ["title", regime.title],
    ["time", regime.time.note],
    ["validity", regime.validity],
    ["note", regime.note],
    ...regime.versions.map((version): [string, Text | null] => [`version ${version.id}`, version.note]),
    ...regime.citations.map((citation, at): [string, Text | null] => [`citation ${at + 1}`, citation.text]),
  ];
  return found.flatMap(([what, text]): [string, Text][] => (text ? [[`${regime.id} ${what}`, text]] : []));
}
