import type { Text } from "../../language.ts";

/** Authorities for data, personal and otherwise. */
export const dataAuthorities = {
  "cyberspace-administration": {
    en: "Cyberspace Administration of China / Guangdong CAC",
    "zh-Hant": "國家互聯網信息辦公室（廣東省網信辦）",
    "zh-Hans": "国家互联网信息办公室（广东省网信办）",
    pt: "Administração do Ciberespaço da China / de Guangdong",
  },
  "guangdong-cyberspace": {
    en: "Guangdong CAC",
    "zh-Hant": "廣東省互聯網信息辦公室",
    "zh-Hans": "广东省互联网信息办公室",
    pt: "Administração do Ciberespaço de Guangdong",
  },
  "cyberspace-and-market-regulation": {
    en: "CAC and SAMR; accredited certification bodies",
    "zh-Hant": "國家網信辦、市場監管總局；專業認證機構",
    "zh-Hans": "国家网信办、市场监管总局；专业认证机构",
    pt: "Administração do Ciberespaço e Administração Estatal de Regulação do Mercado; organismos de certificação acreditados",
  },
  exporter: {
    en: "Exporter (kept for inspection)",
    "zh-Hant": "個人信息處理者（留存備查）",
    "zh-Hans": "个人信息处理者（留存备查）",
    pt: "Exportador (guardado para inspeção)",
  },
  "ftz-authorities": {
    en: "FTZ authority; Guangdong cyberspace commission; CAC and NDA filing",
    "zh-Hant": "自貿區管理機構、廣東省委網信委；國家網信辦、國家數據局備案",
    "zh-Hans": "自贸区管理机构、广东省委网信委；国家网信办、国家数据局备案",
    pt: "Autoridade da zona de comércio livre; comissão do ciberespaço de Guangdong; registo nas administrações nacionais do ciberespaço e de dados",
  },
  "shenzhen-data-exchange": { en: "Shenzhen Data Exchange", "zh-Hant": "深圳數據交易所", "zh-Hans": "深圳数据交易所", pt: "Bolsa de Dados de Shenzhen" },
  "sector-authorities": {
    en: "Competent sector authority; Guangdong CAC",
    "zh-Hant": "行業主管部門、省網信辦",
    "zh-Hans": "行业主管部门、省网信办",
    pt: "Autoridade do setor; Administração do Ciberespaço de Guangdong",
  },
  "secrecy-administration": {
    en: "Secrecy administration; competent authority",
    "zh-Hant": "保密行政管理部門",
    "zh-Hans": "保密行政管理部门",
    pt: "Administração do sigilo; autoridade competente",
  },
  "health-commission-hospitals": {
    en: "National Health Commission / hospital data governance",
    "zh-Hant": "國家衞生健康委、醫療機構",
    "zh-Hans": "国家卫生健康委、医疗机构",
    pt: "Comissão Nacional de Saúde / governação de dados do hospital",
  },
  "scientific-data-units": {
    en: "Legal-person unit / competent department (MOST system)",
    "zh-Hant": "法人單位、主管部門",
    "zh-Hans": "法人单位、主管部门",
    pt: "Entidade responsável / serviço competente (sistema do Ministério da Ciência e Tecnologia)",
  },
  "geo-authorities": {
    en: "Ministry of Natural Resources / provincial; CMA",
    "zh-Hant": "自然資源部、省級自然資源主管部門、氣象局",
    "zh-Hans": "自然资源部、省级自然资源主管部门、气象局",
    pt: "Ministério dos Recursos Naturais / província; Administração Meteorológica",
  },
  "gba-contract-hong-kong": {
    en: "Guangdong CAC; Digital Policy Office (DPO), HKSAR",
    "zh-Hant": "廣東省網信辦、香港數字政策辦公室",
    "zh-Hans": "广东省网信办、香港数字政策办公室",
    pt: "Administração do Ciberespaço de Guangdong; Gabinete de Política Digital (Hong Kong)",
  },
  "gba-contract-macao": {
    en: "Guangdong CAC; Personal Data Protection Bureau (DSPDP), Macao; DSEDT",
    "zh-Hant": "廣東省網信辦、澳門個人資料保護局、經濟及科技發展局",
    "zh-Hans": "广东省网信办、澳门个人资料保护局、经济及科技发展局",
    pt: "Administração do Ciberespaço de Guangdong; Direcção dos Serviços da Protecção de Dados Pessoais (DSPDP), Macau; DSEDT",
  },
  "hk-privacy-commissioner": {
    en: "Privacy Commissioner for Personal Data",
    "zh-Hant": "香港個人資料私隱專員公署",
    "zh-Hans": "香港个人资料私隐专员公署",
    pt: "Comissário para a Privacidade dos Dados Pessoais (Hong Kong)",
  },
  "mo-data-protection": {
    en: "Personal Data Protection Bureau (DSPDP)",
    "zh-Hant": "澳門個人資料保護局",
    "zh-Hans": "澳门个人资料保护局",
    pt: "Direcção dos Serviços da Protecção de Dados Pessoais (DSPDP)",
  },
} as const satisfies Record<string, Text>;
