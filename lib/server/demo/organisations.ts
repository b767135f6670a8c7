import type { Text } from "../../language.ts";

/** Real institutions of the area, with a ROR where it is certain. Their desks and people here are invented. */
export type DemoOrganisation = { readonly id: string; readonly ror: string | null; readonly names: Text; readonly jurisdiction: "CN" | "HK" | "MO"; readonly city: string; readonly type: string };

function named(id: string, ror: string | null, [jurisdiction, city]: readonly ["CN" | "HK" | "MO", string], type: string, en: string, hant: string, hans: string, pt: string): DemoOrganisation {
  return { id, ror, jurisdiction, city, type, names: { en, "zh-Hant": hant, "zh-Hans": hans, pt } };
}

const HK = ["HK", "hongkong"] as const;
const MO = ["MO", "macao"] as const;

export const institutions: readonly DemoOrganisation[] = [
  named("hku", "02zhqgq86", HK, "university", "The University of Hong Kong", "香港大學", "香港大学", "Universidade de Hong Kong"),
  named("cuhk", "00t33hh48", HK, "university", "The Chinese University of Hong Kong", "香港中文大學", "香港中文大学", "Universidade Chinesa de Hong Kong"),
  named("hkust", "00q4vv597", HK, "university", "The Hong Kong University of Science and Technology", "香港科技大學", "香港科技大学", "Universidade de Ciência e Tecnologia de Hong Kong"),
  named("polyu", "0030zas98", HK, "university", "The Hong Kong Polytechnic University", "香港理工大學", "香港理工大学", "Universidade Politécnica de Hong Kong"),
  named("cityu", "03q8dnn23", HK, "university", "City University of Hong Kong", "香港城市大學", "香港城市大学", "Universidade da Cidade de Hong Kong"),
  named("hkbu", null, HK, "university", "Hong Kong Baptist University", "香港浸會大學", "香港浸会大学", "Universidade Baptista de Hong Kong"),
  named("um", "01r4q9n85", MO, "university", "University of Macau", "澳門大學", "澳门大学", "Universidade de Macau"),
  named("must", "03jqs2n27", MO, "university", "Macau University of Science and Technology", "澳門科技大學", "澳门科技大学", "Universidade de Ciência e Tecnologia de Macau"),
  named("mpu", null, MO, "university", "Macao Polytechnic University", "澳門理工大學", "澳门理工大学", "Universidade Politécnica de Macau"),
  named("sysu", "0064kty71", ["CN", "guangzhou"], "university", "Sun Yat-sen University", "中山大學", "中山大学", "Universidade Sun Yat-sen"),
  named("scut", "0530pts50", ["CN", "guangzhou"], "university", "South China University of Technology", "華南理工大學", "华南理工大学", "Universidade de Tecnologia do Sul da China"),
  named("smu", "01vjw4z39", ["CN", "guangzhou"], "university", "Southern Medical University", "南方醫科大學", "南方医科大学", "Universidade Médica do Sul"),
  named("jnu", null, ["CN", "guangzhou"], "university", "Jinan University", "暨南大學", "暨南大学", "Universidade de Jinan"),
  named("hkust-gz", "050h0vm43", ["CN", "guangzhou"], "university", "The Hong Kong University of Science and Technology (Guangzhou)", "香港科技大學（廣州）", "香港科技大学（广州）", "Universidade de Ciência e Tecnologia de Hong Kong (Cantão)"),
  named("sustech", null, ["CN", "shenzhen"], "university", "Southern University of Science and Technology", "南方科技大學", "南方科技大学", "Universidade de Ciência e Tecnologia do Sul"),
  named("szu", null, ["CN", "shenzhen"], "university", "Shenzhen University", "深圳大學", "深圳大学", "Universidade de Shenzhen"),
  named("cuhk-sz", null, ["CN", "shenzhen"], "university", "The Chinese University of Hong Kong, Shenzhen", "香港中文大學（深圳）", "香港中文大学（深圳）", "Universidade Chinesa de Hong Kong, Shenzhen"),
  named("siat", "04gh4er46", ["CN", "shenzhen"], "research_institute", "Shenzhen Institutes of Advanced Technology, CAS", "中科院深圳先進技術研究院", "中科院深圳先进技术研究院", "Institutos de Tecnologia Avançada de Shenzhen, ACC"),
  named("szbl", "00sdcjz77", ["CN", "shenzhen"], "research_institute", "Shenzhen Bay Laboratory", "深圳灣實驗室", "深圳湾实验室", "Laboratório da Baía de Shenzhen"),
  named("ssl", null, ["CN", "dongguan"], "research_institute", "Songshan Lake Materials Laboratory", "松山湖材料實驗室", "松山湖材料实验室", "Laboratório de Materiais do Lago Songshan"),
];

/** Bodies that are no institutions of research: the zones that run programmes, funders, the control points, and the operator. */
export const others: readonly DemoOrganisation[] = [
  named("hetao", null, ["CN", "shenzhen"], "government", "Hetao Shenzhen Park", "河套深圳園區", "河套深圳园区", "Parque de Shenzhen em Hetao"),
  named("hengqin-zone", null, ["CN", "zhuhai"], "government", "Guangdong-Macao In-Depth Cooperation Zone in Hengqin", "橫琴粵澳深度合作區", "横琴粤澳深度合作区", "Zona de Cooperação Aprofundada entre Guangdong e Macau em Hengqin"),
  named("gz-goods", null, ["CN", "guangzhou"], "government", "Research goods joint group, Guangzhou", "廣州研發用物品聯合工作組", "广州研发用物品联合工作组", "Grupo conjunto de bens de investigação, Cantão"),
  named("gd-data", null, ["CN", "guangzhou"], "government", "Data export office, Guangdong", "廣東數據出境辦公室", "广东数据出境办公室", "Gabinete de exportação de dados, Guangdong"),
  named("itc", null, HK, "government", "Innovation and Technology Commission", "創新科技署", "创新科技署", "Comissão de Inovação e Tecnologia"),
  named("fdct", null, MO, "government", "Science and Technology Development Fund", "科學技術發展基金", "科学技术发展基金", "Fundo para o Desenvolvimento das Ciências e da Tecnologia"),
  named("control-points", null, ["CN", "shenzhen"], "government", "Control points of the Mainland", "內地口岸", "内地口岸", "Postos fronteiriços do Interior da China"),
  named("control-points-hk", null, HK, "government", "Control points of Hong Kong", "香港口岸", "香港口岸", "Postos fronteiriços de Hong Kong"),
  named("control-points-mo", null, MO, "government", "Control points of Macao", "澳門口岸", "澳门口岸", "Postos fronteiriços de Macau"),
  named("causeway", null, HK, "ngo", "Causeway operator", "Causeway營運者", "Causeway运营方", "Operador do Causeway"),
];
