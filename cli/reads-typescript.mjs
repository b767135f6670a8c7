import module from "node:module";

/** Whether this Node reads TypeScript itself, and lets us say how. */
export const readsTypeScript = Boolean(process.features.typescript && module.registerHooks);
