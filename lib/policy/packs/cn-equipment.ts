import { all, is } from "./conditions.ts";
import { crossesMainland, entersMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { perConsignment } from "./terms.ts";
import { workingDays } from "./times.ts";

/** Equipment that enters the Mainland: certification, used machines, radio, and what goes back again. */
export const cnEquipment = definePack({
  id: "cn-equipment",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-ccc-certification",
      title: {
        en: "Compulsory product certification (CCC)",
        "zh-Hant": "強制性產品認證（CCC）",
        "zh-Hans": "强制性产品认证（CCC）",
        pt: "Certificação obrigatória de produtos (CCC)",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "certification-bodies",
      kinds: ["reagent"],
      trigger: all(entersMainland, is("reagent.ccc_listed", true)),
      papers: ["ccc-cert"],
      time: workingDays(60, {
        en: "As the certification body plans",
        "zh-Hant": "按認證機構的安排",
        "zh-Hans": "按认证机构的安排",
        pt: "Conforme o calendário do organismo",
      }),
      validity: { en: "5 years", "zh-Hant": "5年", "zh-Hans": "5年", pt: "5 anos" },
      from: "2003-08-01",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Regulation on certification and accreditation",
            "zh-Hant": "認證認可條例",
            "zh-Hans": "认证认可条例",
            pt: "Regulamento da certificação e acreditação",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Imports for research and testing may be exempted.",
        "zh-Hant": "科研、測試用途的進口產品可申請免予辦理。",
        "zh-Hans": "科研、测试用途的进口产品可申请免予办理。",
        pt: "As importações para investigação e ensaio podem ser isentas.",
      },
    },
    {
      id: "cn-ccc-exemption",
      title: {
        en: "CCC exemption for research imports",
        "zh-Hant": "免予辦理CCC證明",
        "zh-Hans": "免予办理CCC证明",
        pt: "Isenção CCC para investigação",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "market-regulation",
      kinds: ["reagent"],
      trigger: all(entersMainland, is("reagent.ccc_listed", true), is("reagent.type", "equipment")),
      papers: ["ccc-exempt"],
      time: workingDays(5),
      validity: { en: "Per batch", "zh-Hant": "一批一證", "zh-Hans": "一批一证", pt: "Por lote" },
      from: "2019-07-05",
      substitutes: ["cn-ccc-certification"],
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "SAMR Announcement on CCC exemption",
            "zh-Hant": "強制性產品認證免予辦理公告",
            "zh-Hans": "强制性产品认证免予办理公告",
            pt: "Anúncio da Administração Estatal de Regulação do Mercado sobre a isenção CCC",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "For products in the CCC catalogue that are imported for research or testing.",
        "zh-Hant": "適用於為科研、測試所需而進口的目錄內產品。",
        "zh-Hans": "适用于为科研、测试所需而进口的目录内产品。",
        pt: "Para produtos do catálogo CCC importados para investigação ou ensaio.",
      },
    },
    {
      id: "cn-used-mech-electrical",
      title: {
        en: "Used mechanical and electrical products: inspection and prohibition list",
        "zh-Hant": "進口舊機電產品檢驗監管",
        "zh-Hans": "进口旧机电产品检验监管",
        pt: "Produtos mecânicos e elétricos usados: inspeção",
      },
      jurisdiction: "CN",
      type: "declaration",
      authority: "customs-administration",
      kinds: ["reagent"],
      trigger: all(entersMainland, is("reagent.used_mech_electrical", true)),
      papers: ["used-me-inspection"],
      time: workingDays(10, {
        en: "Inspection before shipment where Table 2 applies",
        "zh-Hant": "列入清單表2者須經裝運前檢驗",
        "zh-Hans": "列入清单表2的须经装运前检验",
        pt: "Inspeção antes do embarque quando se aplica a Tabela 2",
      }),
      validity: perConsignment,
      from: "2016-01-01",
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "Inspection measures for used mechanical and electrical imports; MOFCOM/GACC Announcement 106 of 2018",
            "zh-Hant": "進口舊機電產品檢驗監督管理辦法；商務部、海關總署公告2018年第106號",
            "zh-Hans": "进口旧机电产品检验监督管理办法；商务部、海关总署公告2018年第106号",
            pt: "Medidas de inspeção de produtos mecânicos e elétricos usados importados; Anúncio n.º 106 de 2018 do Ministério do Comércio e da Administração Geral das Alfândegas",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "A list of prohibited goods (Announcement 106 of 2018); inspection before shipment for goods of Table 2 (Announcement 145 of 2014). Instruments admitted temporarily for research usually stay outside: check.",
        "zh-Hant": "另有禁止進口目錄（2018年第106號公告）；表2貨物須經裝運前檢驗（質檢總局2014年第145號公告）。科研儀器暫時進境一般不在此列，須逐案核對。",
        "zh-Hans": "另有禁止进口目录（2018年第106号公告）；表2货物须经装运前检验（质检总局2014年第145号公告）。科研仪器暂时进境一般不在此列，须逐案核对。",
        pt: "Há uma lista de mercadorias proibidas (Anúncio n.º 106 de 2018); inspeção antes do embarque para a Tabela 2 (Anúncio n.º 145 de 2014). Os instrumentos em admissão temporária para investigação ficam em regra de fora: a verificar.",
      },
    },
    {
      id: "cn-temporary-admission",
      title: {
        en: "Temporary admission / temporary export",
        "zh-Hant": "暫時進出境貨物",
        "zh-Hans": "暂时进出境货物",
        pt: "Admissão temporária",
      },
      jurisdiction: "CN",
      type: "declaration",
      authority: "customs-administration",
      kinds: ["reagent"],
      trigger: all(crossesMainland, is("reagent.temporary", true)),
      papers: ["temp-admission", "customs-declaration"],
      time: workingDays(1, {
        en: "With the declaration; security unless under an ATA carnet",
        "zh-Hant": "隨報關辦理；除使用ATA單證冊外須提供擔保",
        "zh-Hans": "随报关办理；除使用ATA单证册外须提供担保",
        pt: "Com a declaração; caução, salvo com livrete ATA",
      }),
      validity: {
        en: "6 months, extended up to three times by 6 months",
        "zh-Hant": "6個月，可延期不超過3次，每次不超過6個月",
        "zh-Hans": "6个月，可延期不超过3次，每次不超过6个月",
        pt: "6 meses, prorrogáveis até três vezes por 6 meses",
      },
      from: "2018-02-01",
      due: "at-crossing",
      clock: { days: 180, unit: "day", calendar: "CN", from: "crossing" },
      citations: [
        {
          articles: "3,13",
          text: {
            en: "GACC Decree 233 (amended)",
            "zh-Hant": "暫時進出境貨物管理辦法",
            "zh-Hans": "暂时进出境货物管理办法",
            pt: "Decreto n.º 233 da Administração Geral das Alfândegas (alterado)",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Instruments for research, teaching and medicine are a named category. In general no licences are asked, except where treaties or laws say so.",
        "zh-Hant": "科研、教學、醫療儀器屬列明類別；除國際條約或法律另有規定外，一般無須提交許可證件。",
        "zh-Hans": "科研、教学、医疗仪器属列明类别；除国际条约或法律另有规定外，一般无需提交许可证件。",
        pt: "Os instrumentos de investigação, ensino e medicina são uma categoria própria. Em geral não se exigem licenças, salvo se tratados ou leis o disserem.",
      },
    },
    {
      id: "cn-radio-equipment",
      title: {
        en: "Radio equipment import approval",
        "zh-Hant": "無線電發射設備進關",
        "zh-Hans": "无线电发射设备进关",
        pt: "Importação de equipamento de rádio",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "radio-administration",
      kinds: ["reagent"],
      trigger: all(entersMainland, is("reagent.radio_equipment", true)),
      papers: ["radio-approval"],
      time: workingDays(20),
      from: "2016-12-01",
      due: "before-permit",
      citations: [
        {
          articles: "44-46",
          text: {
            en: "Radio Regulation",
            "zh-Hant": "無線電管理條例",
            "zh-Hans": "无线电管理条例",
            pt: "Regulamento das Radiocomunicações",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Temporary import for research needs approval of the province.",
        "zh-Hant": "科研用途的臨時進口須經省級無線電管理機構批准。",
        "zh-Hans": "科研用途的临时进口须经省级无线电管理机构批准。",
        pt: "A importação temporária para investigação exige aprovação provincial.",
      },
    },
  ],
});
