import type { FormField } from "@/app/_request/form-input";
import type { PaperCommandType } from "@/lib/working-paper/command";

/** What every form on a working paper carries unseen: which command, on which paper, under which id; on which finding. */
export function paperFields(type: PaperCommandType, paper: string, finding?: number): FormField[] {
  return [
    { is: "hidden", name: "type", value: type },
    { is: "hidden", name: "paper", value: paper },
    { is: "hidden", name: "commandId", value: crypto.randomUUID() },
    ...(finding === undefined ? [] : [{ is: "hidden" as const, name: "finding", value: String(finding) }]),
  ];
}
