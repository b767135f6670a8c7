import module from "node:module";
import { readsTypeScript } from "./reads-typescript.mjs";

// What is loaded from now on may be TypeScript. Newer Nodes read it themselves; only JSON, which the web build imports bare, needs its type told. And for every file of a
// package they parse its whole package.json again: drizzle's, with 180 KB of exports and a file for each thing, was half of a start.

if (readsTypeScript) {
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
} else {
  const { register } = await import("tsx/esm/api");
  register();
}
