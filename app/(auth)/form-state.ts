/** What a form shows after it was sent: words in the reader's language, ready to stand on the page. */
export type FormState = {
  /** Counts up, so that the same errors take focus a second time. */
  readonly attempt: number;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  /** "2 answers need another look." */
  readonly summary?: string;
  /** What was typed, to stand there again; never a password. */
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  /** What was done. */
  readonly done?: string;
  /** What stood in the way of the whole when it was sent: what to say above what was typed. */
  readonly stopped?: Stopped;
  /** What was typed as its reader knows it, for a page that has the form no more. */
  readonly written?: readonly { readonly label: string; readonly text: string }[];
  /** Something to take along that is shown this once. */
  readonly secret?: { readonly title: string; readonly text: string; readonly value: string };
};

/** Its session had ended, or what it is about takes nothing more: nothing was done, what was typed is kept, and where to go on. */
export type Stopped = { readonly title: string; readonly kept: string; readonly link?: { readonly label: string; readonly href: string } };

export const untouched: FormState = { attempt: 0, errors: [], values: {} };

type Words = (key: string, values?: Record<string, string | number>) => string;

/** The same form again, with what needs another look and what was typed. `ui` are the words of the parts. */
export function withErrors(before: FormState, ui: Words, errors: FormState["errors"], values: FormState["values"]): FormState {
  return { attempt: attemptAfter(before), errors, summary: ui("errors", { count: errors.length }), values };
}

/** Without JavaScript the state travels through the page, so what comes back may be anything. */
export function attemptAfter(before: FormState | null | undefined): number {
  return (Number(before?.attempt) || 0) + 1;
}

/** A text from a form; a file, or nothing, is an empty one. */
export function textOf(form: FormData, name: string): string {
  return textsOf(form, name)[0] ?? "";
}

/** All texts that a form has under a name. NUL, which nothing keeps, is what HTML makes of it. */
export function textsOf(form: FormData, name: string): string[] {
  return isForm(form) ? form.getAll(name).flatMap((one) => (typeof one === "string" ? [one.replaceAll("\u0000", "\ufffd")] : [])) : [];
}

/** The names of a form's own fields; those of React begin with $. */
export function namesIn(form: FormData): string[] {
  return isForm(form) ? [...new Set(form.keys())].filter((name) => !name.startsWith("$")) : [];
}

/** A file of a form; nothing was chosen where it is empty. */
export function fileOf(form: FormData, name: string): File | null {
  const value = isForm(form) ? form.get(name) : null;
  return value instanceof File && value.size > 0 ? value : null;
}

/** A server action can be called with anything, not only by its form. */
export function isForm(form: unknown): form is FormData {
  return form instanceof FormData;
}
