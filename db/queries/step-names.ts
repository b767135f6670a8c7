import type { Text } from "../../lib/language.ts";
import type { StepDefinition } from "../../lib/workflow/definition.ts";
import { definitionAt } from "../../lib/workflow/step-name.ts";
import type { ScopedTx } from "../client.ts";
import { among, prepared } from "../prepared.ts";
import { workflows } from "../schema/configuration.ts";

type Pinned = { readonly workflowId: string; readonly workflowVersion: number };

/** Steps as the workflow versions that these requests pinned define them. */
export async function pinnedSteps(tx: ScopedTx, requests: readonly Pinned[]): Promise<(pinned: Pinned, step: string) => StepDefinition | undefined> {
  const ids = [...new Set(requests.map(({ workflowId }) => workflowId))];
  const rows = ids.length === 0 ? [] : await versionsOf(tx, { ids });
  const byVersion = new Map(rows.map((row) => [`${row.id}@${row.version}`, row.definition]));
  return ({ workflowId, workflowVersion }, step) => definitionAt(byVersion.get(`${workflowId}@${workflowVersion}`)?.steps ?? [], step);
}

const versionsOf = prepared((on) => on.select({ id: workflows.id, version: workflows.version, definition: workflows.definition }).from(workflows).where(among(workflows.id, "ids")));

/** The name of a step; one that no definition has goes by its id. */
export function stepName(definition: StepDefinition | undefined, id: string): Text {
  return definition?.name ?? { en: id, "zh-Hant": id, "zh-Hans": id, pt: id };
}
