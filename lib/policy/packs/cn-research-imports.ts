import { all, is, isOneOf } from "./conditions.ts";
import { entersMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { workingDays } from "./times.ts";

/** Drugs and goods for research that enter the Mainland, and the programmes that ease them. */
export const cnResearchImports = definePack({
  id: "cn-research-imports",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-drug-import-clearance",
      title: {
        en: "Import drug customs clearance form",
        "zh-Hant": "進口藥品通關單",
        "zh-Hans": "进口药品通关单",
        pt: "Formulário de desalfandegamento de medicamentos importados",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "port-drug-administration",
      kinds: ["reagent"],
      trigger: all(entersMainland, is("reagent.drug_catalogue_cn", true)),
      papers: ["drug-customs-form"],
      time: workingDays(5, {
        en: "The one-off route for unregistered drugs takes longer",
        "zh-Hant": "未註冊藥品的一次性進口審批時間較長",
        "zh-Hans": "未注册药品的一次性进口审批时间较长",
        pt: "A via pontual para medicamentos não registados demora mais",
      }),
      validity: { en: "15 days", "zh-Hant": "15日", "zh-Hans": "15天", pt: "15 dias" },
      from: "2004-01-01",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Measures for drug import administration",
            "zh-Hant": "藥品進口管理辦法",
            "zh-Hans": "药品进口管理办法",
            pt: "Medidas de administração da importação de medicamentos",
          },
        },
      ],
      confidence: "memory",
    },
    {
      id: "cn-rd-whitelist",
      title: {
        en: "R&D goods import white list (no drug clearance form)",
        "zh-Hant": "生物醫藥研發用物品進口「白名單」",
        "zh-Hans": "生物医药研发用物品进口“白名单”",
        pt: "Lista branca de bens de I&D biomédica",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "district-joint-group",
      kinds: ["reagent"],
      trigger: all(
        entersMainland,
        is("reagent.drug_catalogue_cn", true),
        is("reagent.preclinical_only", true),
        isOneOf("to.city", "guangzhou", "zhuhai"),
      ),
      papers: ["rd-whitelist"],
      time: workingDays(20, { en: "In rounds", "zh-Hant": "分批受理", "zh-Hans": "分批受理", pt: "Por rondas" }),
      validity: {
        en: "6 months per listing (first list of Huangpu)",
        "zh-Hant": "每次確認有效6個月（黃埔首批）",
        "zh-Hans": "每次确认有效6个月（黄埔首批）",
        pt: "6 meses por inscrição (primeira lista de Huangpu)",
      },
      from: "2024-12-31",
      substitutes: ["cn-drug-import-clearance"],
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Huangpu pilot; Nansha pilot 31 Dec 2024; Zhuhai pilot 2025",
            "zh-Hant": "黃埔、南沙（2024年12月31日）、珠海試點方案",
            "zh-Hans": "黄埔、南沙（2024年12月31日）、珠海试点方案",
            pt: "Projetos-piloto de Huangpu, de Nansha (31 de dezembro de 2024) e de Zhuhai (2025)",
          },
        },
      ],
      sources: [
        "https://com.gd.gov.cn/hdjl/cjwt/zmsyq/content/post_4655989.html",
        "https://zhsme.org.cn/policy/toPolicyAnalysisDetail?id=30e82dda-5919-4935-88c4-f3f20948f316",
      ],
      confidence: "verified",
      note: {
        en: "A listing names the body and the item. Only for preclinical use, as process material or excipient, not for clinical use or sale; nothing on biosafety lists; two years without a bad credit record. Shenzhen is left out: its white list of 2025 concerns special goods, not this form.",
        "zh-Hant": "以「單位加物品」方式確認。僅限臨床前研究、工藝用料或輔料，不得用於臨床或銷售；不含生物安全清單所列物品；近兩年信用良好。深圳不在此列：其2025年白名單針對特殊物品，與通關單無關。",
        "zh-Hans": "以“单位加物品”方式确认。仅限临床前研究、工艺用料或辅料，不得用于临床或销售；不含生物安全清单所列物品；近两年信用良好。深圳不在此列：其2025年白名单针对特殊物品，与通关单无关。",
        pt: "A inscrição indica a entidade e o artigo. Só para uso pré-clínico, como material de processo ou excipiente, não para uso clínico nem venda; nada das listas de biossegurança; dois anos de bom registo. Shenzhen fica de fora: a sua lista branca de 2025 diz respeito a artigos especiais.",
      },
    },
    {
      id: "cn-sci-import-tax-relief",
      title: {
        en: "15th-FYP import tax relief for science goods",
        "zh-Hant": "「十五五」支持科技創新進口稅收優惠",
        "zh-Hans": "“十五五”支持科技创新进口税收优惠",
        pt: "Isenção fiscal de importação científica (15.º Plano)",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "science-tax-authorities",
      kinds: ["reagent"],
      trigger: all(entersMainland, is("reagent.tax_relief_entity", true)),
      papers: ["tax-exempt-confirm", "invoice-packing"],
      time: workingDays(10, { en: "Confirmation of customs", "zh-Hant": "海關審核確認", "zh-Hans": "海关审核确认", pt: "Confirmação da alfândega" }),
      validity: {
        en: "1 January 2026 to 31 December 2030; the end is inferred",
        "zh-Hant": "2026年1月1日至2030年12月31日，截止日期為推定",
        "zh-Hans": "2026年1月1日至2030年12月31日，截止日期为推定",
        pt: "1 de janeiro de 2026 a 31 de dezembro de 2030; o termo é deduzido",
      },
      from: "2026-01-01",
      due: "before-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "财关税〔2026〕7号",
            "zh-Hant": "關於「十五五」期間支持科技創新進口稅收優惠政策的通知",
            "zh-Hans": "关于“十五五”期间支持科技创新进口税收优惠政策的通知",
            pt: "Aviso 财关税〔2026〕7号: política fiscal de importação científica do 15.º Plano",
          },
        },
        {
          articles: null,
          text: {
            en: "财关税〔2026〕8号",
            "zh-Hant": "管理辦法通知",
            "zh-Hans": "管理办法通知",
            pt: "Aviso 财关税〔2026〕8号: medidas de gestão",
          },
        },
        {
          articles: null,
          text: {
            en: "Exempt list announced 13 Feb 2026",
            "zh-Hant": "進口科學研究、科技開發和教學用品免稅清單",
            "zh-Hans": "进口科学研究、科技开发和教学用品免税清单",
            pt: "Lista de isenção anunciada em 13 de fevereiro de 2026",
          },
        },
      ],
      sources: [
        "http://qingdao.chinatax.gov.cn/ssfg2019/zxwj/202602/t20260214_102561.html",
        "https://www.zz31.com/news/523.html",
      ],
      confidence: "verified",
      note: {
        en: "For listed institutes, laboratories and universities, and for items that cannot be made at home or do not meet the need. Duty, import VAT and consumption tax are waived. Replaces the relief of the 14th plan.",
        "zh-Hant": "適用於核定名單內的科研院所、實驗室和高校，及國內不能生產或性能不能滿足需要的物品。免徵進口關稅和進口環節增值稅、消費稅。接替「十四五」期間政策（財關稅〔2021〕23、24號）。",
        "zh-Hans": "适用于核定名单内的科研院所、实验室和高校，及国内不能生产或性能不能满足需要的物品。免征进口关税和进口环节增值税、消费税。接替“十四五”期间政策（财关税〔2021〕23、24号）。",
        pt: "Para institutos, laboratórios e universidades da lista e artigos que o país não produz ou não satisfazem a necessidade. Isenção de direitos, IVA de importação e imposto de consumo. Sucede à isenção do 14.º Plano.",
      },
    },
    {
      id: "cn-hengqin-first-line",
      title: {
        en: "Hengqin 'first line' tax-free/bonded goods",
        "zh-Hant": "橫琴「一線」免（保）稅政策",
        "zh-Hans": "横琴“一线”免（保）税政策",
        pt: "Política de 'primeira linha' de Hengqin",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "hengqin-authorities",
      kinds: ["reagent"],
      trigger: all(entersMainland, is("from.jur", "MO"), is("to.zone", "hengqin")),
      papers: ["customs-declaration", "invoice-packing"],
      time: workingDays(1),
      from: "2024-03-01",
      due: "at-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "财关税〔2022〕19号 and later notices",
            "zh-Hant": "橫琴粵澳深度合作區貨物有關進出口稅收政策",
            "zh-Hans": "横琴粤澳深度合作区货物有关进出口税收政策",
            pt: "Aviso 财关税〔2022〕19号 e avisos posteriores",
          },
        },
        {
          articles: null,
          text: {
            en: "closure operation",
            "zh-Hant": "分線管理封關運行",
            "zh-Hans": "分线管理封关运行",
            pt: "Operação aduaneira por linhas",
          },
        },
      ],
      sources: ["http://www.hengqin.gov.cn/macao_zh_hans/hzqgl/dtyw/dtxx/content/post_3885804.html"],
      confidence: "verified",
      note: {
        en: "Managed by lines since 1 March 2024: the first line is the Hengqin port, the second line seven passages. Free of tax unless on the negative list (number of the notice not confirmed). In March 2026 deputies were still asking for a wider list.",
        "zh-Hant": "自2024年3月1日起分線管理：「一線」為橫琴口岸，「二線」設七個通道。除負面清單外免稅（文號未經核實）。2026年3月仍有代表建議擴大免稅範圍。",
        "zh-Hans": "自2024年3月1日起分线管理：“一线”为横琴口岸，“二线”设七个通道。除负面清单外免税（文号未经核实）。2026年3月仍有代表建议扩大免税范围。",
        pt: "Gestão por linhas desde 1 de março de 2024: a primeira linha é o posto de Hengqin, a segunda tem sete passagens. Isento salvo lista negativa (número do aviso não confirmado). Em março de 2026 ainda se pedia uma lista mais ampla.",
      },
    },
  ],
});
