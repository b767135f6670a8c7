import module from "node:module";
import { fileURLToPath } from "node:url";

// What V8 made of our files and packages is kept beside the packages, where this Node can do so (22.1): reading them anew was
// half of a start. Every piece is held to its source, so that none is ever old.

export const compiled = fileURLToPath(new URL("../node_modules/.cache/causeway", import.meta.url));

export function keepCompiled() {
  module.enableCompileCache?.(compiled);
}

/** Writes what is new now. Otherwise the end of the process does, and an end should be quick. */
export function writeCompiled() {
  module.flushCompileCache?.();
}
