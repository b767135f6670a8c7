import type { Text } from "../../language.ts";
import type { DeskFunction } from "../../workflow/definition.ts";

/** The desks that every institution of the demonstration has, and the name of the mailbox of whoever staffs each. */
export const institutionDesks: readonly { readonly function: DeskFunction; readonly mailbox: string; readonly names: Text }[] = [
  { function: "endorsement", mailbox: "head", names: { en: "Head of department", "zh-Hant": "系主任", "zh-Hans": "系主任", pt: "Direção de departamento" } },
  { function: "biosafety", mailbox: "biosafety", names: { en: "Biosafety Office", "zh-Hant": "生物安全辦公室", "zh-Hans": "生物安全办公室", pt: "Gabinete de Biossegurança" } },
  { function: "ethics", mailbox: "ethics", names: { en: "Human Genetic Resources and Ethics Office", "zh-Hant": "人類遺傳資源及倫理辦公室", "zh-Hans": "人类遗传资源与伦理办公室", pt: "Gabinete de Recursos Genéticos Humanos e Ética" } },
  { function: "export-control", mailbox: "export", names: { en: "Export Control Office", "zh-Hant": "出口管制辦公室", "zh-Hans": "出口管制办公室", pt: "Gabinete de Controlo de Exportação" } },
  { function: "sign-off", mailbox: "office", names: { en: "Research Office", "zh-Hant": "科研處", "zh-Hans": "科研处", pt: "Serviço de Investigação" } },
  { function: "acceptance", mailbox: "host", names: { en: "Partnerships Office", "zh-Hant": "合作事務處", "zh-Hans": "合作事务处", pt: "Serviço de Parcerias" } },
  { function: "chemical-safety", mailbox: "chemistry", names: { en: "Chemical and Radiation Safety Office", "zh-Hant": "化學及輻射安全辦公室", "zh-Hans": "化学品与辐射安全办公室", pt: "Gabinete de Segurança Química e Radiológica" } },
  { function: "customs", mailbox: "customs", names: { en: "Customs and Logistics Desk", "zh-Hant": "報關及物流組", "zh-Hans": "报关与物流科", pt: "Secção de Alfândega e Logística" } },
  { function: "data-protection", mailbox: "privacy", names: { en: "Data Protection Office", "zh-Hant": "個人資料保護辦公室", "zh-Hans": "个人信息保护办公室", pt: "Gabinete de Proteção de Dados" } },
  { function: "legal", mailbox: "legal", names: { en: "Legal Office", "zh-Hant": "法律事務處", "zh-Hans": "法务处", pt: "Gabinete Jurídico" } },
  { function: "security", mailbox: "security", names: { en: "Information Security and Secrecy Office", "zh-Hant": "資訊安全及保密辦公室", "zh-Hans": "网络安全与保密办公室", pt: "Gabinete de Segurança da Informação e Sigilo" } },
  { function: "immigration", mailbox: "immigration", names: { en: "Immigration and Visitors Office", "zh-Hant": "出入境及訪客事務組", "zh-Hans": "出入境与外事接待科", pt: "Gabinete de Migração e Visitantes" } },
  { function: "personnel", mailbox: "personnel", names: { en: "Personnel Office", "zh-Hant": "人事處", "zh-Hans": "组织人事处", pt: "Serviço de Pessoal" } },
  { function: "finance", mailbox: "finance", names: { en: "Finance Office", "zh-Hant": "財務處", "zh-Hans": "财务处", pt: "Serviço Financeiro" } },
  { function: "grants", mailbox: "grants", names: { en: "Grants Office", "zh-Hant": "科研資助組", "zh-Hans": "科研经费管理科", pt: "Gabinete de Apoios à Investigação" } },
  { function: "tax", mailbox: "tax", names: { en: "Tax Desk", "zh-Hant": "稅務組", "zh-Hans": "税务科", pt: "Secção de Impostos" } },
  { function: "data-steward", mailbox: "steward", names: { en: "Research Data Steward", "zh-Hant": "科研數據管理組", "zh-Hans": "科研数据管理部门", pt: "Gestão de Dados de Investigação" } },
];

export const programmeDesk = {
  id: "hetao.programme",
  names: { en: "Hetao Programme Desk", "zh-Hant": "河套便利措施辦事處", "zh-Hans": "河套便利措施办事处", pt: "Serviço de Programas de Hetao" },
  programmes: ["cn-special-goods-hetao-fast", "cn-hetao-duty-free", "cn-hetao-customs-supervision", "cn-hgr-hk-branch-pilot", "hetao-no1-channel", "cn-endorsement-talent-hetao", "cn-kehuitong"],
} as const;

/** Desks of bodies that are no institutions: programmes of another zone and of other offices, and funders that answer for their own terms. */
export const bodyDesks = [
  {
    id: "hengqin-zone.programme",
    organisation: "hengqin-zone",
    function: "programme",
    names: { en: "Hengqin Travellers Desk", "zh-Hant": "橫琴常旅客辦事處", "zh-Hans": "横琴常旅客办事处", pt: "Serviço de Viajantes de Hengqin" },
    programmes: ["hengqin-frequent-traveller", "cn-hengqin-first-line"],
  },
  {
    id: "gz-goods.programme",
    organisation: "gz-goods",
    function: "programme",
    names: { en: "White List Desk", "zh-Hant": "「白名單」辦公室", "zh-Hans": "“白名单”办公室", pt: "Serviço da Lista Branca" },
    programmes: ["cn-rd-whitelist"],
  },
  {
    id: "gd-data.programme",
    organisation: "gd-data",
    function: "programme",
    names: { en: "Data Export Desk", "zh-Hant": "數據出境辦事處", "zh-Hans": "数据出境办事处", pt: "Serviço de Exportação de Dados" },
    programmes: ["gba-sc-hk", "gba-sc-mo", "cn-data-ftz-negative-list", "sz-data-exchange"],
  },
  {
    id: "itc.grants",
    organisation: "itc",
    function: "grants",
    names: { en: "Funding Schemes Division", "zh-Hant": "資助計劃組", "zh-Hans": "资助计划组", pt: "Divisão de Regimes de Financiamento" },
    programmes: ["hk-itf-mhkjfs", "hk-itf-tcfs"],
  },
  {
    id: "fdct.grants",
    organisation: "fdct",
    function: "grants",
    names: { en: "Joint Funding Division", "zh-Hant": "聯合資助處", "zh-Hans": "联合资助处", pt: "Divisão de Financiamento Conjunto" },
    programmes: ["mo-fdct-joint"],
  },
] as const;

/** Desks of control-point officers in the demonstration; each serves one point. */
export const demoControlPoints = ["hkia", "sz-bay", "hengqin", "futian-lmcsl", "huanggang-lmc", "hzmb-macao", "hetao-no1"] as const;

/** Who staffs the control points on each side. */
export const controlPointOffices = { CN: "control-points", HK: "control-points-hk", MO: "control-points-mo" } as const;

export function sideOf(point: (typeof demoControlPoints)[number]): keyof typeof controlPointOffices {
  return point === "hkia" ? "HK" : point === "hzmb-macao" ? "MO" : "CN";
}
