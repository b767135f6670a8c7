import { all, is } from "./conditions.ts";
import { crossesMainland, entersMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { perConsignment } from "./terms.ts";
import { workingDays } from "./times.ts";

/** Hazardous, toxic and new chemicals: what the Mainland asks of whoever brings them in or sends them out. */
export const cnChemicals = definePack({
  id: "cn-chemicals",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-hazchem-registration",
      title: {
        en: "Hazardous chemical registration by importer",
        "zh-Hant": "危險化學品登記（生產、進口企業）",
        "zh-Hans": "危险化学品登记（生产、进口企业）",
        pt: "Registo de produtos químicos perigosos",
      },
      jurisdiction: "CN",
      type: "filing",
      authority: "emergency-management",
      kinds: ["reagent"],
      trigger: all(entersMainland, is("reagent.hazchem", true)),
      papers: ["hazchem-registration", "sds"],
      time: workingDays(20, {
        en: "Before the first import",
        "zh-Hant": "首次進口前完成",
        "zh-Hans": "首次进口前完成",
        pt: "Antes da primeira importação",
      }),
      validity: { en: "3 years", "zh-Hant": "3年", "zh-Hans": "3年", pt: "3 anos" },
      from: "2011-12-01",
      versions: [
        {
          id: "r591",
          from: "2011-12-01",
          to: "2026-04-30",
          note: {
            en: "Regulation on hazardous chemicals (State Council Decree 591)",
            "zh-Hant": "《危險化學品安全管理條例》（國務院令第591號）",
            "zh-Hans": "《危险化学品安全管理条例》（国务院令第591号）",
            pt: "Regulamento dos produtos químicos perigosos (Decreto n.º 591 do Conselho de Estado)",
          },
        },
        {
          id: "law2026",
          from: "2026-05-01",
          to: null,
          note: {
            en: "Hazardous Chemicals Safety Law, in force from 1 May 2026",
            "zh-Hant": "《危險化學品安全法》，2026年5月1日起施行",
            "zh-Hans": "《危险化学品安全法》，2026年5月1日起施行",
            pt: "Lei da Segurança dos Produtos Químicos Perigosos, em vigor desde 1 de maio de 2026",
          },
        },
      ],
      due: "before-permit",
      citations: [
        {
          articles: "86",
          text: {
            en: "Hazardous Chemicals Safety Law art. 86",
            "zh-Hant": "危險化學品安全法第八十六條",
            "zh-Hans": "危险化学品安全法第八十六条",
            pt: "Lei da Segurança dos Produtos Químicos Perigosos, art. 86.º",
          },
        },
      ],
      sources: ["https://wechat.estsglobal.com/wechat/law_contents/384"],
      confidence: "verified",
      note: {
        en: "Since 1 May 2026 the Law stands above the State Council Regulation (Decree 591). One company registers a substance once only. Whether small research quantities are let off is not confirmed.",
        "zh-Hant": "自2026年5月1日起，《危險化學品安全法》的效力高於《危險化學品安全管理條例》（國務院令第591號）。同一企業對同一品種不重複登記。科研用少量化學品能否減免，未經核實。",
        "zh-Hans": "自2026年5月1日起，《危险化学品安全法》的效力高于《危险化学品安全管理条例》（国务院令第591号）。同一企业对同一品种不重复登记。科研用少量化学品能否减免，未经核实。",
        pt: "Desde 1 de maio de 2026 a Lei prevalece sobre o Regulamento do Conselho de Estado (Decreto n.º 591). A mesma empresa regista cada substância uma só vez. Não está confirmado se há dispensa para pequenas quantidades de investigação.",
      },
    },
    {
      id: "cn-hazchem-customs-inspection",
      title: {
        en: "Customs inspection of hazardous chemicals",
        "zh-Hant": "進出口危險化學品檢驗",
        "zh-Hans": "进出口危险化学品检验",
        pt: "Inspeção aduaneira de produtos químicos perigosos",
      },
      jurisdiction: "CN",
      type: "declaration",
      authority: "customs-administration",
      kinds: ["reagent"],
      trigger: all(crossesMainland, is("reagent.hazchem", true)),
      papers: ["hazchem-declaration", "sds", "packing-cert"],
      time: workingDays(5, {
        en: "At the port or the place of destination",
        "zh-Hant": "在口岸或目的地實施",
        "zh-Hans": "在口岸或目的地实施",
        pt: "No posto de entrada ou no local de destino",
      }),
      validity: perConsignment,
      from: "2021-01-10",
      due: "at-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "GACC Announcement 129 of 2020",
            "zh-Hant": "海關總署公告2020年第129號",
            "zh-Hans": "海关总署公告2020年第129号",
            pt: "Anúncio n.º 129 de 2020 da Administração Geral das Alfândegas",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Import: conformity declaration, particulars of inhibitors or stabilisers, Chinese label and safety data sheet. Export: certificates of the packaging’s performance and use.",
        "zh-Hant": "進口：提交企業符合性聲明、抑制劑或穩定劑情況說明、中文危險公示標籤和安全數據單樣本。出口：提交包裝性能檢驗及使用鑑定結果單。",
        "zh-Hans": "进口：提交企业符合性声明、抑制剂或稳定剂情况说明、中文危险公示标签和安全数据单样本。出口：提交包装性能检验及使用鉴定结果单。",
        pt: "Importação: declaração de conformidade, indicação de inibidores ou estabilizadores, rótulo em chinês e ficha de dados de segurança. Exportação: certificados de desempenho e de utilização da embalagem.",
      },
    },
    {
      id: "cn-hazchem-purchase",
      title: {
        en: "Purchase licence/filing for highly toxic or explosive-precursor chemicals",
        "zh-Hant": "劇毒、易制爆危險化學品購買許可/備案",
        "zh-Hans": "剧毒、易制爆危险化学品购买许可/备案",
        pt: "Licença de compra de produtos químicos altamente tóxicos",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "county-police",
      kinds: ["reagent"],
      trigger: all(entersMainland, is("reagent.highly_toxic_or_explosive", true)),
      papers: ["purchase-permit"],
      time: workingDays(3, {
        en: "Highly toxic: 3 working days; explosive precursors are filed within 5 days",
        "zh-Hant": "劇毒化學品3個工作日；易制爆化學品5日內備案",
        "zh-Hans": "剧毒化学品3个工作日；易制爆化学品5天内备案",
        pt: "Altamente tóxicos: 3 dias úteis; precursores de explosivos: registo em 5 dias",
      }),
      validity: { en: "Per purchase", "zh-Hant": "一次購買有效", "zh-Hans": "一次购买有效", pt: "Por compra" },
      from: "2011-12-01",
      due: "before-permit",
      clock: { days: 5, unit: "day", calendar: "CN", from: "contract" },
      citations: [
        {
          articles: null,
          text: {
            en: "Hazardous chemicals rules",
            "zh-Hant": "危險化學品安全法/管理條例",
            "zh-Hans": "危险化学品安全法/管理条例",
            pt: "Regras sobre produtos químicos perigosos",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Universities keep yearly plans with the public security bureau.",
        "zh-Hant": "高校一般按年度計劃向公安機關報備。",
        "zh-Hans": "高校一般按年度计划向公安机关报备。",
        pt: "As universidades mantêm planos anuais junto da polícia.",
      },
    },
    {
      id: "cn-toxic-chem-release",
      title: {
        en: "Toxic chemical environmental release notice",
        "zh-Hant": "有毒化學品進出口環境管理放行通知單",
        "zh-Hans": "有毒化学品进出口环境管理放行通知单",
        pt: "Aviso de autorização de passagem de produtos químicos tóxicos",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "ecology-ministry",
      kinds: ["reagent"],
      trigger: all(crossesMainland, is("reagent.toxic_list_cn", true)),
      papers: ["toxic-release"],
      time: workingDays(30, {
        en: "Technical check 10 working days, decision 30; figures of the older import certificate",
        "zh-Hant": "技術審核10個工作日，決定30個工作日；沿用以往進口登記證的時限",
        "zh-Hans": "技术审核10个工作日，决定30个工作日；沿用以往进口登记证的时限",
        pt: "Verificação técnica 10 dias úteis, decisão 30; prazos do antigo certificado de importação",
      }),
      validity: {
        en: "As stated, usually within the calendar year",
        "zh-Hant": "按通知單所載，一般當年有效",
        "zh-Hans": "按通知单所载，一般当年有效",
        pt: "Conforme indicado, em regra no ano civil",
      },
      from: "2023-10-16",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Severely restricted toxic chemicals list 2023 (Announcement 32 of 2023)",
            "zh-Hant": "中國嚴格限制的有毒化學品名錄（2023年）（公告2023年第32號）",
            "zh-Hans": "中国严格限制的有毒化学品名录（2023年）（公告2023年第32号）",
            pt: "Lista de produtos químicos tóxicos severamente restringidos, 2023 (Anúncio n.º 32 de 2023)",
          },
        },
      ],
      sources: ["http://www.angelgibson.com/doc/203154.html"],
      confidence: "verified",
      note: {
        en: "Among others the PFOS and PFOA family, mercury, short-chain chlorinated paraffins, HBCDD. The list carries out the Stockholm, Minamata and Rotterdam Conventions.",
        "zh-Hant": "包括全氟辛基磺酸及全氟辛酸類、汞、短鏈氯化石蠟、六溴環十二烷等。名錄用於履行《斯德哥爾摩公約》《水俣公約》《鹿特丹公約》。",
        "zh-Hans": "包括全氟辛基磺酸及全氟辛酸类、汞、短链氯化石蜡、六溴环十二烷等。名录用于履行《斯德哥尔摩公约》《水俣公约》《鹿特丹公约》。",
        pt: "Entre outros, a família PFOS e PFOA, mercúrio, parafinas cloradas de cadeia curta e HBCDD. A lista executa as Convenções de Estocolmo, de Minamata e de Roterdão.",
      },
    },
    {
      id: "cn-new-chem",
      title: {
        en: "New chemical substance registration/filing",
        "zh-Hant": "新化學物質環境管理登記",
        "zh-Hans": "新化学物质环境管理登记",
        pt: "Registo de novas substâncias químicas",
      },
      jurisdiction: "CN",
      type: "filing",
      authority: "ecology-ministry",
      kinds: ["reagent"],
      trigger: all(entersMainland, is("reagent.new_chemical_cn", true)),
      papers: ["new-chem-registration"],
      time: workingDays(45, {
        en: "Filing: at once; simplified 45 working days, regular longer",
        "zh-Hant": "備案：提交即辦；簡易登記45個工作日，常規登記更長",
        "zh-Hans": "备案：提交即办；简易登记45个工作日，常规登记更长",
        pt: "Comunicação: imediata; registo simplificado 45 dias úteis, normal mais longo",
      }),
      from: "2021-01-01",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "MEE Order 12 (2020)",
            "zh-Hant": "新化學物質環境管理登記辦法（令第12號）",
            "zh-Hans": "新化学物质环境管理登记办法（令第12号）",
            pt: "Despacho n.º 12 do Ministério da Ecologia e do Ambiente (2020)",
          },
        },
      ],
      confidence: "uncertain",
      note: {
        en: "Filing below 1 tonne a year, simplified registration from 1 to 10 tonnes, regular from 10 tonnes. A lower limit for research (0.1 tonne) is not confirmed.",
        "zh-Hant": "年生產或進口量不足1噸者備案，1噸至10噸簡易登記，10噸以上常規登記。科研用途0.1噸以下的豁免，未經核實。",
        "zh-Hans": "年生产或进口量不足1吨的备案，1吨至10吨简易登记，10吨以上常规登记。科研用途0.1吨以下的豁免，未经核实。",
        pt: "Comunicação abaixo de 1 tonelada por ano, registo simplificado de 1 a 10 toneladas, normal a partir de 10. Não está confirmado um limiar inferior para investigação (0,1 tonelada).",
      },
    },
  ],
});
