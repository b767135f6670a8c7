/** A row of the queue, as its box and its button name it: a request and a step of it. */
export type Row = { readonly request: string; readonly step: string };

export function readRow(text: unknown): Row | null {
  const [, request, step] = typeof text === "string" ? (/^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([a-z][a-z0-9.-]{0,59})$/.exec(text) ?? []) : [];
  return request && step ? { request, step } : null;
}
