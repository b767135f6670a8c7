import type { ComponentProps } from "react";
import { control, describedBy, Field, idOf, type Question } from "./field";

/** How long an answer is expected to be; the width shows it. */
export type Size = "xs" | "sm" | "md" | "lg" | "full";

/** What a field takes of its input besides what its question says. */
export type Rest<T> = Omit<T, "id" | "name" | "size" | "className" | "children">;

/** A line of text. Everything an `<input>` takes besides: `defaultValue`, `autoComplete`, `inputMode`, `type="email"`, … */
export function TextField({ question, size = "full", mono, ...rest }: { question: Question; size?: Size; mono?: boolean } & Rest<ComponentProps<"input">>) {
  return (
    <Field question={question}>
      <input type="text" {...rest} {...shared(question)} className={`${control} ${sizes[size]} ${mono ? "font-mono" : ""}`} />
    </Field>
  );
}

/** What every input of a question carries: its id and name, what describes it, whether it is wrong. */
export function shared(question: Question) {
  return {
    id: idOf(question),
    name: question.name,
    "aria-describedby": describedBy(question),
    "aria-invalid": question.error ? true : undefined,
  } as const;
}

export const sizes = { xs: "w-24", sm: "w-40", md: "w-72", lg: "w-full max-w-md", full: "w-full max-w-read" } as const satisfies Record<Size, string>;
