import type { FormState } from "@/app/(auth)/form-state";

/** A table as it was read: each cell with what is wrong with it, each row with what is wrong with the whole of it. */
export type PreviewTable = {
  readonly columns: readonly { readonly id: string; readonly name: string }[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly { readonly text: string; readonly problems: readonly string[] }[]; readonly problems: readonly string[] }[];
};
export type MovementTableState = FormState & { readonly table?: PreviewTable };

/** As many problems as a summary lists; all stand in the table. */
export const shownAtOnce = 20;
/** And as many characters of a cell as the table shows of it. */
export const shownOfCell = 300;
