import type { Condition } from "../policy/condition.ts";
import type { DeskFunction, Office, StepDefinition } from "./definition.ts";

/* What the default workflows are written with: plain steps, the conditions they stand under, and the steps that kinds share. */

const always: StepDefinition["may"] = ["approve", "approveWithConditions", "return", "reject"];

type Asked = { readonly id: string; readonly does?: DeskFunction; readonly needs: readonly string[]; readonly when?: Condition; readonly offices: readonly Office[]; readonly days: number };

/** A step that one officer of a desk decides, whose clock stands still while the requester owes an answer. */
export function step({ id, does, needs, when, offices, days }: Asked, name: StepDefinition["name"], as: StepDefinition["as"]): StepDefinition {
  return {
    id,
    name,
    as,
    needs: { join: "all", of: [...needs] },
    when: when ?? null,
    desk: { function: does ?? (id as DeskFunction), offices: [...offices] },
    named: false,
    mode: "one",
    clock: { workingDays: days, pausedWhileReturned: true },
    may: always,
  };
}

/** Any of these regimes or programmes applies. */
export function found(findings: readonly string[]): Condition {
  return { any: findings.map((id): Condition => ({ attr: "findings", op: "contains", value: id })) };
}

/** Any of these programmes is claimed. */
export function claimed(programmes: readonly string[]): Condition {
  return { any: programmes.map((id): Condition => ({ attr: "claims", op: "contains", value: id })) };
}

type Called = { readonly id: string; readonly does?: DeskFunction; /** The findings that call for it. */ readonly by: readonly string[]; readonly offices: readonly Office[]; readonly days: number };

/** A review beside others after the endorsement, called for by findings. */
export function review({ by, ...asked }: Called, name: StepDefinition["name"], as: StepDefinition["as"]): StepDefinition {
  return step({ ...asked, needs: ["endorsement"], when: found(by) }, name, as);
}

/** The host has joined and has desks here. */
export const hostIsHere: Condition = { attr: "host", op: "eq", value: "here" };

export const endorsement: StepDefinition = {
  ...step(
    { id: "endorsement", needs: [], offices: ["home"], days: 3 },
    { en: "Endorsement", "zh-Hant": "首席研究員同意", "zh-Hans": "课题负责人同意", pt: "Aval" },
    { en: "endorser", "zh-Hant": "首席研究員", "zh-Hans": "课题负责人", pt: "responsável pelo aval" },
  ),
  named: true,
  may: ["approve", "return", "reject"],
};

export function exportControl(findings: readonly string[]): StepDefinition {
  return review(
    { id: "export-control", by: findings, offices: ["origin", "home", "host"], days: 5 },
    { en: "Export control", "zh-Hant": "出口管制審查", "zh-Hans": "出口管制审查", pt: "Controlo de exportação" },
    { en: "export control officer", "zh-Hant": "出口管制主任", "zh-Hans": "出口管制负责人", pt: "responsável pelo controlo de exportação" },
  );
}

export function ethics(findings: readonly string[]): StepDefinition {
  return review(
    { id: "ethics", by: findings, offices: ["mainland", "home", "host"], days: 10 },
    { en: "Human genetic resources and ethics", "zh-Hant": "人類遺傳資源及倫理審查", "zh-Hans": "人类遗传资源与伦理审查", pt: "Recursos genéticos humanos e ética" },
    { en: "ethics officer", "zh-Hant": "倫理審查主任", "zh-Hans": "伦理审查负责人", pt: "responsável de ética" },
  );
}

export function signOff(reviews: readonly string[]): StepDefinition {
  return step(
    { id: "sign-off", needs: ["endorsement", ...reviews], offices: ["home"], days: 3 },
    { en: "Home institution’s sign-off", "zh-Hant": "所屬機構簽核", "zh-Hans": "所在单位签核", pt: "Aprovação da instituição de origem" },
    { en: "research office of the home institution", "zh-Hant": "所屬機構科研處", "zh-Hans": "所在单位科研处", pt: "serviço de investigação da instituição de origem" },
  );
}

export function acceptance(reviews: readonly string[]): StepDefinition {
  return step(
    { id: "acceptance", needs: ["endorsement", ...reviews], when: hostIsHere, offices: ["host"], days: 5 },
    { en: "Host institution’s acceptance", "zh-Hant": "接收機構接納", "zh-Hans": "接收单位接受", pt: "Aceitação da instituição de acolhimento" },
    { en: "research office of the host institution", "zh-Hant": "接收機構科研處", "zh-Hans": "接收单位科研处", pt: "serviço de investigação da instituição de acolhimento" },
  );
}

/** The desk that runs a claimed programme confirms the claim; where there is none the claim is confirmed on paper. */
export function programme(needs: readonly string[]): StepDefinition {
  return step(
    { id: "programme", needs, when: { attr: "claimed", op: "eq", value: "some" }, offices: ["programme"], days: 5 },
    { en: "Programme desk", "zh-Hant": "便利措施主管部門確認", "zh-Hans": "便利措施主管部门确认", pt: "Confirmação do programa" },
    { en: "programme desk", "zh-Hant": "便利措施主管部門", "zh-Hans": "便利措施主管部门", pt: "serviço do programa" },
  );
}
