import type { Kind, Pack } from "../policy/pack.ts";
import type { Context } from "./context.ts";
import type { Warning } from "./draft.ts";

/** What a draft began under: the workflow and the rule packs of its kind, by digest. */
export type Began = {
  readonly workflow: { readonly id: string; readonly version: number; readonly digest: string } | null;
  readonly packs: readonly { readonly id: string; readonly version: string; readonly digest: string }[];
};

/** What is no longer as it was when the draft began. It stops no submission; every desk is told. */
export const changeCodes = ["workflowChanged", "workflowClosed", "packChanged", "programmeGone"] as const;
export type SinceBegun = { readonly code: (typeof changeCodes)[number]; readonly id: string; readonly was: string; readonly now: string };

export function beganUnder(kind: Kind, { workflow, packs }: Pick<Context, "workflow" | "packs">): Began {
  return {
    workflow: workflow && { id: workflow.definition.id, version: workflow.definition.version, digest: workflow.digest },
    packs: packs.filter(({ pack }) => speaksOf(pack, kind)).map(({ pack, digest }) => ({ id: pack.id, version: pack.version, digest })),
  };
}

/** Every difference between then and now. `gone` are claims of programmes that are open no longer. Drafts from before this was kept have none. */
export function sinceBegun(began: Began | null, kind: Kind, context: Pick<Context, "workflow" | "packs">, gone: readonly string[]): SinceBegun[] {
  if (!began) return [];
  return [...workflowChange(began, context), ...packChanges(began, beganUnder(kind, context)), ...gone.map((id) => ({ code: "programmeGone" as const, id, was: "", now: "" }))];
}

/** The same as one is told it. */
export function warningOf({ code, ...params }: SinceBegun): Warning {
  return { code, path: places[code], params };
}

const places = { workflowChanged: "steps", workflowClosed: "steps", packChanged: "findings", programmeGone: "claims" } as const satisfies Record<SinceBegun["code"], string>;

function workflowChange({ workflow: was }: Began, { workflow }: Pick<Context, "workflow">): SinceBegun[] {
  if (!was || !workflow || was.digest === workflow.digest) return [];
  const { id, version, closed } = workflow.definition;
  return [{ code: closed ? "workflowClosed" : "workflowChanged", id, was: String(was.version), now: String(version) }];
}

function packChanges({ packs: was }: Began, { packs: now }: Began): SinceBegun[] {
  const key = (one: Began["packs"][number]) => `${one.id}@${one.version}@${one.digest}`;
  const [before, after] = [new Set(was.map(key)), new Set(now.map(key))];
  const changed = [...new Set([...was.filter((one) => !after.has(key(one))), ...now.filter((one) => !before.has(key(one)))].map(({ id }) => id))];
  const versions = (packs: Began["packs"], id: string) => packs.filter((one) => one.id === id).map(({ version }) => version).join(", ");
  return changed.map((id) => ({ code: "packChanged", id, was: versions(was, id), now: versions(now, id) }));
}

function speaksOf(pack: Pack, kind: Kind): boolean {
  return pack.regimes.some((regime) => regime.kinds.includes(kind));
}
