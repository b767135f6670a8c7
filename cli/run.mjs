import module from "node:module";
import { endWithNpm } from "./ancestors.mjs";
import { keepCompiled } from "./compiled.mjs";
import { endWithReaders } from "./readers.mjs";

// Runs one of the TypeScript programs beside this file: node cli/run.mjs PROGRAM [ARGUMENT…]

const [program, ...args] = process.argv.splice(2);

// The channel leads to the process that handed over to us; when it is gone, so is whoever waited for us.
if (process.channel) {
  process.channel.unref();
  process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
endWithNpm();
endWithReaders();

keepCompiled();
await understandTypeScript();
const { default: main } = await import(`./${program}`);
const code = await main(args);
// A pipe takes 64 KB at a time; an exit before it has taken the rest would cut an answer off.
for (const stream of [process.stdout, process.stderr]) await new Promise((taken) => stream.write("", taken));
process.exit(code);

/**
 * Newer Nodes read TypeScript themselves; only JSON, which the web build imports bare, needs its type told. And for every file of a
 * package they parse its whole package.json again: drizzle's, with 180 KB of exports and a file for each thing, was half of a start.
 */
async function understandTypeScript() {
  if (!process.features.typescript || !module.registerHooks) {
    const { register } = await import("tsx/esm/api");
    register();
    return;
  }
  module.registerHooks({
    resolve(specifier, context, next) {
      const { parentURL = "" } = context;
      if (!/^\..*\.js$/.test(specifier) || !/\/node_modules\/drizzle-orm\/.*\.js$/.test(parentURL)) return next(specifier, context);
      return { url: new URL(specifier, parentURL).href, format: "module", shortCircuit: true };
    },
    load(url, context, next) {
      return next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context);
    },
  });
}
