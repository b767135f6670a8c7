import type { Text } from "../../language.ts";

/** Authorities for chemicals, equipment and technology. */
export const goodsAuthorities = {
  "emergency-management": {
    en: "Ministry of Emergency Management, chemical registration centre",
    "zh-Hant": "應急管理部危險化學品登記機構",
    "zh-Hans": "应急管理部危险化学品登记机构",
    pt: "Ministério da Gestão de Emergências, centro de registo de produtos químicos",
  },
  "county-police": { en: "County-level public security", "zh-Hant": "縣級公安機關", "zh-Hans": "县级公安机关", pt: "Segurança pública distrital" },
  "ecology-ministry": {
    en: "Ministry of Ecology and Environment",
    "zh-Hant": "生態環境部",
    "zh-Hans": "生态环境部",
    pt: "Ministério da Ecologia e do Ambiente",
  },
  "precursor-authorities": {
    en: "Guangdong Department of Commerce / MOFCOM; public security for verification",
    "zh-Hant": "廣東省商務廳、商務部、公安機關",
    "zh-Hans": "广东省商务厅、商务部、公安机关",
    pt: "Departamento do Comércio de Guangdong / Ministério do Comércio; segurança pública para verificação",
  },
  "industry-and-commerce-ministries": {
    en: "Ministry of Industry and Information Technology; MOFCOM",
    "zh-Hant": "工業和信息化部、商務部",
    "zh-Hans": "工业和信息化部、商务部",
    pt: "Ministério da Indústria e da Informatização; Ministério do Comércio",
  },
  "medical-products-administration": {
    en: "National Medical Products Administration",
    "zh-Hant": "國家藥品監督管理局",
    "zh-Hans": "国家药品监督管理局",
    pt: "Administração Nacional de Produtos Médicos",
  },
  "ecology-and-commerce-ministries": {
    en: "Ministry of Ecology and Environment; MOFCOM licence",
    "zh-Hant": "生態環境部、商務部",
    "zh-Hans": "生态环境部、商务部",
    pt: "Ministério da Ecologia e do Ambiente; licença do Ministério do Comércio",
  },
  "technology-export-authorities": {
    en: "MOFCOM / Guangdong Commerce and S&T departments",
    "zh-Hant": "商務部、省級商務和科技主管部門",
    "zh-Hans": "商务部、省级商务和科技主管部门",
    pt: "Ministério do Comércio / serviços de comércio e de ciência e tecnologia de Guangdong",
  },
  "certification-bodies": {
    en: "SAMR / designated certification bodies",
    "zh-Hant": "市場監管總局、指定認證機構",
    "zh-Hans": "市场监管总局、指定认证机构",
    pt: "Administração Estatal de Regulação do Mercado / organismos de certificação designados",
  },
  "market-regulation": {
    en: "SAMR / Guangdong AMR",
    "zh-Hant": "市場監管總局、廣東省市場監管局",
    "zh-Hans": "市场监管总局、广东省市场监管局",
    pt: "Administração Estatal de Regulação do Mercado / administração de Guangdong",
  },
  "radio-administration": {
    en: "MIIT / provincial radio administration",
    "zh-Hant": "工業和信息化部、省無線電管理機構",
    "zh-Hans": "工业和信息化部、省无线电管理机构",
    pt: "Ministério da Indústria e da Informatização / administração provincial das radiocomunicações",
  },
  "port-drug-administration": {
    en: "Port drug administration (Guangzhou, Shenzhen, Zhuhai...)",
    "zh-Hant": "口岸藥品監督管理部門",
    "zh-Hans": "口岸药品监督管理部门",
    pt: "Administração de medicamentos do posto de entrada (Cantão, Shenzhen, Zhuhai…)",
  },
  "district-joint-group": {
    en: "District market regulation, S&T, commerce, health and customs (joint group)",
    "zh-Hant": "區市場監管、科技、商務、衞健、海關聯合工作組",
    "zh-Hans": "区市场监管、科技、商务、卫健、海关联合工作组",
    pt: "Grupo conjunto do distrito: mercado, ciência, comércio, saúde e alfândega",
  },
  "science-tax-authorities": {
    en: "MOF, GACC, STA; S&T/education authorities list entities",
    "zh-Hant": "財政部、海關總署、稅務總局；科技、教育主管部門核定名單",
    "zh-Hans": "财政部、海关总署、税务总局；科技、教育主管部门核定名单",
    pt: "Ministério das Finanças, alfândegas e tributação; as autoridades de ciência e de educação elaboram as listas",
  },
  "hengqin-authorities": {
    en: "Gongbei Customs; Hengqin Executive Committee",
    "zh-Hant": "拱北海關、橫琴執委會",
    "zh-Hans": "拱北海关、横琴执委会",
    pt: "Alfândega de Gongbei; Comissão Executiva de Hengqin",
  },
  "ata-bodies": {
    en: "CCPIT; HK General Chamber of Commerce; Macao: IPIM/ACM as guaranteeing body (check)",
    "zh-Hant": "中國貿促會、香港總商會、澳門（待核）",
    "zh-Hans": "中国贸促会、香港总商会、澳门（待核）",
    pt: "CCPIT; Câmara Geral de Comércio de Hong Kong; Macau: IPIM/ACM como garante (por confirmar)",
  },
  "carrier-and-transport": {
    en: "Carrier; transport authorities; cross-boundary DG vehicle licence",
    "zh-Hant": "承運人及交通主管部門",
    "zh-Hans": "承运人及交通主管部门",
    pt: "Transportador; autoridades de transportes; licença do veículo transfronteiriço de mercadorias perigosas",
  },
  "hk-fire-services": {
    en: "Fire Services Department",
    "zh-Hant": "香港消防處",
    "zh-Hans": "香港消防处",
    pt: "Departamento dos Serviços de Bombeiros (Hong Kong)",
  },
  "hk-environment": {
    en: "Environmental Protection Department",
    "zh-Hant": "香港環境保護署",
    "zh-Hans": "香港环境保护署",
    pt: "Departamento de Proteção Ambiental (Hong Kong)",
  },
  "hk-drug-office": {
    en: "Department of Health, Drug Office",
    "zh-Hant": "香港衞生署藥物辦公室",
    "zh-Hans": "香港卫生署药物办公室",
    pt: "Departamento de Saúde, Gabinete de Medicamentos (Hong Kong)",
  },
  "hk-radiation-board": { en: "Radiation Board", "zh-Hant": "香港輻射管理局", "zh-Hans": "香港辐射管理局", pt: "Junta de Radiações (Hong Kong)" },
  "mo-pharmaceutical": {
    en: "Pharmaceutical Administration Bureau (ISAF)",
    "zh-Hant": "澳門藥物監督管理局",
    "zh-Hans": "澳门药物监督管理局",
    pt: "Instituto para a Supervisão e Administração Farmacêutica (ISAF)",
  },
  "mo-fire-services": { en: "Fire Services Bureau (CB)", "zh-Hant": "澳門消防局", "zh-Hans": "澳门消防局", pt: "Corpo de Bombeiros (CB)" },
} as const satisfies Record<string, Text>;
