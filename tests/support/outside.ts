import { existsSync } from "node:fs";
import { resolve } from "node:path";

/** Others' data and vectors lie beside the project; without them the suite fails rather than passing on nothing. */
export default function outside(): void {
  const folder = resolve(import.meta.dirname, "../../../shared");
  if (!existsSync(folder)) throw new Error(`the outside suite needs ${folder}, which is not there`);
}
