import { kindDefinition } from "../../../lib/kind/registry.ts";
import type { Kind } from "../../../lib/policy/pack.ts";
import type { World } from "../../db/demo-world.ts";

/** What an address of a world can name. */
export type Known = {
  readonly cases: readonly { readonly id: string; readonly documents: readonly string[]; readonly steps: readonly string[]; readonly sections: readonly string[]; readonly movements: readonly string[]; readonly permits: readonly string[] }[];
  readonly dossiers: readonly string[];
  readonly papers: readonly { readonly paper: string; readonly finding: string }[];
  readonly questions: readonly string[];
  readonly desks: readonly string[];
  readonly workflows: readonly { readonly id: string; readonly version: string }[];
  readonly proposals: readonly string[];
  readonly accounts: readonly { readonly organisation: string; readonly quota: string; readonly year: string }[];
  readonly anyId: string;
  readonly anyNumber: string;
  /** Of hand-overs. */
  readonly codes: readonly string[];
  /** The calendar of whoever asks, where they have one. */
  readonly link: string | null;
};

/** What the world has of each, as its tables name it. */
export async function knownIn({ owner }: World, ids: readonly string[], drafts: readonly string[], code: string | null): Promise<Known> {
  const all = [...ids, ...drafts];
  const of = await owner<{ id: string; kind: Kind }[]>`select request_id as id, kind from requests where request_id = any (${all}) union all select request_id, kind from drafts where request_id = any (${all})`;
  const cases = await Promise.all(of.map(async ({ id, kind }) => {
    const list = (rows: readonly { readonly one: string }[]) => rows.map(({ one }) => one);
    const lines = kindDefinition(kind).sections.filter((section) => section.lines).map((section) => section.id);
    return {
      id,
      documents: list(await owner<{ one: string }[]>`select document_id as one from documents where request_id = ${id}`),
      steps: list(await owner<{ one: string }[]>`select step_id as one from steps where request_id = ${id} order by 1`),
      sections: [...lines, "people"],
      movements: list(await owner<{ one: string }[]>`select movement_id as one from movements where request_id = ${id} limit 2`),
      permits: list(await owner<{ one: string }[]>`select number as one from permits where request_id = ${id}`),
    };
  }));
  return {
    cases,
    dossiers: (await owner<{ id: string }[]>`select dossier_id as id from dossiers order by 1`).map(({ id }) => id),
    papers: await owner<{ paper: string; finding: string }[]>`select p.paper_id as paper, coalesce(f.finding, 1)::text as finding from working_papers p left join working_paper_findings f on f.paper_id = p.paper_id`,
    questions: ["own-approvals", "faster-than-reading", "skipped-steps"],
    desks: (await owner<{ desk: string }[]>`select distinct desk from steps where request_id = any (${all}) order by 1 limit 4`).map(({ desk }) => desk),
    workflows: await owner<{ id: string; version: string }[]>`select id, max(version)::text as version from workflows group by id order by 1 limit 2`,
    proposals: (await owner<{ id: string }[]>`select id from workflow_proposals`).map(({ id }) => id),
    accounts: await owner<{ organisation: string; quota: string; year: string }[]>`select organisation, quota, year::text as year from accounts order by quota in ('shown', 'granted') desc, 1, 2, 3 limit 4`,
    anyId: ids[0] ?? "",
    anyNumber: "CWP-0000-0000-0000",
    codes: ["CWH-shown", ...(code === null ? [] : [code])],
    link: null,
  };
}
