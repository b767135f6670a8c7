import type { Change } from "../access/configuration.ts";
import { standardRoles } from "../access/permission.ts";

/** The roles every installation begins with, whoever it is for. Workflows and rule packs are published beside them. */
export function standardRoleChanges(): Change[] {
  return Object.entries(standardRoles).map(([id, permissions]): Change => ({ of: "role", id, permissions: [...permissions] }));
}
