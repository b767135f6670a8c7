import { all, any, is, isOneOf } from "./conditions.ts";
import { crossesMainland, entersMainland, leavesMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { perConsignment, theProject } from "./terms.ts";
import { days, workingDays } from "./times.ts";

/** Protected species, germplasm and agricultural GMOs: what the Mainland's wildlife and agriculture authorities decide. */
export const cnSpecies = definePack({
  id: "cn-species",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-cites-cert",
      title: {
        en: "CITES certificate (China)",
        "zh-Hant": "瀕危野生動植物允許進出口證明書",
        "zh-Hans": "濒危野生动植物允许进出口证明书",
        pt: "Certificado CITES (China)",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "endangered-species-office",
      kinds: ["sample"],
      trigger: all(crossesMainland, any(isOneOf("sample.cites", "I", "II", "III"), is("sample.cn_protected_wildlife", true))),
      papers: ["cites-cert", "wildlife-approval", "species-cert"],
      time: workingDays(20, {
        en: "Statutory; approval and certificate in one step where delegated",
        "zh-Hant": "法定時限；已下放者批准與證明書一次辦理",
        "zh-Hans": "法定时限；已下放者批准与证明书一次办理",
        pt: "Prazo legal; autorização e certificado num só passo quando delegado",
      }),
      validity: { en: "Up to 6 months (180 days)", "zh-Hant": "最長6個月（180日）", "zh-Hans": "最长6个月（180天）", pt: "Até 6 meses (180 dias)" },
      from: "2006-09-01",
      due: "before-permit",
      citations: [
        {
          articles: "10-17",
          text: {
            en: "Regulation on import and export of endangered wild fauna and flora",
            "zh-Hant": "瀕危野生動植物進出口管理條例",
            "zh-Hans": "濒危野生动植物进出口管理条例",
            pt: "Regulamento sobre a importação e exportação de fauna e flora selvagens ameaçadas",
          },
        },
        {
          articles: null,
          text: {
            en: "NFGA/ESO Announcement 21 of 2023",
            "zh-Hant": "國家林草局、瀕管辦公告2023年第21號",
            "zh-Hans": "国家林草局、濒管办公告2023年第21号",
            pt: "Anúncio n.º 21 de 2023 da Administração Nacional de Florestas e Pastagens e do Gabinete de Espécies Ameaçadas",
          },
        },
      ],
      sources: ["https://www.gpycs.com/html/yinshi/xingyezixun/5987.html"],
      confidence: "verified",
      note: {
        en: "Since 2023 provincial forestry authorities give approval and certificate together for most land species (10 groups are kept centrally); the offices of the management office cover most aquatic species and agricultural plants. Trade with Hong Kong and Macao needs certificates too. Days and validity are not confirmed.",
        "zh-Hant": "自2023年起，多數陸生物種由省級林草主管部門一併核發批准及證明書（10類仍由中央審批）；多數水生物種及農業植物由瀕管辦辦事處辦理。與港澳往來亦須證明書。時限及有效期未經核實。",
        "zh-Hans": "自2023年起，多数陆生物种由省级林草主管部门一并核发批准及证明书（10类仍由中央审批）；多数水生物种及农业植物由濒管办办事处办理。与港澳往来亦须证明书。时限及有效期未经核实。",
        pt: "Desde 2023 as autoridades florestais provinciais dão autorização e certificado em conjunto para a maioria das espécies terrestres (10 grupos ficam a nível central); as delegações do Gabinete tratam da maioria das espécies aquáticas e plantas agrícolas. O comércio com Hong Kong e Macau também exige certificado. Prazo e validade não confirmados.",
      },
    },
    {
      id: "cn-wildlife-approval",
      title: {
        en: "Wildlife authority approval (national key protected species)",
        "zh-Hant": "野生動植物及其製品進出口批准",
        "zh-Hans": "野生动植物及其制品进出口批准",
        pt: "Autorização da autoridade da vida selvagem",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "wildlife-authorities",
      kinds: ["sample"],
      trigger: all(crossesMainland, is("sample.cn_protected_wildlife", true)),
      papers: ["wildlife-approval"],
      time: workingDays(20),
      validity: perConsignment,
      from: "2023-05-01",
      due: "before-permit",
      citations: [
        {
          articles: "37",
          text: {
            en: "Wildlife Protection Law art. 37 (2022 rev.)",
            "zh-Hant": "野生動物保護法第三十七條",
            "zh-Hans": "野生动物保护法第三十七条",
            pt: "Lei de Proteção da Vida Selvagem, art. 37.º (revista em 2022)",
          },
        },
      ],
      confidence: "memory",
    },
    {
      id: "cn-germplasm-export",
      title: {
        en: "Approval to provide germplasm or livestock/crop genetic resources abroad",
        "zh-Hant": "種質/遺傳資源對外提供審批",
        "zh-Hans": "种质/遗传资源对外提供审批",
        pt: "Autorização de fornecimento de germoplasma ao exterior",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "germplasm-authorities",
      kinds: ["sample"],
      trigger: all(leavesMainland, is("sample.germplasm", true)),
      papers: ["germplasm-approval"],
      time: workingDays(20, {
        en: "Crops: opinion of the province, then the ministry; livestock: 20 working days and a benefit-sharing plan",
        "zh-Hant": "農作物：省級意見後報農業農村部；畜禽：20個工作日及惠益分享方案",
        "zh-Hans": "农作物：省级意见后报农业农村部；畜禽：20个工作日及惠益分享方案",
        pt: "Culturas: parecer da província e depois o ministério; gado: 20 dias úteis e plano de partilha de benefícios",
      }),
      validity: { en: "As the agreement says", "zh-Hant": "按協議所載", "zh-Hans": "按协议所载", pt: "Conforme o acordo" },
      from: "2022-03-01",
      due: "before-permit",
      citations: [
        {
          articles: "11",
          text: { en: "Seed Law art. 11", "zh-Hant": "種子法第十一條", "zh-Hans": "种子法第十一条", pt: "Lei das Sementes, art. 11.º" },
        },
        {
          articles: null,
          text: {
            en: "Livestock genetic resources export measures (State Council Decree 533)",
            "zh-Hant": "畜禽遺傳資源進出境和對外合作研究利用審批辦法",
            "zh-Hans": "畜禽遗传资源进出境和对外合作研究利用审批办法",
            pt: "Medidas sobre recursos genéticos pecuários: entrada, saída e cooperação externa (Decreto n.º 533 do Conselho de Estado)",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Benefits are to be shared; China is a party to the Nagoya Protocol.",
        "zh-Hant": "須分享惠益；中國為《名古屋議定書》締約方。",
        "zh-Hans": "须分享惠益；中国为《名古屋议定书》缔约方。",
        pt: "Os benefícios são partilhados; a China é parte no Protocolo de Nagoia.",
      },
    },
    {
      id: "cn-gmo-agri",
      title: {
        en: "Safety approval for agricultural GMO import",
        "zh-Hant": "農業轉基因生物進口安全審批",
        "zh-Hans": "农业转基因生物进口安全审批",
        pt: "Aprovação de OGM agrícola",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "agriculture-ministry",
      kinds: ["sample"],
      trigger: all(entersMainland, is("sample.gmo", "agri_gmo")),
      papers: ["gmo-safety-approval"],
      time: days(270, {
        en: "Import for research: decided within 270 days",
        "zh-Hant": "科研用途進口：最長270日內決定",
        "zh-Hans": "科研用途进口：最长270天内决定",
        pt: "Importação para investigação: decisão em 270 dias, no máximo",
      }),
      validity: theProject,
      from: "2001-05-23",
      due: "before-permit",
      citations: [
        {
          articles: "28-31",
          text: {
            en: "Regulation on agricultural GMO safety",
            "zh-Hant": "農業轉基因生物安全管理條例",
            "zh-Hans": "农业转基因生物安全管理条例",
            pt: "Regulamento sobre a segurança dos OGM agrícolas",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Laboratory GMOs in contained use outside agriculture are not covered.",
        "zh-Hant": "非農業用途的實驗室封閉使用轉基因生物不在範圍內。",
        "zh-Hans": "非农业用途的实验室封闭使用转基因生物不在范围内。",
        pt: "Não abrange OGM de laboratório em uso confinado fora da agricultura.",
      },
    },
  ],
});
