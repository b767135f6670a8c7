import type { Text } from "../../language.ts";

/** Who decides, receives or checks what money needs to cross. */
export const fundsAuthorities = {
  "central-science-funders": {
    en: "MOST, MOF (and NSFC)",
    "zh-Hant": "科技部、財政部、國家自然科學基金委員會",
    "zh-Hans": "科技部、财政部、国家自然科学基金委员会",
    pt: "Ministério da Ciência e Tecnologia, Ministério das Finanças (e NSFC)",
  },
  "guangdong-science-and-finance": {
    en: "Guangdong Department of S&T and Department of Finance",
    "zh-Hant": "廣東省科學技術廳、廣東省財政廳",
    "zh-Hans": "广东省科学技术厅、广东省财政厅",
    pt: "Departamento de Ciência e Tecnologia e Departamento de Finanças de Guangdong",
  },
  "shenzhen-science-and-finance": {
    en: "Shenzhen S&T Innovation Bureau / city finance bureau",
    "zh-Hant": "深圳市科技創新局、市財政局",
    "zh-Hans": "深圳市科技创新局、市财政局",
    pt: "Gabinete de Inovação Científica e Tecnológica de Shenzhen / gabinete municipal de finanças",
  },
  "tax-administration": {
    en: "State Taxation Administration (competent tax office)",
    "zh-Hant": "國家稅務總局主管稅務機關",
    "zh-Hans": "国家税务总局主管税务机关",
    pt: "Administração Estatal de Tributação (serviço fiscal competente)",
  },
  "tax-office": { en: "Competent tax office", "zh-Hant": "主管稅務機關", "zh-Hans": "主管税务机关", pt: "Serviço fiscal competente" },
  "foreign-exchange": {
    en: "State Administration of Foreign Exchange / designated banks",
    "zh-Hant": "國家外匯管理局（外匯指定銀行）",
    "zh-Hans": "国家外汇管理局（外汇指定银行）",
    pt: "Administração Estatal de Divisas / bancos designados",
  },
  "outbound-investment": {
    en: "NDRC / Guangdong DRC; MOFCOM / Guangdong Commerce; bank",
    "zh-Hant": "國家發展改革委、商務部（廣東省）；銀行",
    "zh-Hans": "国家发展改革委、商务部（广东省）；银行",
    pt: "Comissão Nacional de Desenvolvimento e Reforma / de Guangdong; Ministério do Comércio / Departamento de Comércio de Guangdong; banco",
  },
  "inbound-investment": {
    en: "MOFCOM/SAMR reporting system; bank for SAFE",
    "zh-Hant": "商務部、市場監管總局；銀行",
    "zh-Hans": "商务部、市场监管总局；银行",
    pt: "Sistema de comunicação do Ministério do Comércio e da Administração Estatal de Regulação do Mercado; banco",
  },
  "provincial-public-security": {
    en: "Provincial public security (by the Chinese partner)",
    "zh-Hant": "省級公安機關（中方合作單位辦理）",
    "zh-Hans": "省级公安机关（中方合作单位办理）",
    pt: "Segurança pública provincial (através do parceiro chinês)",
  },
  "aml-bodies": {
    en: "Banks; PBC; HKMA/JFIU; AMCM/GIF",
    "zh-Hant": "銀行；人民銀行、香港金融管理局/聯合財富情報組、澳門金融管理局/金融情報辦公室",
    "zh-Hans": "银行；人民银行、香港金融管理局/联合财富情报组、澳门金融管理局/金融情报办公室",
    pt: "Bancos; Banco Popular da China; HKMA e JFIU (Hong Kong); AMCM e GIF (Macau)",
  },
  "hk-itc-and-science-ministry": {
    en: "Innovation and Technology Commission; MOST",
    "zh-Hant": "香港創新科技署、科技部",
    "zh-Hans": "香港创新科技署、科技部",
    pt: "Comissão de Inovação e Tecnologia (Hong Kong); Ministério da Ciência e Tecnologia",
  },
  "hk-itc-and-guangdong": {
    en: "Innovation and Technology Commission; Guangdong DST; Shenzhen S&T Innovation Bureau",
    "zh-Hant": "香港創新科技署、廣東省科技廳、深圳市科技創新局",
    "zh-Hans": "香港创新科技署、广东省科技厅、深圳市科技创新局",
    pt: "Comissão de Inovação e Tecnologia (Hong Kong); Departamento de Ciência e Tecnologia de Guangdong; Gabinete de Inovação Científica e Tecnológica de Shenzhen",
  },
  "hk-rgc-and-nsfc": {
    en: "Research Grants Council; NSFC",
    "zh-Hant": "香港研究資助局、國家自然科學基金委員會",
    "zh-Hans": "香港研究资助局、国家自然科学基金委员会",
    pt: "Conselho de Bolsas de Investigação (Hong Kong); NSFC",
  },
  "mo-fdct": {
    en: "Science and Technology Development Fund (FDCT)",
    "zh-Hant": "澳門科學技術發展基金",
    "zh-Hans": "澳门科学技术发展基金",
    pt: "Fundo para o Desenvolvimento das Ciências e da Tecnologia (FDCT)",
  },
  "hk-mo-grantors": {
    en: "ITC, RGC, FDCT (grantor)",
    "zh-Hant": "創新科技署、研資局、澳門科技基金",
    "zh-Hans": "创新科技署、研资局、澳门科技基金",
    pt: "Comissão de Inovação e Tecnologia, RGC ou FDCT (financiador)",
  },
} as const satisfies Record<string, Text>;
