import type { FormState } from "@/app/(auth)/form-state";

/** Everything that was typed, so that it can be read, and stand there again. */
export function valuesOf(form: FormData): FormState["values"] {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$"));
  return Object.fromEntries(
    names.map((name) => {
      const all = form.getAll(name).filter((one): one is string => typeof one === "string");
      return [name, all.length === 1 ? (all[0] ?? "") : all];
    }),
  );
}
