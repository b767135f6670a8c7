import type { Change } from "../access/configuration.ts";
import { standardRoles } from "../access/permission.ts";

/** The roles every installation begins with, whoever it is for. Workflows and rule packs are published beside them. */
export function standardRoleChanges(): Extract<Change, { of: "role" }>[] {
  return Object.entries(standardRoles).map(([id, permissions]) => ({ of: "role", id, permissions: [...permissions] }));
}
