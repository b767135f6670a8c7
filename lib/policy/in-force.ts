/** Whether something counts on a day. Without a day what is in force with no known end counts: the finder's first answer, before the date is asked. */
export function inForce({ from, to }: { readonly from: string | null; readonly to: string | null }, date: unknown): boolean {
  if (typeof date !== "string") return to === null;
  return (from === null || from <= date) && (to === null || date <= to);
}
