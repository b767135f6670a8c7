import { asReader } from "../../db/client.ts";
import { workflowInForce } from "../../db/config.ts";
import { dayOf } from "../../lib/calendar/day.ts";
import { publish } from "../../lib/server/publish.ts";

/** The step at which members of a finance desk vote on a payment of a million dollars and more. */
export const committee = "finance-committee";

/** Publishes the workflow of payments with a committee that votes on large ones, in place of its finance desk's one officer; unless another journey did. */
export async function publishCommittee(): Promise<void> {
  const inForce = () => asReader({ kind: "system" }, (tx) => workflowInForce(tx, "funds", dayOf(new Date())));
  const now = await inForce();
  if (!now || hasCommittee(now)) return;
  const { definition } = now;
  const large = { attr: "funds.amount_usd", op: "gte", value: 1_000_000 } as const;
  const steps = definition.steps.flatMap((step) => {
    if (step.id === "finance-home") return [{ ...step, when: { not: large } }, { ...step, id: committee, name: { en: "Finance committee", "zh-Hant": "財務委員會", "zh-Hans": "财务委员会", pt: "Comissão de finanças" }, when: large, mode: { vote: { present: 2, carries: "majority" as const, veto: false, casting: false } } }];
    return step.id === "sign-off" ? [{ ...step, needs: { ...step.needs, of: [...step.needs.of, committee] } }] : [step];
  });
  try {
    await publish({ kind: "system" }, [{ of: "workflow", kind: "funds", definition: { ...definition, version: definition.version + 1, steps } }]);
  } catch (error) {
    // Two journeys at the same moment: one of them was first.
    const after = await inForce();
    if (!after || !hasCommittee(after)) throw error;
  }
}

function hasCommittee({ definition }: NonNullable<Awaited<ReturnType<typeof workflowInForce>>>): boolean {
  return definition.steps.some(({ id }) => id === committee);
}
