import { all, is, isOneOf } from "./conditions.ts";
import { leavesMainland } from "./corridors.ts";
import { definePack } from "./define-pack.ts";
import { workingDays } from "./times.ts";

/** Data that the Mainland guards for what it is about: important data, secrets, health, science, the map. */
export const cnDataSpecial = definePack({
  id: "cn-data-special",
  version: "2026.11",
  asOf: "2026-11-23",
  regimes: [
    {
      id: "cn-important-data-risk",
      title: {
        en: "Important-data identification and risk assessment",
        "zh-Hant": "重要數據風險評估與識別申報",
        "zh-Hans": "重要数据风险评估与识别申报",
        pt: "Avaliação de risco de dados importantes",
      },
      jurisdiction: "CN",
      type: "document",
      authority: "sector-authorities",
      kinds: ["data"],
      trigger: all(is("from.jur", "CN"), is("data.important", true)),
      papers: ["important-data-risk", "data-classification"],
      time: workingDays(20, {
        en: "Before providing, entrusting or processing jointly; a report every year",
        "zh-Hant": "提供、委託處理、共同處理前進行；每年報送",
        "zh-Hans": "提供、委托处理、共同处理前进行；每年报送",
        pt: "Antes de fornecer, confiar ou tratar em conjunto; relatório anual",
      }),
      validity: { en: "Annual", "zh-Hant": "每年一次", "zh-Hans": "每年一次", pt: "Anual" },
      from: "2025-01-01",
      due: "before-submission",
      citations: [
        {
          articles: "29-33",
          text: {
            en: "Network Data Security Management Regulation arts. 29-33",
            "zh-Hant": "網絡數據安全管理條例第二十九至三十三條",
            "zh-Hans": "网络数据安全管理条例第二十九至三十三条",
            pt: "Regulamento da segurança dos dados em rede, arts. 29.º-33.º",
          },
        },
      ],
      sources: ["http://watsonband.com/en/cmsDetail_en.htm?item.id=1368dd6a0269475b9f18f79a64fcbb10"],
      confidence: "verified",
      note: {
        en: "Whoever processes personal information of more than 10 million persons takes on part of these duties.",
        "zh-Hant": "處理1000萬人以上個人信息者，亦須履行部分重要數據義務。",
        "zh-Hans": "处理1000万人以上个人信息的，亦须履行部分重要数据义务。",
        pt: "Quem trata informações de mais de 10 milhões de pessoas assume parte destes deveres.",
      },
    },
    {
      id: "cn-core-data-secret",
      title: {
        en: "State secrets and core data: prohibition or special approval",
        "zh-Hant": "國家秘密、核心數據禁止/審批",
        "zh-Hans": "国家秘密、核心数据禁止/审批",
        pt: "Segredos de Estado e dados nucleares",
      },
      jurisdiction: "CN",
      type: "prohibition",
      authority: "secrecy-administration",
      kinds: ["data"],
      trigger: all(leavesMainland, isOneOf("data.core_or_secret", "core", "state_secret", "work_secret")),
      papers: ["secrecy-review"],
      time: workingDays(20, { en: "Case by case", "zh-Hant": "個案處理", "zh-Hans": "个案处理", pt: "Caso a caso" }),
      from: "2024-05-01",
      due: "before-submission",
      citations: [
        {
          articles: "27-28",
          text: {
            en: "Law on Guarding State Secrets (rev. 2024)",
            "zh-Hant": "保守國家秘密法",
            "zh-Hans": "保守国家秘密法",
            pt: "Lei da Guarda dos Segredos de Estado (revista em 2024)",
          },
        },
        {
          articles: "21",
          text: {
            en: "Data Security Law art. 21",
            "zh-Hant": "數據安全法第二十一條",
            "zh-Hans": "数据安全法第二十一条",
            pt: "Lei da Segurança dos Dados, art. 21.º",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Stop, and hand the case to the secrecy office. There is no self-service for this here.",
        "zh-Hant": "應立即停止，移交保密部門處理；本平台不受理自助辦理。",
        "zh-Hans": "应立即停止，移交保密部门处理；本平台不受理自助办理。",
        pt: "Pare e entregue o caso ao serviço de sigilo. Não é tratado aqui em autosserviço.",
      },
    },
    {
      id: "cn-health-data-localisation",
      title: {
        en: "Health data: domestic storage and export review",
        "zh-Hant": "健康醫療數據境內存儲與出境審查",
        "zh-Hans": "健康医疗数据境内存储与出境审查",
        pt: "Dados de saúde: armazenamento interno",
      },
      jurisdiction: "CN",
      type: "document",
      authority: "health-commission-hospitals",
      kinds: ["data"],
      trigger: all(leavesMainland, is("data.health", true)),
      papers: ["health-data-approval", "data-classification"],
      time: workingDays(15, { en: "Within the institution", "zh-Hant": "機構內部審批", "zh-Hans": "机构内部审批", pt: "Procedimento interno da instituição" }),
      from: "2014-05-05",
      due: "before-permit",
      citations: [
        {
          articles: "10",
          text: {
            en: "Population health information measures 2014 art. 10",
            "zh-Hant": "人口健康信息管理辦法（試行）第十條",
            "zh-Hans": "人口健康信息管理办法（试行）第十条",
            pt: "Medidas de informação de saúde da população (2014), art. 10.º",
          },
        },
        {
          articles: "30",
          text: {
            en: "Health-care big data measures 2018 art. 30",
            "zh-Hant": "國家健康醫療大數據標準、安全和服務管理辦法（試行）第三十條",
            "zh-Hans": "国家健康医疗大数据标准、安全和服务管理办法（试行）第三十条",
            pt: "Medidas de megadados de saúde (2018), art. 30.º",
          },
        },
      ],
      sources: [
        "https://www.365yiyao.com/index.php?c=show&id=1921100",
        "https://m.yaozui.com/p/658488",
      ],
      confidence: "verified",
      note: {
        en: "Population health information is not stored or hosted on servers abroad. Health big data stays on servers in the Mainland; it leaves only after a security review under the rules. No newer catalogue of important health data was found.",
        "zh-Hant": "人口健康信息不得在境外伺服器儲存或寄存。健康醫療大數據應儲存於境內伺服器，確需出境者，按規定進行安全評估審核。未查到更新的衞生健康領域重要數據目錄。",
        "zh-Hans": "人口健康信息不得在境外服务器存储或托管。健康医疗大数据应存储在境内服务器，确需出境的按规定进行安全评估审核。未查到更新的卫生健康领域重要数据目录。",
        pt: "A informação de saúde da população não se guarda nem aloja em servidores no exterior. Os megadados de saúde ficam em servidores internos e só saem após avaliação de segurança. Não se encontrou catálogo mais recente de dados importantes de saúde.",
      },
    },
    {
      id: "cn-scientific-data",
      title: {
        en: "Scientific data management",
        "zh-Hant": "科學數據對外提供管理",
        "zh-Hans": "科学数据对外提供管理",
        pt: "Gestão de dados científicos",
      },
      jurisdiction: "CN",
      type: "document",
      authority: "scientific-data-units",
      kinds: ["data"],
      trigger: all(leavesMainland, is("data.state_funded_scientific", true)),
      papers: ["sci-data-approval", "secrecy-review"],
      time: workingDays(15, {
        en: "Within the institution; secrets need approval of the State",
        "zh-Hant": "單位內部審批；涉密須經國家批准",
        "zh-Hans": "单位内部审批；涉密须经国家批准",
        pt: "Procedimento interno da instituição; os segredos exigem aprovação do Estado",
      }),
      from: "2018-03-17",
      due: "before-submission",
      citations: [
        {
          articles: "13-15,25-27",
          text: {
            en: "Scientific data measures, 国办发〔2018〕17号",
            "zh-Hant": "科學數據管理辦法",
            "zh-Hans": "科学数据管理办法",
            pt: "Medidas dos dados científicos (国办发〔2018〕17号)",
          },
        },
      ],
      confidence: "memory",
      note: {
        en: "Data from government funds goes to the data centre before or with publication abroad (arts. 14-15). Sharing abroad what touches secrets is restricted (arts. 25-26).",
        "zh-Hant": "政府資金形成的數據，須在境外發表前或同時向數據中心匯交（第十四、十五條）；涉密數據對外提供受限（第二十五、二十六條）。",
        "zh-Hans": "政府资金形成的数据，须在境外发表前或同时向数据中心汇交（第十四、十五条）；涉密数据对外提供受限（第二十五、二十六条）。",
        pt: "Os dados de fundos públicos entregam-se ao centro de dados antes da publicação no exterior ou com ela (arts. 14.º e 15.º). A partilha externa do que toca a segredos é restrita (arts. 25.º e 26.º).",
      },
    },
    {
      id: "cn-geo-data",
      title: {
        en: "Geo, surveying, meteorological and ocean data",
        "zh-Hant": "測繪地理、氣象、海洋等數據對外提供",
        "zh-Hans": "测绘地理、气象、海洋等数据对外提供",
        pt: "Dados geoespaciais",
      },
      jurisdiction: "CN",
      type: "permit",
      authority: "geo-authorities",
      kinds: ["data"],
      trigger: all(leavesMainland, is("data.geo_surveying", true)),
      papers: ["geo-review"],
      time: workingDays(20),
      validity: { en: "Per item", "zh-Hant": "逐件審批", "zh-Hans": "逐件审批", pt: "Por item" },
      from: "2017-07-01",
      due: "before-permit",
      citations: [
        {
          articles: null,
          text: {
            en: "Surveying and Mapping Law arts. 34, 38",
            "zh-Hant": "測繪法第三十四、三十八條",
            "zh-Hans": "测绘法第三十四、三十八条",
            pt: "Lei da Topografia e Cartografia, arts. 34.º e 38.º",
          },
        },
      ],
      confidence: "memory",
    },
  ],
});
