import { all, is } from "./conditions.ts";
import { leavesHongKong } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { noWait } from "./times.ts";

/** Personal data that leave Hong Kong. */
export const hkData = definePack({
  id: "hk-data",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "hk-pdpo-transfer",
      title: {
        en: "HK PDPO: transfer duties and recommended model clauses",
        "zh-Hant": "香港個人資料轉移（保障資料第3原則、建議合約條文）",
        "zh-Hans": "香港个人资料转移（保障资料第3原则、建议合约条文）",
        pt: "Transferência de dados pessoais (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "document",
      authority: "hk-privacy-commissioner",
      kinds: ["data"],
      trigger: all(leavesHongKong, is("data.personal", true)),
      papers: ["hk-rmc", "hk-pics"],
      time: noWait(),
      from: "1996-12-20",
      due: "before-crossing",
      citations: [
        {
          articles: "DPP3; s.33",
          text: {
            en: "PDPO Cap. 486 DPP1, DPP3, DPP4; s.33 (not in force)",
            "zh-Hant": "《個人資料（私隱）條例》第486章",
            "zh-Hans": "《个人资料（私隐）条例》第486章",
            pt: "Lei dos Dados Pessoais (Privacidade), Cap. 486, DPP1, DPP3 e DPP4; secção 33 (não em vigor)",
          },
        },
        {
          articles: null,
          text: {
            en: "PCPD guidance May 2022",
            "zh-Hant": "跨境資料轉移指引：建議合約條文範本",
            "zh-Hans": "跨境资料转移指引：建议合约条文范本",
            pt: "Orientações do Comissário, maio de 2022",
          },
        },
      ],
      sources: [
        "https://mayerbrown.com/zh-hans/insights/publications/2022/06/hong-kongs-2022-guidance-on-cross-border-data-transfers-implications-for-data-users-and-processors",
      ],
      confidence: "verified",
      note: {
        en: "Section 33 is still not in operation. Keep to the purpose (DPP3), give notice (DPP1), control processors (DPP2 and DPP4). Two sets of clauses: between users, and from user to processor. Section 62 exempts research whose results identify nobody.",
        "zh-Hant": "第33條仍未實施。須遵守用途限制（保障資料第3原則）、告知（第1原則）及對資料處理者的管控（第2及第4原則）。條文範本分兩套：資料使用者之間、使用者與處理者之間。第62條豁免結果不識別個人的研究。",
        "zh-Hans": "第33条仍未实施。须遵守用途限制（保障资料第3原则）、告知（第1原则）及对资料处理者的管控（第2及第4原则）。条文范本分两套：资料使用者之间、使用者与处理者之间。第62条豁免结果不识别个人的研究。",
        pt: "A secção 33 ainda não está em vigor. Respeitar a finalidade (DPP3), informar (DPP1), controlar os subcontratantes (DPP2 e DPP4). Dois conjuntos de cláusulas: entre responsáveis e de responsável a subcontratante. A secção 62 isenta a investigação cujos resultados não identificam ninguém.",
      },
    },
  ],
});
