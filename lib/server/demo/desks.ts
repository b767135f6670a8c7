import type { Text } from "../../language.ts";
import type { DeskFunction } from "../../workflow/definition.ts";

/** The desks that every institution of the demonstration has, and the name of the mailbox of whoever staffs each. */
export const institutionDesks: readonly { readonly function: DeskFunction; readonly mailbox: string; readonly names: Text }[] = [
  { function: "endorsement", mailbox: "head", names: { en: "Head of department", "zh-Hant": "系主任", "zh-Hans": "系主任", pt: "Direção de departamento" } },
  { function: "biosafety", mailbox: "biosafety", names: { en: "Biosafety Office", "zh-Hant": "生物安全辦公室", "zh-Hans": "生物安全办公室", pt: "Gabinete de Biossegurança" } },
  { function: "ethics", mailbox: "ethics", names: { en: "Human Genetic Resources and Ethics Office", "zh-Hant": "人類遺傳資源及倫理辦公室", "zh-Hans": "人类遗传资源与伦理办公室", pt: "Gabinete de Recursos Genéticos e Ética" } },
  { function: "export-control", mailbox: "export", names: { en: "Export Control Office", "zh-Hant": "出口管制辦公室", "zh-Hans": "出口管制办公室", pt: "Gabinete de Controlo de Exportação" } },
  { function: "sign-off", mailbox: "office", names: { en: "Research Office", "zh-Hant": "科研處", "zh-Hans": "科研处", pt: "Serviço de Investigação" } },
  { function: "acceptance", mailbox: "host", names: { en: "Partnerships Office", "zh-Hant": "合作事務處", "zh-Hans": "合作事务处", pt: "Serviço de Parcerias" } },
];

export const programmeDesk = {
  id: "hetao.programme",
  names: { en: "Hetao Programme Desk", "zh-Hant": "河套計劃辦事處", "zh-Hans": "河套便利措施办事处", pt: "Serviço de Programas de Hetao" },
  programmes: ["cn-special-goods-hetao-fast", "cn-hetao-duty-free", "cn-hetao-customs-supervision", "cn-hgr-hk-branch-pilot"],
} as const;

/** Desks of control-point officers in the demonstration; each serves one point. */
export const demoControlPoints = ["hkia", "sz-bay", "hengqin", "futian-lmcsl", "huanggang-lmc", "hzmb-macao", "hetao-no1"] as const;
