import { v5 as idFrom } from "uuid";
import type { PersonActor } from "../../access/actor.ts";
import { addDays } from "../../calendar/day.ts";
import { reagentWorkflow } from "../../workflow/reagent.ts";
import type { WorkflowDefinition } from "../../workflow/definition.ts";
import { publishQuota } from "../publish-quota.ts";

const quota = "duty-free-reagents";
/** The programmes under which reagents cross free of duty, what each has in a year, and who keeps it. */
const keepers = [
  { organisation: "hetao", desk: "hetao.programme", head: "desk@hetao.example", value: "250000" },
  { organisation: "hengqin-zone", desk: "hengqin-zone.programme", head: "desk@hengqin-zone.example", value: "400000" },
  { organisation: "gz-goods", desk: "gz-goods.programme", head: "desk@gz-goods.example", value: "600000" },
] as const;

/** How reagents are decided in the demonstration: what a programme's desk confirms comes out of the programme's quota of the year, and the head who signs off may leave that out where a standing authority covers it. */
export const reagentsByQuota: WorkflowDefinition = {
  ...reagentWorkflow,
  version: reagentWorkflow.version + 1,
  steps: reagentWorkflow.steps.map((step) => {
    if (step.id === "programme") return { ...step, reserves: { quota, unit: "CNY", fact: "reagent.value_cny" } };
    return step.id === "sign-off" ? { ...step, people: { ...step.people, skip: true } } : step;
  }),
};

/** Sets the quotas of every year in which something of the demonstration can cross. */
export async function setQuotas(byEmail: (email: string) => PersonActor, today: string, clock: () => Date): Promise<void> {
  const years = [...new Set([addDays(today, -60), today, addDays(today, 60)].map((day) => Number(day.slice(0, 4))))];
  for (const { organisation, desk, head, value } of keepers) {
    for (const year of years) {
      const answer = await publishQuota(byEmail(head), { organisation, quota, year }, { commandId: idFrom(`${organisation} ${year}`, demoQuotas), desk, limit: { value, unit: "CNY" }, reason: "Agreed with customs for the year." }, clock);
      if ("refusals" in answer) throw new Error(`the quota of ${organisation} was refused: ${JSON.stringify(answer.refusals)}`);
    }
  }
}

/** The namespace of the ids of the demonstration's quotas. */
const demoQuotas = "3c0f6a2e-7d0b-4b5a-9a55-6f2f5a1f8e21";
