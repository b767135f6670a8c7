import type { Text } from "../../language.ts";
import { four } from "../../place/four.ts";

/** The laboratory that culture of an agent needs: biosafety levels, as the Mainland's list of pathogens names them. */
export const laboratories = {
  "BSL-1": four("BSL-1", "BSL-1（一級）", "BSL-1（一级）", "BSL-1 (NB 1)"),
  "BSL-2": four("BSL-2", "BSL-2（二級）", "BSL-2（二级）", "BSL-2 (NB 2)"),
  "BSL-3": four("BSL-3", "BSL-3（三級）", "BSL-3（三级）", "BSL-3 (NB 3)"),
  "BSL-4": four("BSL-4", "BSL-4（四級）", "BSL-4（四级）", "BSL-4 (NB 4)"),
} as const satisfies Record<string, Text>;
export type LaboratoryId = keyof typeof laboratories;

export const laboratoryIds = Object.keys(laboratories) as readonly LaboratoryId[];

/** A level as people write it: `BSL-2`, `bsl 2`, `P2`, `2`, or its name in any language. */
export function laboratoryNamed(typed: string): LaboratoryId | undefined {
  const [, level] = /^(?:(?:a?bsl|p|nb)[\s-]*)?([1-4])$/i.exec(typed) ?? [];
  return laboratoryIds.find((id) => id === `BSL-${level}` || Object.values(laboratories[id]).includes(typed));
}
