import type { Verb } from "./verb.ts";

/** Every verb, loaded only when it is called. */
export const verbs = {
  start: () => import("./verbs/start.ts"),
  init: () => import("./verbs/init.ts"),
  migrate: () => import("./verbs/migrate.ts"),
  seed: () => import("./verbs/seed.ts"),
  people: () => import("./verbs/people.ts"),
  key: () => import("./verbs/key.ts"),
  catalogue: () => import("./verbs/catalogue.ts"),
  requirements: () => import("./verbs/requirements.ts"),
  calendar: () => import("./verbs/calendar.ts"),
  workdays: () => import("./verbs/workdays.ts"),
  totals: () => import("./verbs/totals.ts"),
  retention: () => import("./verbs/retention.ts"),
  packs: () => import("./verbs/packs.ts"),
  workflows: () => import("./verbs/workflows.ts"),
  "permit-keys": () => import("./verbs/permit-keys.ts"),
  "log-keys": () => import("./verbs/log-keys.ts"),
  "check-permit": () => import("./verbs/check-permit.ts"),
  mail: () => import("./verbs/mail.ts"),
  ask: () => import("./verbs/ask.ts"),
  "take-away": () => import("./verbs/take-away.ts"),
  sample: () => import("./verbs/sample.ts"),
  verify: () => import("./verbs/verify.ts"),
  export: () => import("./verbs/export.ts"),
  bench: () => import("./verbs/bench.ts"),
  help: () => import("./verbs/help.ts"),
} satisfies Record<string, () => Promise<Verb>>;

export function isVerb(name: string): name is keyof typeof verbs {
  return Object.hasOwn(verbs, name);
}
