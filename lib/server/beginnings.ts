import type { Change } from "../access/configuration.ts";
import { standardRoles } from "../access/permission.ts";
import { sampleWorkflow } from "../workflow/sample.ts";

/** What every installation begins with, whoever it is for. */
export function beginnings(): Change[] {
  return [...Object.entries(standardRoles).map(([id, permissions]): Change => ({ of: "role", id, permissions: [...permissions] })), { of: "workflow", kind: "sample", definition: sampleWorkflow }];
}
