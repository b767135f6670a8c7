import type { FormState } from "@/app/(auth)/form-state";

/**
 * Errors in the order of the questions of a form, whichever was looked at first. One about a list or an object as a whole (no question
 * was asked at all) stands at its first field; one about nothing that can be seen on the form comes before all.
 */
export function atFields(errors: FormState["errors"], fields: readonly { readonly is: string; readonly name: string }[]): FormState["errors"] {
  const place = (field: string) => {
    const exact = fields.findIndex(({ name }) => name === field);
    return exact >= 0 || field === "" ? exact : fields.findIndex(({ is, name }) => is !== "hidden" && name.startsWith(`${field}.`));
  };
  return errors
    .map(({ field, message }) => ({ at: place(field), field, message }))
    .map(({ at, ...error }) => (fields[at]?.is === "hidden" ? { ...error, at: -1, field: "" } : { ...error, at, field: fields[at]?.name ?? error.field }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ field, message }) => ({ field, message }));
}
