import { type FormState, namesIn, textsOf } from "@/app/(auth)/form-state";

/** Everything that was typed, so that it can be read, and stand there again. */
export function valuesOf(form: FormData): FormState["values"] {
  return Object.fromEntries(
    namesIn(form).map((name) => {
      const all = textsOf(form, name);
      return [name, all.length === 1 ? (all[0] ?? "") : all];
    }),
  );
}
