import { all, any, crossingFrom, includes, is, isOneOf, not } from "./conditions.ts";
import { crossesMainland, entersMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { days, noWait, workingDays } from "./times.ts";

/** Registered drugs, veterinary drugs and medical devices left the special goods on 2025-01-01. */
const registeredProduct = all(is("sample.regulated_drug_device", true), crossingFrom("2025-01-01"));

/** Special goods (blood, tissue, pathogens, biological products) and pathogens: health quarantine of the Mainland, in both directions. */
export const cnSpecialGoods = definePack({
  id: "cn-special-goods",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-special-goods-permit",
      title: {
        en: "Health-quarantine approval for special goods (entry and exit)",
        "zh-Hant": "進出境特殊貨物物品衞生檢疫審批",
        "zh-Hans": "进出境特殊货物物品卫生检疫审批",
        pt: "Autorização sanitária para mercadorias especiais",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "customs-administration",
      kinds: ["sample"],
      trigger: all(crossesMainland, is("sample.special_goods_cn", true), not(registeredProduct)),
      papers: ["special-goods-form", "special-goods-desc", "special-goods-permit", "no-pathogen-statement", "customs-declaration"],
      time: workingDays(20, {
        en: "20 working days from acceptance under Decree 160, without risk assessment; the figure under Decree 281 is not confirmed",
        "zh-Hant": "第160號令：受理後20個工作日，風險評估時間不計；第281號令的時限未經核實",
        "zh-Hans": "第160号令：受理后20个工作日，风险评估时间不计；第281号令的时限未经核实",
        pt: "20 dias úteis desde a aceitação segundo o Decreto n.º 160, sem a avaliação de risco; o prazo do Decreto n.º 281 não está confirmado",
      }),
      validity: {
        en: "Decree 160: 3 months with possible pathogens, otherwise 12, usable several times; Decree 281: not confirmed",
        "zh-Hant": "第160號令：含或可能含病原體者3個月，其他12個月，可分次核銷；第281號令：未經核實",
        "zh-Hans": "第160号令：含或可能含病原体者3个月，其他12个月，可分次核销；第281号令：未经核实",
        pt: "Decreto n.º 160: 3 meses se puder conter agentes patogénicos, senão 12, com utilizações múltiplas; Decreto n.º 281: não confirmado",
      },
      from: "2015-03-01",
      versions: [
        {
          id: "v160",
          from: "2015-03-01",
          to: "2026-07-31",
          note: {
            en: "AQSIQ Decree 160: destination customs for entry, own customs for exit",
            "zh-Hant": "原質檢總局令第160號：入境向目的地海關、出境向所在地海關申請",
            "zh-Hans": "原质检总局令第160号：入境向目的地海关、出境向所在地海关申请",
            pt: "Decreto n.º 160 da AQSIQ: alfândega de destino à entrada, alfândega própria à saída",
          },
        },
        {
          id: "v281",
          from: "2026-08-01",
          to: null,
          note: {
            en: "GACC Decree 281: apply before dispatch to the local directly-affiliated customs",
            "zh-Hant": "海關總署令第281號：啟運前向所在地直屬海關申請",
            "zh-Hans": "海关总署令第281号：启运前向所在地直属海关申请",
            pt: "Decreto n.º 281 da Administração Geral das Alfândegas: pedido antes da expedição à alfândega diretamente subordinada local",
          },
        },
      ],
      due: "before-permit",
      citations: [
        {
          articles: "22",
          text: {
            en: "Frontier Health and Quarantine Law art. 22 (rev. 2024)",
            "zh-Hant": "國境衞生檢疫法第二十二條",
            "zh-Hans": "国境卫生检疫法第二十二条",
            pt: "Lei de Saúde e Quarentena Fronteiriça, art. 22.º (revista em 2024)",
          },
        },
        {
          articles: "7-10",
          text: {
            en: "GACC Decree 281 (6 Jan 2026)",
            "zh-Hant": "海關總署令第281號《進出境特殊貨物物品衞生檢疫管理規定》",
            "zh-Hans": "海关总署令第281号《进出境特殊货物物品卫生检疫管理规定》",
            pt: "Decreto n.º 281 da Administração Geral das Alfândegas (6 de janeiro de 2026)",
          },
        },
        {
          articles: null,
          text: {
            en: "former AQSIQ Decree 160 (2015)",
            "zh-Hant": "原《出入境特殊物品衞生檢疫管理規定》",
            "zh-Hans": "原《出入境特殊物品卫生检疫管理规定》",
            pt: "Antigo Decreto n.º 160 da AQSIQ (2015)",
          },
        },
      ],
      sources: [
        "http://m.law-lib.com/law/law_view.asp?id=788697",
        "https://itiger.com/news/2529612322",
        "https://www.cceeccic.org/682353068.html",
        "https://cceeccic.org/899095186.html",
      ],
      confidence: "verified",
      note: {
        en: "Other approvals and matching biosafety capability are needed first, and registration with an on-site assessment for a first use. Items managed as drugs, veterinary drugs or medical devices are outside since 1 January 2025 (Announcement 65 of 2025). Level D was dropped; levels A to C remain (table of July 2025).",
        "zh-Hant": "須先取得其他批准並具備相應生物安全能力；首次申請須完成單位登記及現場評估。自2025年1月1日起，按藥品、獸藥、醫療器械管理者不在範圍內（2025年第65號公告）。原D級已取消，保留A至C級（2025年7月風險表）。",
        "zh-Hans": "须先取得其他批准并具备相应生物安全能力；首次申请须完成单位登记及现场评估。自2025年1月1日起，按药品、兽药、医疗器械管理者不在范围内（2025年第65号公告）。原D级已取消，保留A至C级（2025年7月风险表）。",
        pt: "São precisas antes as outras autorizações e capacidade de biossegurança adequada e, no primeiro uso, registo e avaliação no local. Os artigos geridos como medicamentos, medicamentos veterinários ou dispositivos médicos estão fora desde 1 de janeiro de 2025 (Anúncio n.º 65 de 2025). O nível D foi suprimido; mantêm-se os níveis A a C (tabela de julho de 2025).",
      },
    },
    {
      id: "cn-special-goods-access-high-risk",
      title: {
        en: "Access control for high-risk special goods (first import)",
        "zh-Hant": "高風險特殊物品衞生檢疫准入",
        "zh-Hans": "高风险特殊物品卫生检疫准入",
        pt: "Autorização de acesso para mercadorias especiais de alto risco",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "customs-administration",
      kinds: ["sample"],
      trigger: all(entersMainland, is("sample.special_goods_high_risk_first", true)),
      papers: ["special-goods-desc"],
      time: days(90, {
        en: "No fixed limit; questionnaire and risk assessment",
        "zh-Hant": "無固定時限；須問卷調查及風險評估",
        "zh-Hans": "无固定时限；须问卷调查及风险评估",
        pt: "Sem prazo fixo; questionário e avaliação de risco",
      }),
      validity: { en: "Until suspended", "zh-Hant": "直至暫停准入", "zh-Hans": "直至暂停准入", pt: "Até à suspensão" },
      from: "2023-12-26",
      due: "before-permit",
      citations: [
        {
          articles: "5",
          text: {
            en: "GACC measures 26 Dec 2023; Decree 281 art. 5",
            "zh-Hant": "高風險特殊物品衞生檢疫准入管理辦法；令281號第五條",
            "zh-Hans": "高风险特殊物品卫生检疫准入管理办法；令281号第五条",
            pt: "Medidas da Administração Geral das Alfândegas de 26 de dezembro de 2023; Decreto n.º 281, art. 5.º",
          },
        },
      ],
      sources: ["http://www.foodgacc.com/china-gacc-registration-cifer-singlewindow-aqsiq-ccic-high-risk-goods-health-quarantine"],
      confidence: "verified",
      note: {
        en: "Exporters in Hong Kong and Macao count as overseas.",
        "zh-Hant": "香港及澳門的輸出方視為境外。",
        "zh-Hans": "香港及澳门的输出方视为境外。",
        pt: "Os exportadores de Hong Kong e Macau contam como exteriores.",
      },
    },
    {
      id: "cn-special-goods-transit-ban",
      title: {
        en: "Ban on transit of special goods through the Mainland",
        "zh-Hant": "特殊物品禁止過境",
        "zh-Hans": "特殊物品禁止过境",
        pt: "Proibição de trânsito de mercadorias especiais",
      },
      jurisdiction: "CN",
      type: "prohibition",
      authority: "customs-administration",
      kinds: ["sample"],
      trigger: all(includes("transit.jurs", "CN"), is("sample.special_goods_cn", true), not(registeredProduct)),
      papers: [],
      time: noWait(),
      from: "2019-11-21",
      due: "before-submission",
      citations: [
        {
          articles: null,
          text: {
            en: "GACC announcement 21 Nov 2019",
            "zh-Hant": "海關總署關於禁止特殊物品過境的公告",
            "zh-Hans": "海关总署关于禁止特殊物品过境的公告",
            pt: "Anúncio da Administração Geral das Alfândegas de 21 de novembro de 2019",
          },
        },
      ],
      sources: ["http://m.stallone-f.com/guoji/20191122/1000.html"],
      confidence: "verified",
      note: {
        en: "Send samples between Hong Kong, Macao and abroad by sea or air without passing the Mainland. Whether Decree 281 changes this is not confirmed.",
        "zh-Hant": "港澳之間或與境外往來的樣本，請經海路或空路運送，不要途經內地。第281號令有否改變此規定，未經核實。",
        "zh-Hans": "港澳之间或与境外往来的样本，请经海运或空运寄送，不要途经内地。第281号令是否改变此规定，未经核实。",
        pt: "Envie as amostras entre Hong Kong, Macau e o exterior por mar ou ar, sem passar pelo Interior da China. Não está confirmado se o Decreto n.º 281 altera esta regra.",
      },
    },
    {
      id: "cn-pathogen-transport-permit",
      title: {
        en: "Transport permit for highly pathogenic strains or samples",
        "zh-Hant": "高致病性病原微生物菌（毒）種或樣本運輸批准",
        "zh-Hans": "高致病性病原微生物菌（毒）种或样本运输批准",
        pt: "Licença de transporte de agentes altamente patogénicos",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "provincial-health-commission",
      kinds: ["sample"],
      trigger: all(any(is("from.jur", "CN"), is("to.jur", "CN")), isOneOf("sample.pathogen_cat_cn", "cat1", "cat2")),
      papers: ["pathogen-transport-permit", "pathogen-provision-approval", "biosafety-lab-cert", "packing-cert"],
      time: workingDays(3, {
        en: "Within a province 3 working days; between provinces the National Health Commission decides",
        "zh-Hant": "省內3個工作日內決定；跨省由國家衞生健康委審批",
        "zh-Hans": "省内3个工作日内决定；跨省由国家卫生健康委审批",
        pt: "Dentro da província 3 dias úteis; entre províncias decide a Comissão Nacional de Saúde",
      }),
      validity: {
        en: "Per shipment (up to 6 months for several on a fixed route)",
        "zh-Hant": "每次運輸（固定路線多次運輸最長6個月）",
        "zh-Hans": "每次运输（固定路线多次运输最长6个月）",
        pt: "Por transporte (até 6 meses para vários num percurso fixo)",
      },
      from: "2006-02-01",
      due: "before-permit",
      citations: [
        {
          articles: "11-12",
          text: {
            en: "Regulation on biosafety of pathogenic microbiology laboratories arts. 11-12",
            "zh-Hant": "病原微生物實驗室生物安全管理條例第十一、十二條",
            "zh-Hans": "病原微生物实验室生物安全管理条例第十一、十二条",
            pt: "Regulamento de biossegurança dos laboratórios de microbiologia patogénica, arts. 11.º e 12.º",
          },
        },
        {
          articles: null,
          text: {
            en: "Transport provisions (MOH Decree 45)",
            "zh-Hant": "可感染人類的高致病性病原微生物菌（毒）種或樣本運輸管理規定",
            "zh-Hans": "可感染人类的高致病性病原微生物菌（毒）种或样本运输管理规定",
            pt: "Disposições sobre transporte (Decreto n.º 45 do Ministério da Saúde)",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Categories follow the 2023 catalogue of pathogens that infect humans. The regulation was revised in 2024: article numbers need rechecking. At least two trained escorts. Also for the Mainland leg of an inbound shipment; transport out of the province, to Hong Kong, Macao or abroad is decided by the National Health Commission after a provincial check.",
        "zh-Hant": "分類依2023年《人間傳染的病原微生物目錄》。條例於2024年修訂，條文編號須再核對。須至少兩名受訓人員護送。入境貨物的內地段亦適用；出省、赴港澳或境外的運輸，由省級初審後報國家衞生健康委審批。",
        "zh-Hans": "分类依2023年《人间传染的病原微生物目录》。条例于2024年修订，条文编号须再核对。须至少两名受训人员护送。入境货物的内地段亦适用；出省、赴港澳或境外的运输，由省级初审后报国家卫生健康委审批。",
        pt: "As categorias seguem o catálogo de 2023 dos agentes patogénicos para o ser humano. O regulamento foi revisto em 2024: confirmar os números dos artigos. Pelo menos dois acompanhantes formados. Vale também para o troço no Interior da China de uma remessa de entrada; o transporte para fora da província, para Hong Kong, Macau ou o exterior é decidido pela Comissão Nacional de Saúde após análise provincial.",
      },
    },
  ],
});
