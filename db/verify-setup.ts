import { getTableColumns, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { Change, ConfigChanged, type Kept } from "../lib/access/configuration.ts";
import { canonical } from "../lib/audit/chain.ts";
import type { ScopedTx } from "./client.ts";
import { breakGlassRow, configurationId, configurationStream, deskRow, grantRows, personRow, proposalRow, readBatchRow, standInRow } from "./configure.ts";
import { anyOf } from "./prepared.ts";
import { breakGlass, readBatches } from "./schema/access.ts";
import { calendarYears, desks, editions, organisationHolds, organisations, packs, retentionTerms, workflowProposals, workflows } from "./schema/configuration.ts";
import { apiKeys, grants, people, roles, standIns } from "./schema/people.ts";
import { permitKeys } from "./schema/permits.ts";
import { heads } from "./schema/record.ts";
import { logKeys, sealMails } from "./schema/seals.ts";
import { checkPublished, type Publications } from "./verify-published.ts";
import type { Problem, StoredLink, StoredWords } from "./verify.ts";

/** One stream of the set-up with its words. */
export type SetUpStream = { readonly stream: string; readonly links: readonly StoredLink[]; readonly words: readonly StoredWords[] };

type Row = Readonly<Record<string, unknown>>;
/** A table of the set-up: whose stream its rows belong to, and what tells the rows of one stream apart. */
type Table = { readonly name: string; readonly table: PgTable; readonly owner: PgColumn; readonly subject: (owner: string) => string; readonly key: (row: Row) => string };

const kept = {
  organisation: { name: "organisations", table: organisations, owner: organisations.id, subject: (id) => `organisation:${id}`, key: (row) => String(row.id) },
  desk: { name: "desks", table: desks, owner: desks.id, subject: (id) => `desk:${id}`, key: (row) => String(row.id) },
  person: { name: "people", table: people, owner: people.id, subject: (id) => `person:${id}`, key: (row) => String(row.id) },
  role: { name: "roles", table: roles, owner: roles.id, subject: (id) => `role:${id}`, key: (row) => String(row.id) },
  grants: { name: "grants", table: grants, owner: grants.personId, subject: (id) => `grants:${id}`, key: ({ personId, role, scopeKind, scopeId }) => [personId, role, scopeKind, scopeId].join(" ") },
  "stand-in": { name: "standIns", table: standIns, owner: standIns.id, subject: (id) => `stand-in:${id}`, key: (row) => String(row.id) },
  "workflow-proposal": { name: "workflow_proposals", table: workflowProposals, owner: workflowProposals.id, subject: (id) => `workflow-proposal:${id}`, key: (row) => String(row.id) },
  retention: { name: "retention_terms", table: retentionTerms, owner: retentionTerms.id, subject: (id) => `retention:${id}`, key: (row) => String(row.id) },
  hold: { name: "organisation_holds", table: organisationHolds, owner: organisationHolds.id, subject: (id) => `hold:${id}`, key: (row) => String(row.id) },
  "permit-key": { name: "permit_keys", table: permitKeys, owner: permitKeys.id, subject: (id) => `permit-key:${id}`, key: (row) => String(row.id) },
  "break-glass": { name: "break_glass", table: breakGlass, owner: breakGlass.id, subject: (id) => `break-glass:${id}`, key: (row) => String(row.id) },
  "seal-mails": { name: "seal_mails", table: sealMails, owner: sealMails.id, subject: (id) => `seal-mails:${id}`, key: (row) => String(row.id) },
  "log-key": { name: "log_keys", table: logKeys, owner: logKeys.id, subject: (id) => `log-key:${id}`, key: (row) => String(row.id) },
  reads: { name: "read_batches", table: readBatches, owner: readBatches.id, subject: (id) => `reads:${id}`, key: (row) => String(row.id) },
  key: { name: "apiKeys", table: apiKeys, owner: apiKeys.id, subject: (id) => `key:${id}`, key: (row) => String(row.id) },
} as const satisfies Record<Exclude<Kept["of"], "taken-away">, Table>;

const published = [
  { name: "workflows", table: workflows, owner: workflows.id, subject: (id) => `workflow:${id}` },
  { name: "packs", table: packs, owner: packs.id, subject: (id) => `pack:${id}` },
  { name: "editions", table: editions, owner: editions.number, subject: () => "edition" },
  { name: "calendar_years", table: calendarYears, owner: calendarYears.id, subject: (id) => `calendar:${id}` },
] as const satisfies readonly Omit<Table, "key">[];

/** Holds the tables of the set-up to these streams: every row that is kept, and everything that was ever published. */
export async function checkSetUp(tx: ScopedTx, streams: readonly SetUpStream[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  const expected = streams.flatMap((one) => {
    const read = readStream(one);
    if ("problem" in read) problems.push(read.problem);
    return "problem" in read ? [] : [read];
  });
  for (const [of, table] of Object.entries(kept)) problems.push(...(await checkKept(tx, table, expected.filter((one) => one.of === of))));
  for (const kind of ["workflow", "pack", "edition", "calendar"] as const) problems.push(...(await checkPublished(tx, kind, expected.filter((one) => one.of === kind))));
  return problems;
}

/** Rows of the set-up that no stream speaks of. */
export async function surplusSetUp(tx: ScopedTx): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { name, table, owner, subject } of [...Object.values(kept), ...published] as Omit<Table, "key">[]) {
    const owners = await tx.selectDistinct({ id: sql<string>`${owner}::text` }).from(table);
    const ids = new Map(owners.map(({ id }) => [configurationId(subject(id)), id]));
    for (let at = 0; at < owners.length; at += atOnce) {
      const some = [...ids.keys()].slice(at, at + atOnce);
      const known = await tx.selectDistinct({ id: heads.requestId }).from(heads).where(anyOf(heads.requestId, some));
      for (const id of some) if (!known.some((one) => one.id === id)) problems.push({ stream: configurationStream(id), seq: 0, field: `${name}[${ids.get(id)}]`, code: "surplusRow" });
    }
  }
  return problems;
}

