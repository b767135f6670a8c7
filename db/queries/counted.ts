/** How many a list has; past a bound it was not counted on. */
export type Counted = { readonly count: number; readonly more: boolean };

/** Of one more than a bound at most that were found. */
export function counted(found: number, most: number): Counted {
  return { count: Math.min(found, most), more: found > most };
}
