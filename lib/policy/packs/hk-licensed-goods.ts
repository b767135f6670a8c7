import { all, is, isOneOf } from "./conditions.ts";
import { crossesHongKong, touchesHongKong } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { sixMonths } from "./terms.ts";
import { workingDays } from "./times.ts";

/** Drugs, strategic commodities and radiation sources that need a licence of Hong Kong. */
export const hkLicensedGoods = definePack({
  id: "hk-licensed-goods",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "hk-dangerous-drugs-134",
      title: {
        en: "HK dangerous drugs import/export licence",
        "zh-Hant": "香港危險藥物進出口許可",
        "zh-Hans": "香港危险药物进出口许可",
        pt: "Licença de drogas perigosas (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-drug-office",
      kinds: ["reagent"],
      trigger: all(crossesHongKong, isOneOf("reagent.narcotic", "narcotic", "psychotropic")),
      papers: ["hk-dd-licence"],
      time: workingDays(5),
      validity: {
        en: "As stated, about 3 to 6 months",
        "zh-Hant": "按許可證所載，約3至6個月",
        "zh-Hans": "按许可证所载，约3至6个月",
        pt: "Conforme indicado, cerca de 3 a 6 meses",
      },
      from: "1969-01-17",
      due: "before-permit",
      citations: [
        {
          articles: "10-14",
          text: {
            en: "Dangerous Drugs Ordinance Cap. 134 ss.10-14",
            "zh-Hant": "《危險藥物條例》第134章",
            "zh-Hans": "《危险药物条例》第134章",
            pt: "Lei das Drogas Perigosas, Cap. 134, secções 10 a 14 (Hong Kong)",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Not every psychotropic substance is a dangerous drug here; some fall under Cap. 138.",
        "zh-Hant": "並非所有精神藥物均屬危險藥物，部分受第138章規管。",
        "zh-Hans": "并非所有精神药物均属危险药物，部分受第138章规管。",
        pt: "Nem todos os psicotrópicos são drogas perigosas; alguns regem-se pelo Cap. 138.",
      },
    },
    {
      id: "hk-pharma-60a",
      title: {
        en: "HK import/export licence for pharmaceutical products and medicines",
        "zh-Hant": "香港藥劑製品及藥物進出口許可證",
        "zh-Hans": "香港药剂制品及药物进出口许可证",
        pt: "Licença de produtos farmacêuticos (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-drug-office",
      kinds: ["reagent"],
      trigger: all(crossesHongKong, is("reagent.pharma_hk", true)),
      papers: ["hk-pharma-licence"],
      time: workingDays(2, { en: "As published", "zh-Hant": "公布的服務承諾", "zh-Hans": "公布的服务承诺", pt: "Prazo publicado" }),
      validity: sixMonths,
      from: null,
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Import and Export (General) Regulations Cap. 60A Sch. 1-2",
            "zh-Hant": "《進出口（一般）規例》第60A章附表1、2",
            "zh-Hans": "《进出口（一般）规例》第60A章附表1、2",
            pt: "Regulamento Geral de Importação e Exportação, Cap. 60A, listas 1 e 2 (Hong Kong)",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Issued for the Trade and Industry Department. Trial drugs need a clinical trial certificate; small quantities for research may be exempted on application.",
        "zh-Hant": "由藥物辦公室代工業貿易署簽發。試驗藥物須有臨床試驗證明書；少量研究用途可申請豁免。",
        "zh-Hans": "由药物办公室代工业贸易署签发。试验药物须有临床试验证明书；少量研究用途可申请豁免。",
        pt: "Emitida em nome do Departamento do Comércio e da Indústria. Os medicamentos em ensaio exigem certificado; pequenas quantidades de investigação podem ser isentas a pedido.",
      },
    },
    {
      id: "hk-strategic-goods",
      title: {
        en: "HK strategic commodities licence (goods, software, technology)",
        "zh-Hant": "香港戰略物品進出口許可證",
        "zh-Hans": "香港战略物品进出口许可证",
        pt: "Licença de mercadorias estratégicas (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-trade-and-industry",
      kinds: ["reagent"],
      trigger: all(touchesHongKong, is("reagent.strategic_hk", true)),
      papers: ["hk-stc-licence", "end-use-cert"],
      time: workingDays(3, {
        en: "Published target of 1.5 to 3 working days",
        "zh-Hant": "公布目標為1.5至3個工作日",
        "zh-Hans": "公布目标为1.5至3个工作日",
        pt: "Objetivo publicado de 1,5 a 3 dias úteis",
      }),
      validity: sixMonths,
      from: null,
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Cap. 60G; Cap. 526 (WMD services)",
            "zh-Hant": "第60G章、第526章",
            "zh-Hans": "第60G章、第526章",
            pt: "Cap. 60G; Cap. 526 (serviços relativos a armas de destruição maciça, Hong Kong)",
          },
        },
      ],
      sources: ["https://www.stc.tid.gov.hk/english/hksarsys/stcpolicy.html"],
      confidence: "verified",
      note: {
        en: "Import, export and transhipment need a licence; transit only for sensitive items. Authorisation of the place of origin and end-user statements; a copy of the export licence is filed within 30 days.",
        "zh-Hant": "進口、出口及轉運須領許可證；過境只限敏感物品。須提交來源地授權文件及最終用戶聲明，並於30日內補交出口許可證副本。",
        "zh-Hans": "进口、出口及转运须领许可证；过境只限敏感物品。须提交来源地授权文件及最终用户声明，并于30天内补交出口许可证副本。",
        pt: "Importação, exportação e transbordo exigem licença; trânsito só para artigos sensíveis. Autorização do local de origem e declarações do utilizador final; cópia da licença de exportação em 30 dias.",
      },
    },
    {
      id: "hk-radiation-303",
      title: {
        en: "HK Radiation Ordinance licence",
        "zh-Hant": "香港輻射條例牌照",
        "zh-Hans": "香港辐射条例牌照",
        pt: "Licença de radiações (Hong Kong)",
      },
      jurisdiction: "HK",
      type: "permit",
      authority: "hk-radiation-board",
      kinds: ["reagent"],
      trigger: all(crossesHongKong, is("reagent.radioactive", true)),
      papers: ["radiation-licence-hk"],
      time: workingDays(10),
      validity: {
        en: "1 year; import and export licences per consignment",
        "zh-Hant": "1年；進出口許可證按批簽發",
        "zh-Hans": "1年；进出口许可证按批签发",
        pt: "1 ano; licenças de importação e exportação por remessa",
      },
      from: "1957-01-01",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Cap. 303; Cap. 60A licensing",
            "zh-Hant": "第303章",
            "zh-Hans": "第303章",
            pt: "Cap. 303; licenciamento do Cap. 60A (Hong Kong)",
          },
        },
      ],
      confidence: "memory",
    },
  ],
});
