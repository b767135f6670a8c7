import type { FormField } from "./form-input";

/** What every command's form carries unseen: which command, on which request, under which id, and where to go after it. */
export function hiddenFields(type: string, requestId: string, next = `/requests/${requestId}`): FormField[] {
  return [
    { is: "hidden", name: "type", value: type },
    { is: "hidden", name: "requestId", value: requestId },
    { is: "hidden", name: "commandId", value: crypto.randomUUID() },
    { is: "hidden", name: "next", value: next },
  ];
}
