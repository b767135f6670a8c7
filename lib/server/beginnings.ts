import type { Change } from "../access/configuration.ts";
import { standardRoles } from "../access/permission.ts";
import { formKinds } from "../kind/registry.ts";
import { defaultWorkflows } from "../workflow/registry.ts";

/** What every installation begins with, whoever it is for: the standard roles, and a workflow for each kind that has a form. */
export function beginnings(): Change[] {
  return [
    ...Object.entries(standardRoles).map(([id, permissions]): Change => ({ of: "role", id, permissions: [...permissions] })),
    ...formKinds.flatMap((kind): Change[] => {
      const definition = defaultWorkflows[kind];
      return definition ? [{ of: "workflow", kind, definition }] : [];
    }),
  ];
}
