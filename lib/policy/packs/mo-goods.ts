import { all, is, not } from "./conditions.ts";
import { crossesMacao } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { perConsignment } from "./terms.ts";
import { noWait } from "./times.ts";

/** What Macao asks of all goods, samples and reagents alike. */
export const moGoods = definePack({
  id: "mo-goods",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "mo-trade-declaration",
      title: {
        en: "Macao import/export declaration",
        "zh-Hant": "澳門進出口申報單",
        "zh-Hans": "澳门进出口申报单",
        pt: "Declaração de importação/exportação de Macau",
      },
      jurisdiction: "MO",
      type: "declaration",
      authority: "mo-customs",
      kinds: ["sample", "reagent"],
      trigger: all(not(is("mode", "electronic")), crossesMacao),
      papers: ["mo-declaration"],
      time: noWait({ en: "At or before the crossing", "zh-Hant": "過境時或之前", "zh-Hans": "过境时或之前", pt: "Na passagem ou antes" }),
      validity: perConsignment,
      from: "2003-09-22",
      due: "at-crossing",
      citations: [
        {
          articles: "9-10",
          text: {
            en: "Law 7/2003 arts. 9-10; Admin. Regulation 28/2003",
            "zh-Hant": "第7/2003號法律《對外貿易法》、第28/2003號行政法規",
            "zh-Hans": "第7/2003号法律《对外贸易法》、第28/2003号行政法规",
            pt: "Lei n.º 7/2003 (Lei do Comércio Externo), arts. 9.º e 10.º; Regulamento Administrativo n.º 28/2003",
          },
        },
      ],
      sources: ["https://lic-public.wto.org/en/legislations/971"],
      confidence: "verified",
      note: {
        en: "Goods outside tables A and B need only the declaration; Annex I of Chief Executive Dispatch 209/2021 exempts goods for personal use.",
        "zh-Hant": "表A、表B以外的貨物只須申報；第209/2021號行政長官批示附件一豁免個人自用物品。",
        "zh-Hans": "表A、表B以外的货物只须申报；第209/2021号行政长官批示附件一豁免个人自用物品。",
        pt: "As mercadorias fora das tabelas A e B só exigem declaração; o anexo I do Despacho do Chefe do Executivo n.º 209/2021 isenta as de uso pessoal.",
      },
    },
  ],
});
