import { AsyncLocalStorage } from "node:async_hooks";
import { afterAll, vi } from "vitest";

/* Files of a suite share a process, which so loads packages once. Each finds it as the first one did: the environment as it was, and none of our own modules loaded. */

// As Next's server does before it reads the rest of itself: what it keeps of a request stands in one.
Object.assign(globalThis, { AsyncLocalStorage });

const found = { ...process.env };
vi.resetModules();

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in found)) delete process.env[name];
  Object.assign(process.env, found);
});
