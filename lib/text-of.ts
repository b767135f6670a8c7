import { z } from "zod";

/** Text of a form, which the words `api.expected.<expected>` say to whoever writes it otherwise. */
export function textOf(form: RegExp, expected: string): z.ZodString {
  return z.string().refine((text) => form.test(text), { params: { expected } });
}
