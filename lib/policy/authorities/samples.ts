import type { Text } from "../../language.ts";

/** Who decides, receives or checks samples and goods. */
export const sampleAuthorities = {
  "national-health-commission": {
    en: "National Health Commission (China HGR Administration; BRDC)",
    "zh-Hant": "國家衞生健康委員會（人類遺傳資源管理）",
    "zh-Hans": "国家卫生健康委员会（人类遗传资源管理）",
    pt: "Comissão Nacional de Saúde (administração dos recursos genéticos humanos da China)",
  },
  "ethics-committee": {
    en: "Institutional ethics committee; NHC/MOE filing system",
    "zh-Hant": "機構倫理審查委員會（國家醫學研究登記備案信息系統）",
    "zh-Hans": "机构伦理审查委员会（国家医学研究登记备案信息系统）",
    pt: "Comissão de ética da instituição; sistema nacional de registo da investigação médica",
  },
  "customs-administration": {
    en: "General Administration of Customs / directly-affiliated customs",
    "zh-Hant": "海關總署（直屬海關）",
    "zh-Hans": "海关总署（直属海关）",
    pt: "Administração Geral das Alfândegas / alfândega diretamente subordinada",
  },
  "shenzhen-customs": { en: "Shenzhen Customs", "zh-Hant": "深圳海關", "zh-Hans": "深圳海关", pt: "Alfândega de Shenzhen" },
  "provincial-health-commission": {
    en: "Provincial health commission / disease control (NHC for interprovincial or listed agents)",
    "zh-Hant": "省級衞生健康（疾控）主管部門、國家衞生健康委",
    "zh-Hans": "省级卫生健康（疾控）主管部门、国家卫生健康委",
    pt: "Comissão provincial de saúde / controlo de doenças (Comissão Nacional de Saúde no transporte entre províncias ou de agentes listados)",
  },
  "agriculture-ministry": {
    en: "Ministry of Agriculture and Rural Affairs",
    "zh-Hant": "農業農村部",
    "zh-Hans": "农业农村部",
    pt: "Ministério da Agricultura e dos Assuntos Rurais",
  },
  "endangered-species-office": {
    en: "Endangered Species Import and Export Management Office; provincial forestry authority; Guangzhou office",
    "zh-Hant": "國家瀕管辦（廣州辦事處）、省級林草主管部門",
    "zh-Hans": "国家濒管办（广州办事处）、省级林草主管部门",
    pt: "Gabinete de Gestão da Importação e Exportação de Espécies Ameaçadas (delegação de Cantão); autoridade florestal provincial",
  },
  "wildlife-authorities": {
    en: "National Forestry and Grassland Administration / Ministry of Agriculture and Rural Affairs (aquatic)",
    "zh-Hant": "國家林業和草原局、農業農村部",
    "zh-Hans": "国家林业和草原局、农业农村部",
    pt: "Administração Nacional de Florestas e Pastagens / Ministério da Agricultura e dos Assuntos Rurais (espécies aquáticas)",
  },
  "germplasm-authorities": {
    en: "Ministry of Agriculture and Rural Affairs / National Forestry and Grassland Administration / provincial agriculture authority",
    "zh-Hant": "農業農村部、國家林草局",
    "zh-Hans": "农业农村部、国家林草局",
    pt: "Ministério da Agricultura e dos Assuntos Rurais / Administração Nacional de Florestas e Pastagens / autoridade agrícola provincial",
  },
  "commerce-ministry": { en: "Ministry of Commerce", "zh-Hant": "商務部", "zh-Hans": "商务部", pt: "Ministério do Comércio" },
  "hetao-tax-authorities": {
    en: "Ministry of Finance, General Administration of Customs, State Taxation Administration; Shenzhen Municipality recognises beneficiaries",
    "zh-Hant": "財政部、海關總署、稅務總局；深圳市政府認定",
    "zh-Hans": "财政部、海关总署、税务总局；深圳市政府认定",
    pt: "Ministério das Finanças, Administração Geral das Alfândegas e Administração Estatal de Tributação; o Município de Shenzhen reconhece os beneficiários",
  },
  "science-ministry": {
    en: "Ministry of Science and Technology with other authorities (to be confirmed)",
    "zh-Hant": "科技部等（待核）",
    "zh-Hans": "科技部等（待核）",
    pt: "Ministério da Ciência e Tecnologia e outras autoridades (por confirmar)",
  },
  "hk-port-health": {
    en: "Department of Health, Port Health Division",
    "zh-Hant": "香港衞生署港口衞生科",
    "zh-Hans": "香港卫生署港口卫生科",
    pt: "Departamento de Saúde, Divisão de Saúde Portuária (Hong Kong)",
  },
  "hk-trade-and-industry": {
    en: "Trade and Industry Department",
    "zh-Hant": "香港工業貿易署",
    "zh-Hans": "香港工业贸易署",
    pt: "Departamento do Comércio e da Indústria (Hong Kong)",
  },
  "hk-agriculture-fisheries": {
    en: "Agriculture, Fisheries and Conservation Department",
    "zh-Hant": "香港漁農自然護理署",
    "zh-Hans": "香港渔农自然护理署",
    pt: "Departamento de Agricultura, Pescas e Conservação (Hong Kong)",
  },
  "hk-customs": {
    en: "Customs and Excise Department",
    "zh-Hant": "香港海關",
    "zh-Hans": "香港海关",
    pt: "Departamento de Alfândegas e Impostos sobre Consumos (Hong Kong)",
  },
  "mo-health-bureau": { en: "Health Bureau (SSM)", "zh-Hant": "澳門衛生局", "zh-Hans": "澳门卫生局", pt: "Serviços de Saúde (SSM)" },
  "mo-municipal-affairs": {
    en: "Municipal Affairs Bureau (IAM)",
    "zh-Hant": "澳門市政署",
    "zh-Hans": "澳门市政署",
    pt: "Instituto para os Assuntos Municipais (IAM)",
  },
  "mo-economic-development": {
    en: "Economic and Technological Development Bureau (DSEDT)",
    "zh-Hant": "澳門經濟及科技發展局",
    "zh-Hans": "澳门经济及科技发展局",
    pt: "Direcção dos Serviços de Economia e Desenvolvimento Tecnológico (DSEDT)",
  },
  "mo-customs": { en: "Macao Customs Service", "zh-Hant": "澳門海關", "zh-Hans": "澳门海关", pt: "Serviços de Alfândega de Macau" },
  "cites-authorities": {
    en: "CITES management authorities",
    "zh-Hant": "CITES管理機構",
    "zh-Hans": "CITES管理机构",
    pt: "Autoridades administrativas CITES",
  },
  "carrier-and-aviation": {
    en: "Carrier; civil aviation authorities of the Mainland, Hong Kong and Macao; rules for land transport",
    "zh-Hant": "承運人及民航局、香港民航處、澳門民航局",
    "zh-Hans": "承运人及民航局、香港民航处、澳门民航局",
    pt: "Transportador; autoridades de aviação civil do Interior da China, de Hong Kong (CAD) e de Macau (AACM); regras do transporte terrestre",
  },
  "carrier": { en: "Carrier", "zh-Hant": "承運人", "zh-Hans": "承运人", pt: "Transportador" },
  "both-institutions": { en: "Both institutions", "zh-Hant": "雙方機構", "zh-Hans": "双方机构", pt: "Ambas as instituições" },
} as const satisfies Record<string, Text>;

