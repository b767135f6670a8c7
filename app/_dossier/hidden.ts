import type { FormField } from "@/app/_request/form-input";

/** What every form on a dossier carries unseen: which command, on which dossier, under which id. */
export function hiddenDossierFields(type: string, dossierId: string): FormField[] {
  return [
    { is: "hidden", name: "type", value: type },
    { is: "hidden", name: "dossierId", value: dossierId },
    { is: "hidden", name: "commandId", value: crypto.randomUUID() },
  ];
}
