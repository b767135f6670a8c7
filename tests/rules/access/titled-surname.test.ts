import { describe, expect, test } from "vitest";
import { titledSurnames } from "../../../lib/access/titled-surname.ts";

/* Whoever is called by a surname that ends a word as well: the word stays, the name goes. */

const surnames = [..."王李張刘陳楊趙黃周吳徐孫胡朱高林何郭馬羅梁宋鄭謝韓唐馮于董蕭程曹袁鄧許傅沈曾彭呂蘇盧蔣蔡賈丁魏薛葉閻余潘杜戴夏鍾汪田任姜范方石姚譚廖鄒熊金陸郝孔白崔康毛邱秦江史顧侯邵孟龍萬段雷錢湯尹黎易常武喬賀賴龔文管關安溫項單區計查施游章費童樂連"];
const prepared = new Map<string, RegExp[]>();
const hit = (surname: string, text: string) => patternsOf(surname).some((pattern) => [...text.matchAll(pattern)].length > 0);

describe("Chinese surnames before a title", () => {
  const words =
    "部門主任 副主任 高級主任 行政主任 常務主任 各位主任 國家主任 中心主任 全體教授 兩位教授 提高教授水平 任何主任 請向主任報告 由于老师 方向教授查詢 安全主管 平安主任 保安主任 治安主任 值班主任 項目主管 事項主管 課程主任 工程主任 流程主管 時任主任 前任院長 現任校長 新任處長 曾任校長 常任秘書長 在任主席 責任主管 外文主任 英文老師 人文教授 校方主管 警方主任 官方主管 厂方经理 东方主任 黑龍江教授 浙江主任 何處長期存放 於何處長期 高管主任 主管主任 保管主任 最高主任 臨時主任 小时工程师 水平主任 日常主管 完全同意主任 基金主任 園林主任 健康主任 歷史教授 藝術史教授 寧夏教授 業余老師 容許主任 貿易主任 交易主管 設施主管 實施主任 大陸教授 中華教授 旅游主任 設計主任 會計主任 審計主任 审查主任 检查主任 規章主任 部隊主任 考古教授 經費主任 兒童主任 音樂老師 體溫主任 名單主任 社區主任 大灣區主任 校區主任";
  test("are not seen in a word that only ends like one", () => {
    const seen = words.split(" ").flatMap((text) => surnames.filter((surname) => hit(surname, text)).map((surname) => `${text} (${surname})`));
    expect(seen).toEqual([]);
  });

  test.each(["", "請", "我和", "致", "阿", "老", "小", "聯絡", "，"])("are found after %j, whoever it is", (before) => {
    const unseen = ["主任", "教授", "處長", "老師", "院長", "所長", "先生"].flatMap((title) => surnames.filter((surname) => !hit(surname, `${before}${surname}${title}已同意。`)).map((surname) => `${before}${surname}${title}`));
    expect(unseen).toEqual([]);
  });
});

/** Each is prepared once, when it is first asked for. */
function patternsOf(surname: string): RegExp[] {
  const patterns = prepared.get(surname) ?? titledSurnames([`${surname}小明`], []);
  prepared.set(surname, patterns);
  return patterns;
}
