import type { ScopedTx } from "../../../db/client.ts";
import { among, prepared } from "../../../db/prepared.ts";
import { desks } from "../../../db/schema/configuration.ts";
import type { AccountStanding } from "../../account/ledger.ts";
import type { Text } from "../../language.ts";
import type { LiveState } from "../../request/state.ts";
import type { WorkflowDefinition } from "../../workflow/definition.ts";
import type { CaseStep } from "../../workflow/progress.ts";
import { definitionAt } from "../../workflow/step-name.ts";
import { clockOf, dueOf } from "../../workflow/step-clock.ts";
import type { DetailAdvice, DetailStep } from "../request-detail.ts";
import { type Standing, withoutVotes } from "./tally.ts";

type Desk = { readonly id: string; readonly names: Text; readonly organisation: string; readonly hidesOfficers: boolean };

/** The desks that these steps are decided at. */
export async function officesOf(tx: ScopedTx, steps: readonly CaseStep[]): Promise<Desk[]> {
  const ids = [...new Set(steps.map((step) => step.desk))];
  return ids.length === 0 ? [] : desksById(tx, { ids });
}

const desksById = prepared((on) => on.select({ id: desks.id, names: desks.names, organisation: desks.organisation, hidesOfficers: desks.hidesOfficers }).from(desks).where(among(desks.id, "ids")));

type Naming = { readonly account?: (step: CaseStep) => AccountStanding | null; readonly standing?: (step: CaseStep) => Standing | null; readonly workflow: WorkflowDefinition | undefined; readonly words: ReadonlyMap<string, string>; readonly conditions: LiveState["conditions"]; readonly today: string };

/** The steps as a page or the API shows them: named by the definition, with their desk, clock and conditions. */
export function namedSteps(steps: readonly CaseStep[], rows: readonly Desk[], { workflow, words, conditions, today, standing = () => null, account = () => null }: Naming): DetailStep[] {
  return steps.map((step) => {
    const definition = workflow && definitionAt(workflow.steps, step.id);
    const desk = rows.find(({ id }) => id === step.desk);
    const plain: Text = { en: step.id, "zh-Hant": step.id, "zh-Hans": step.id, pt: step.id };
    const vote = standing(step);
    return {
      ...withoutReferrals(vote === null ? withoutVotes(step) : step),
      advice: adviceIn(step, words),
      standing: vote,
      account: account(step),
      name: definition?.name ?? plain,
      as: definition?.as ?? plain,
      deskNames: desk?.names ?? null,
      organisation: desk?.organisation ?? null,
      dueOn: step.status === "open" ? dueOf(step) : null,
      time: clockOf(step, today),
      conditions: conditions.filter((one) => one.step === step.id).map(({ text }) => words.get(text.digest) ?? ""),
    };
  });
}

function withoutReferrals(step: CaseStep): Omit<CaseStep, "referrals"> {
  const { referrals: _, ...rest } = step;
  return rest;
}

/** Advice whose question this reader may read; to others it is as if nobody had been asked. */
function adviceIn({ referrals }: CaseStep, words: ReadonlyMap<string, string>): DetailAdvice[] {
  return referrals.flatMap((one) => {
    const question = words.get(one.question.digest);
    return question === undefined ? [] : [{ ...one, question, text: one.text ? (words.get(one.text.digest) ?? null) : null }];
  });
}
