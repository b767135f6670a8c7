/**
 * What an entry of the record says, as far as it says it as a command would have written it. Whoever owns the database can write
 * anything there; whoever reads for an auditor shows what is left, and lets the check of the chain name the rest.
 */
export function saysOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === "object" && data !== null && !Array.isArray(data) ? (data as Record<string, unknown>) : {};
}

/** A text that an entry says under a name; null where it says none. */
export function textOf(data: unknown, field: string): string | null {
  const value = saysOf(data)[field];
  return typeof value === "string" ? value : null;
}

/** Who did what an entry says, and in whose place and for which desk. */
export function doerOf(actor: unknown): { readonly person: string | null; readonly desk: string | null; readonly for: string | null } {
  return { person: textOf(actor, "person"), desk: textOf(actor, "desk"), for: textOf(actor, "for") };
}

/** What words hold that were kept as JSON; undefined where they are none. */
export function jsonIn(body: string | undefined): unknown {
  try {
    return body === undefined ? undefined : JSON.parse(body);
  } catch {
    return undefined;
  }
}
