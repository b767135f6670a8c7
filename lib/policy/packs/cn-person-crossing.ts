import { all, any, is, isOneOf } from "./conditions.ts";
import { crossesMainland, fromOrToHongKong } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { noWait, workingDays } from "./times.ts";

/** Lanes and listings that make crossing the Mainland's boundary easier. */
export const cnPersonCrossing = definePack({
  id: "cn-person-crossing",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "hetao-no1-channel",
      title: {
        en: "Hetao Channel No. 1, dedicated lanes and booked clearance",
        "zh-Hant": "河套「一號通道」及合作區專用通道",
        "zh-Hans": "河套“一号通道”及合作区专用通道",
        pt: "Canal n.º 1 de Hetao e corredores dedicados",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "shenzhen-frontier-inspection",
      kinds: ["person"],
      trigger: all(
        any(
          is("person.employer_in_hetao_sz", true),
          all(is("from.zone", "hetao_sz"), is("org.from.hetao_whitelist", true)),
          all(is("to.zone", "hetao_sz"), is("org.to.hetao_whitelist", true)),
        ),
        crossesMainland,
        fromOrToHongKong,
      ),
      papers: ["hetao-park-filing"],
      time: workingDays(5, {
        en: "In practice; filing on the white list",
        "zh-Hant": "實際所需時間；白名單備案",
        "zh-Hans": "实际所需时间；白名单备案",
        pt: "Prática habitual; inscrição na lista",
      }),
      validity: { en: "While listed", "zh-Hant": "名單有效期間", "zh-Hans": "名单有效期间", pt: "Enquanto constar da lista" },
      from: "2025-11-05",
      facilitates: ["cn-eep-hkmo", "cn-mtp-hkmo"],
      due: "at-crossing",
      citations: [
        {
          articles: "item 4",
          text: {
            en: "NIA ten measures 3 Nov 2025",
            "zh-Hant": "國家移民管理局10項措施（2025年11月3日）",
            "zh-Hans": "国家移民管理局10项措施（2025年11月3日）",
            pt: "Dez medidas da Administração Nacional de Imigração de 3 de novembro de 2025",
          },
        },
      ],
      sources: ["http://jornalsisi.com/news-cd.asp?id=79445", "https://news.mingpao.com/pns/港聞/article/20250825"],
      confidence: "verified",
      note: {
        en: "Dedicated lanes at Huanggang and Futian; passage by Channel No. 1 of the former Futian bonded zone; booked clearance for urgent missions; a green lane for vehicles with research reagents. About 1,500 people were filed by August 2025; shuttle buses run to the Science Park, HKU and CUHK. For filed staff only: going to the park as a visitor is not enough.",
        "zh-Hant": "皇崗、福田口岸設專用通道；可經原福田保稅區「一號通道」出入境；緊急任務可預約通關；載運科研試劑車輛設綠色通道。截至2025年8月約1,500人完成備案；設有往香港科學園、香港大學、香港中文大學的穿梭巴士。只限已備案人員：僅以訪客身份前往園區者不適用。",
        "zh-Hans": "皇岗、福田口岸设专用通道；可经原福田保税区“一号通道”出入境；紧急任务可预约通关；载运科研试剂车辆设绿色通道。截至2025年8月约1,500人完成备案；设有往香港科学园、香港大学、香港中文大学的接驳巴士。仅限已备案人员：仅以访客身份前往园区者不适用。",
        pt: "Corredores dedicados em Huanggang e Futian; passagem pelo Canal n.º 1 da antiga zona aduaneira de Futian; passagem marcada para missões urgentes; via verde para veículos com reagentes de investigação. Cerca de 1500 pessoas inscritas até agosto de 2025; há autocarros para o Science Park, a HKU e a CUHK. Só para pessoal inscrito: visitar o parque não basta.",
      },
    },
    {
      id: "hengqin-frequent-traveller",
      title: {
        en: "Hengqin Port frequent-traveller scheme",
        "zh-Hant": "橫琴口岸「常旅客」計劃",
        "zh-Hans": "横琴口岸“常旅客”计划",
        pt: "Viajante frequente no Posto de Hengqin",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "immigration-administration",
      kinds: ["person"],
      trigger: all(is("person.hengqin_commuter", true), any(is("from.zone", "hengqin"), is("to.zone", "hengqin"))),
      papers: ["hengqin-list"],
      time: workingDays(10, { en: "In practice", "zh-Hant": "實際所需時間", "zh-Hans": "实际所需时间", pt: "Prática habitual" }),
      validity: { en: "While listed", "zh-Hant": "名單有效期間", "zh-Hans": "名单有效期间", pt: "Enquanto constar da lista" },
      from: "2023-07-18",
      facilitates: ["cn-mtp-hkmo", "cn-eep-hkmo"],
      due: "at-crossing",
      citations: [
        {
          articles: null,
          text: {
            en: "NIA Hengqin measures 18 July 2023",
            "zh-Hant": "國家移民管理局支持橫琴建設措施（2023年7月18日）",
            "zh-Hans": "国家移民管理局支持横琴建设措施（2023年7月18日）",
            pt: "Medidas da Administração Nacional de Imigração de apoio a Hengqin, 18 de julho de 2023",
          },
        },
      ],
      sources: ["https://bayarea.gov.hk/tc/resource/mainland-policies-measures-20230718b.html"],
      confidence: "verified",
      note: {
        en: "For people on business or official travel and staff of Macao’s universities; joint inspection, released once.",
        "zh-Hant": "適用於商務、公務人員及澳門高校教職員；採用「合作查驗、一次放行」。",
        "zh-Hans": "适用于商务、公务人员及澳门高校教职工；采用“合作查验、一次放行”。",
        pt: "Para quem viaja em negócios ou em missão oficial e para o pessoal das universidades de Macau; inspeção conjunta e passagem única.",
      },
    },
    {
      id: "gba-face-clearance",
      title: {
        en: "Face-recognition smart lanes",
        "zh-Hant": "「刷臉」智能通關",
        "zh-Hans": "“刷脸”智能通关",
        pt: "Passagem por reconhecimento facial",
      },
      jurisdiction: "CN",
      type: "facilitation",
      authority: "immigration-administration",
      kinds: ["person"],
      trigger: all(
        crossesMainland,
        isOneOf("person.nationality_class", "cn_mainland", "hk_pr_cn", "hk_pr_noncn", "mo_pr_cn", "mo_pr_noncn"),
        isOneOf("checkpoint", "sz-bay", "huanggang-lmc", "lowu", "liantang-hyw", "futian-lmcsl", "manhamto", "gongbei", "hengqin", "hzmb-zhuhai", "nansha-port", "pazhou-port"),
      ),
      papers: ["biometric-consent"],
      time: noWait({
        en: "Enrolled at the control point",
        "zh-Hant": "在口岸登記",
        "zh-Hans": "在口岸登记",
        pt: "Registo no posto fronteiriço",
      }),
      validity: {
        en: "While the documents are valid",
        "zh-Hant": "證件有效期間",
        "zh-Hans": "证件有效期间",
        pt: "Enquanto os documentos forem válidos",
      },
      from: "2025-11-05",
      due: "at-crossing",
      citations: [
        {
          articles: "item 3",
          text: {
            en: "NIA ten measures 3 Nov 2025",
            "zh-Hant": "國家移民管理局10項措施（2025年11月3日）",
            "zh-Hans": "国家移民管理局10项措施（2025年11月3日）",
            pt: "Dez medidas da Administração Nacional de Imigração de 3 de novembro de 2025",
          },
        },
      ],
      sources: ["https://www.hk01.com/即時中國/60290896"],
      confidence: "verified",
      note: {
        en: "From age 14, for holders of an Exit-Entry Permit with a stay, family, business, talent or other endorsement for several entries, and for residents of Hong Kong and Macao with a Mainland Travel Permit, non-Chinese ones included. Began at Shenzhen Bay and Gongbei; then Huanggang, Luohu, Liantang, Futian, Wenjindu, Hengqin, the Hong Kong-Zhuhai-Macao Bridge, Nansha and Pazhou.",
        "zh-Hant": "年滿14歲，持有往來港澳通行證及多次有效的逗留、探親、商務、人才或其他簽註者，以及持有港澳居民來往內地通行證（含非中國籍）的港澳居民。先行於深圳灣、拱北實施，其後擴至皇崗、羅湖、蓮塘、福田、文錦渡、橫琴、港珠澳大橋、南沙及琶洲。",
        "zh-Hans": "年满14岁，持有往来港澳通行证及多次有效的逗留、探亲、商务、人才或其他签注者，以及持有港澳居民来往内地通行证（含非中国籍）的港澳居民。先行于深圳湾、拱北实施，其后扩至皇岗、罗湖、莲塘、福田、文锦渡、横琴、港珠澳大桥、南沙及琶洲。",
        pt: "A partir dos 14 anos, para titulares do salvo-conduto para Hong Kong e Macau com visto de permanência, familiar, de negócios, de talentos ou outro de entradas múltiplas, e para residentes de Hong Kong e Macau com salvo-conduto para o Interior da China, incluindo não chineses. Começou na Baía de Shenzhen e em Gongbei; depois Huanggang, Luohu, Liantang, Futian, Wenjindu, Hengqin, Ponte Hong Kong-Zhuhai-Macau, Nansha e Pazhou.",
      },
    },
  ],
});
