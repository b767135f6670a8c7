import type { Batches } from "./table.ts";

/** One JSON object a line, and after the last row whatever `last` says of them all. */
export async function* ndjsonOf(batches: Batches<object>, last: () => object | null = () => null): AsyncGenerator<string> {
  for await (const rows of batches) if (rows.length > 0) yield rows.map(lineOf).join("");
  const closing = last();
  if (closing) yield lineOf(closing);
}

/** U+2028 and U+2029 end a line for readers that go by Unicode. */
function lineOf(value: object): string {
  return `${JSON.stringify(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")}\n`;
}
