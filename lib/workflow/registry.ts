import type { Kind } from "../policy/pack.ts";
import type { WorkflowDefinition } from "./definition.ts";
import { dataWorkflow } from "./data.ts";
import { reagentWorkflow } from "./reagent.ts";
import { fundsWorkflow } from "./funds.ts";
import { personWorkflow } from "./person.ts";
import { sampleWorkflow } from "./sample.ts";

/** The workflow that every installation begins with, kind by kind; administrators publish later versions. */
export const defaultWorkflows: Readonly<Partial<Record<Kind, WorkflowDefinition>>> = {
  person: personWorkflow,
  sample: sampleWorkflow,
  reagent: reagentWorkflow,
  data: dataWorkflow,
  funds: fundsWorkflow,
};
