import type { Text } from "../../language.ts";

/** Who decides, receives or checks what people need to cross. */
export const personAuthorities = {
  "immigration-administration": {
    en: "National Immigration Administration / public-security exit-entry offices",
    "zh-Hant": "國家移民管理局（公安機關出入境管理機構）",
    "zh-Hans": "国家移民管理局（公安机关出入境管理机构）",
    pt: "Administração Nacional de Imigração / serviços de entrada e saída da segurança pública",
  },
  "employer-personnel": {
    en: "Employer's personnel/organisation department",
    "zh-Hant": "所在單位組織人事部門",
    "zh-Hans": "所在单位组织人事部门",
    pt: "Serviço de pessoal da entidade empregadora",
  },
  "hk-macao-affairs-offices": {
    en: "Hong Kong and Macao Affairs Office system / foreign affairs office",
    "zh-Hant": "港澳辦（外事辦）",
    "zh-Hans": "港澳办（外事办）",
    pt: "Serviços para os assuntos de Hong Kong e Macau / serviços de negócios estrangeiros",
  },
  "chinese-missions": {
    en: "Chinese embassies / Commissioner's Office of MFA in HK/Macao",
    "zh-Hant": "外交部駐外使領館（駐港、駐澳公署）",
    "zh-Hans": "外交部驻外使领馆（驻港、驻澳公署）",
    pt: "Embaixadas e consulados da China / Comissariado do Ministério dos Negócios Estrangeiros em Hong Kong e em Macau",
  },
  "foreign-expert-authorities": {
    en: "Science & technology / foreign-expert authority (Shenzhen: S&T Innovation Bureau) and exit-entry office",
    "zh-Hant": "科技（外專）主管部門、公安機關出入境管理機構",
    "zh-Hans": "科技（外专）主管部门、公安机关出入境管理机构",
    pt: "Autoridade de ciência e tecnologia / de peritos estrangeiros (Shenzhen: Gabinete de Inovação Científica e Tecnológica) e serviço de entrada e saída",
  },
  "science-and-missions": {
    en: "S&T authority (confirmation letter) and MFA missions",
    "zh-Hant": "科技主管部門、駐外使領館",
    "zh-Hans": "科技主管部门、驻外使领馆",
    pt: "Autoridade de ciência e tecnologia (carta de confirmação) e missões diplomáticas da China",
  },
  "local-police": {
    en: "Local police station / hotel",
    "zh-Hant": "屬地派出所（旅館）",
    "zh-Hans": "属地派出所（旅馆）",
    pt: "Esquadra local da polícia / hotel",
  },
  "human-resources-authority": {
    en: "Human resources and social security authority",
    "zh-Hant": "人力資源社會保障部門",
    "zh-Hans": "人力资源社会保障部门",
    pt: "Autoridade de recursos humanos e segurança social",
  },
  "hk-immigration": {
    en: "Immigration Department, HKSAR",
    "zh-Hant": "香港入境事務處",
    "zh-Hans": "香港入境事务处",
    pt: "Departamento de Imigração de Hong Kong",
  },
  "mo-public-security": {
    en: "Public Security Police Force, Macao",
    "zh-Hant": "澳門治安警察局",
    "zh-Hans": "澳门治安警察局",
    pt: "Corpo de Polícia de Segurança Pública (CPSP)",
  },
  "mo-labour": {
    en: "Labour Affairs Bureau (DSAL)",
    "zh-Hant": "澳門勞工事務局",
    "zh-Hans": "澳门劳工事务局",
    pt: "Direcção dos Serviços para os Assuntos Laborais (DSAL)",
  },
  "mo-labour-and-security": {
    en: "Labour Affairs Bureau (DSAL); PSP card",
    "zh-Hant": "澳門勞工事務局、治安警察局",
    "zh-Hans": "澳门劳工事务局、治安警察局",
    pt: "Direcção dos Serviços para os Assuntos Laborais (DSAL); Corpo de Polícia de Segurança Pública (CPSP), título de trabalhador não residente",
  },
  "shenzhen-frontier-inspection": {
    en: "Shenzhen General Station of Exit-Entry Frontier Inspection; park authority",
    "zh-Hant": "深圳出入境邊防檢查總站、河套深圳園區管理機構",
    "zh-Hans": "深圳出入境边防检查总站、河套深圳园区管理机构",
    pt: "Estação Geral de Inspeção Fronteiriça de Shenzhen; administração do parque de Hetao",
  },
  "hk-innovation-and-security": {
    en: "Innovation, Technology and Industry Bureau / Security Bureau",
    "zh-Hant": "香港創新科技及工業局、保安局",
    "zh-Hans": "香港创新科技及工业局、保安局",
    pt: "Gabinete de Inovação, Tecnologia e Indústria / Gabinete de Segurança (Hong Kong)",
  },
} as const satisfies Record<string, Text>;
