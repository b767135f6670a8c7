import type { FormField } from "@/app/_request/form-input";
import type { PaperCommandType } from "@/lib/working-paper/command";

/** What every form on a working paper carries unseen: which command, on which paper, under which id; on which finding; and at which place of the paper, where it leads back to. */
export function paperFields(type: PaperCommandType, { paper, finding, place }: { readonly paper: string; readonly finding?: number; readonly place: string }): FormField[] {
  return [
    { is: "hidden", name: "type", value: type },
    { is: "hidden", name: "paper", value: paper },
    { is: "hidden", name: "place", value: place },
    { is: "hidden", name: "commandId", value: crypto.randomUUID() },
    ...(finding === undefined ? [] : [{ is: "hidden" as const, name: "finding", value: String(finding) }]),
  ];
}