const atOnce = 500;

/** `change` is the last one; null when its words were erased, and for what is published. */
type Read = Publications & { readonly of: ConfigChanged["of"]; readonly owner: string; readonly begun: string; readonly change: Change | null };

function readStream({ stream, links, words }: SetUpStream): Read | { readonly problem: Problem } {
  const parsed = links.map((link) => ({ link, said: ConfigChanged.safeParse(link.data) }));
  const wrong = parsed.find(({ said }) => !said.success);
  if (wrong) return { problem: { stream, seq: wrong.link.seq, field: "data", code: "malformed" } };
  const all = parsed.flatMap(({ link, said }) => (said.success ? [{ ...link, said: said.data }] : []));
  const last = all.at(-1);
  if (!last) return { problem: { stream, seq: 1, field: "seq", code: "missingEvent" } };
  const { said } = last;
  const begun = all[0]?.at ?? last.at;
  if ("content" in said) return { stream, of: said.of, owner: "", begun, links: all, change: null };
  const body = words.find(({ digest }) => digest === said.change.digest)?.body ?? null;
  const change = body === null ? null : Change.safeParse(parse(body)).data;
  if (change === undefined) return { problem: { stream, seq: last.seq, field: "data.change", code: "malformed" } };
  const owner = change === null ? "" : change.of === "grants" ? change.person : "id" in change ? change.id : "";
  return { stream, of: said.of, owner, begun, links: all, change };
}

/** Words are compared with their digest elsewhere; what is no JSON is malformed. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** A row as it should be: the columns that its last change says. When a key was last used is nobody's change. */
function rowsOf({ change, begun, links }: Read): Row[] {
  if (change === null) return [];
  const at = links.at(-1)?.at ?? begun;
  switch (change.of) {
    case "desk":
      return [deskRow(change)];
    case "organisation":
    case "seal-mails":
    case "retention":
    case "hold":
    case "role": {
      const { of: _, ...row } = change;
      return [row];
    }
    case "person": {
      return [{ ...personRow(change), createdAt: begun }];
    }
    case "grants":
      return grantRows(change);
    case "stand-in":
      return [standInRow(change)];
    case "workflow-proposal":
      return [proposalRow(change)];
    case "break-glass":
      return [breakGlassRow(change)];
    case "reads":
      return [readBatchRow(change)];
    case "permit-key":
      return [{ id: change.id, x: change.x, createdAt: begun }];
    case "log-key": {
      const { of: _, ...row } = change;
      return [{ ...row, createdAt: begun }];
    }
    case "key": {
      const { of: _, person, revoked, ...row } = change;
      return [{ ...row, personId: person, createdAt: begun, revokedAt: revoked ? at : null }];
    }
    default:
      return [];
  }
}

async function checkKept(tx: ScopedTx, { name, table, owner, key }: Table, streams: readonly Read[]): Promise<Problem[]> {
  // What the law had erased says no more what its row should be.
  const known = streams.filter(({ change }) => change !== null);
  if (known.length === 0) return [];
  const live = (await tx.select().from(table).where(anyOf(owner, known.map((one) => one.owner)))) as Row[];
  const columns = getTableColumns(table);
  const ownerField = Object.entries(columns).find(([, column]) => column.name === owner.name)?.[0] ?? "id";
  return known.flatMap((one) => {
    const seq = one.links.at(-1)?.seq ?? 0;
    const at = (row: Row, column: string, code: string): Problem => ({ stream: one.stream, seq, field: `${name}[${key(row)}]${column}`, code });
    const should = rowsOf(one);
    const is = live.filter((row) => row[ownerField] === one.owner);
    return [
      ...should.flatMap((row) => {
        const found = is.find((other) => key(other) === key(row));
        if (!found) return [at(row, "", "missingRow")];
        return Object.keys(row).filter((field) => canonical(row[field]) !== canonical(found[field])).map((field) => at(row, `.${columns[field]?.name ?? field}`, "differs"));
      }),
      ...is.filter((row) => !should.some((other) => key(other) === key(row))).map((row) => at(row, "", "surplusRow")),
    ];
  });
}
