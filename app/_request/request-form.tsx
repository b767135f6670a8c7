import type { ButtonLook } from "@/app/_ui/button";
import { reader } from "@/lib/server/language";
import { sendCommand } from "./actions";
import { CommandForm, type Folded, type FormPart } from "./command-form";
import type { FormField } from "./form-input";
import { hiddenFields } from "./hidden";
import type { Keeping } from "./use-keeping";

/** A small form that gives one command about a request. `next` is where it leads when the command was accepted: to the request, unless it says otherwise. */
export async function RequestForm({ request, command, action = sendCommand, fields = [], parts, label, look, next, folded, keeping }: {
  /** Its id. */
  request: string;
  command: string;
  /** What takes it, where a command alone does not. */
  action?: typeof sendCommand;
  fields?: readonly FormField[];
  parts?: readonly FormPart[];
  label: string;
  look?: ButtonLook;
  next?: string;
  folded?: Folded;
  keeping?: Keeping;
}) {
  const { ui } = await reader();
  return (
    <CommandForm
      compact
      folded={folded}
      keeping={keeping}
      action={action}
      words={{ error: ui("error"), optional: ui("optional") }}
      fields={[...hiddenFields(command, request, next), ...fields]}
      parts={parts}
      submits={[{ label, look }]}
    />
  );
}
