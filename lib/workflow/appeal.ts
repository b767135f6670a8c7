import type { DeskFunction, StepDefinition } from "./definition.ts";
import type { PlanDesk } from "./plan.ts";

/** The id of the step at which an appeal is decided; no definition has a step of that name. */
export const appealStep = "appeal";

/** Working days in which an appeal can be made, where a definition names no others. */
export const daysToAppeal = 15;
/** Working days for the second look. */
export const daysToDecide = 10;

/** What the step of an appeal is called, and what may be done there: it is upheld or overturned, by a command of its own. */
export const appealDefinition: StepDefinition = {
  id: appealStep,
  name: { en: "Appeal", "zh-Hant": "覆核", "zh-Hans": "复核", pt: "Recurso" },
  as: { en: "reviewer of the appeal", "zh-Hant": "覆核人員", "zh-Hans": "复核人员", pt: "responsável pelo recurso" },
  needs: { join: "all", of: [] },
  when: null,
  desk: { function: "sign-off", offices: ["home"] },
  named: false,
  mode: "one",
  clock: { workingDays: daysToDecide, pausedWhileReturned: true },
  may: ["approve"],
};

/**
 * Which desk looks at a case again: the same office of the other side, then the same desk, then those that answer for the whole of an
 * institution; the first that has somebody who took no part. Undefined when everybody has.
 */
export function appealDesk(desks: readonly PlanDesk[], rejecting: string, tookPart: readonly string[]): PlanDesk | undefined {
  const own = desks.find(({ id }) => id === rejecting);
  const inOrder = [
    ...desks.filter(({ id, function: does }) => does === own?.function && id !== rejecting),
    ...desks.filter(({ id }) => id === rejecting),
    ...answering.flatMap((office) => desks.filter(({ function: does }) => does === office)),
  ];
  return inOrder.find(({ staff }) => staff.some((person) => !tookPart.includes(person)));
}

const answering: readonly DeskFunction[] = ["sign-off", "acceptance", "data-steward", "endorsement"];
