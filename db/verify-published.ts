import type { ConfigChanged } from "../lib/access/configuration.ts";
import { contentDigest } from "../lib/audit/content-digest.ts";
import type { ScopedTx } from "./client.ts";
import { calendarYears, editions, packs, workflows } from "./schema/configuration.ts";
import type { Problem, StoredLink } from "./verify.ts";

type Row = { readonly id: string; readonly version: string; readonly kind: string | null; readonly digest: string; readonly body: unknown; readonly publishedAt: string; readonly effectiveFrom: string | null };
type Told = Extract<ConfigChanged, { content: string }>;
/** What one stream says was published, one event a version. */
export type Publications = { readonly stream: string; readonly links: readonly (StoredLink & { readonly said: ConfigChanged })[] };

const tables = {
  workflow: { name: "workflows", body: "definition", version: "version", read: (tx: ScopedTx) => tx.select({ id: workflows.id, version: workflows.version, kind: workflows.kind, digest: workflows.digest, body: workflows.definition, publishedAt: workflows.publishedAt, effectiveFrom: workflows.effectiveFrom }).from(workflows) },
  pack: { name: "packs", body: "body", version: "version", read: (tx: ScopedTx) => tx.select({ id: packs.id, version: packs.version, digest: packs.digest, body: packs.body, publishedAt: packs.publishedAt }).from(packs) },
  edition: { name: "editions", body: "packs", version: "number", read: (tx: ScopedTx) => tx.select({ version: editions.number, digest: editions.digest, body: editions.packs, publishedAt: editions.publishedAt }).from(editions) },
  calendar: { name: "calendar_years", body: "list", version: "number", read: (tx: ScopedTx) => tx.select({ id: calendarYears.id, version: calendarYears.number, digest: calendarYears.digest, body: calendarYears.list, publishedAt: calendarYears.publishedAt }).from(calendarYears) },
} as const;

/** Holds what was published to the digests in its streams. These tables are small: each is read whole. */
export async function checkPublished(tx: ScopedTx, of: keyof typeof tables, streams: readonly Publications[]): Promise<Problem[]> {
  if (streams.length === 0) return [];
  const table = tables[of];
  const found = await table.read(tx);
  const rows = found.map((row): Row => ({ id: "", kind: null, effectiveFrom: null, ...row, version: String(row.version) }));
  return streams.flatMap((one) => {
    const subject = one.links[0]?.said.subject ?? "";
    return checkOne(one, rows.filter((row) => (of === "edition" ? "edition" : `${of}:${row.id}`) === subject), table);
  });
}

function checkOne({ stream, links }: Publications, rows: readonly Row[], { name, body }: { readonly name: string; readonly body: string }): Problem[] {
  const told = links.flatMap(({ seq, at, said }) => ("content" in said ? [{ seq, at, said }] : []));
  const label = ({ id, version }: { readonly id: string; readonly version: string }) => `${name}[${[id, version].filter(Boolean).join("@")}]`;
  const differing = told.flatMap(({ seq, said }): Problem[] => {
    const row = rowOf(rows, said);
    if (!row) return [{ stream, seq, field: label({ id: said.subject.split(":")[1] ?? "", version: said.version }), code: "missingRow" }];
    const first = told.find((one) => isOf(row, one.said))?.at;
    const columns = [...(row.digest === said.content ? [] : ["digest"]), ...(contentDigest(row.body) === said.content ? [] : [body]), ...(row.kind === said.kind ? [] : ["kind"]), ...(row.publishedAt === first ? [] : ["published_at"]), ...(row.effectiveFrom === (said.approved?.effectiveFrom ?? null) ? [] : ["effective_from"])];
    return columns.map((column) => ({ stream, seq, field: `${label(row)}.${column}`, code: "differs" }));
  });
  const known = new Set(told.map(({ said }) => rowOf(rows, said)));
  const surplus = rows.filter((row) => !known.has(row));
  return [...differing, ...surplus.map((row) => ({ stream, seq: 0, field: label(row), code: "surplusRow" }))];
}

/** The one row of an event: another with the same content under another digest is one too many. */
function rowOf(rows: readonly Row[], said: Told): Row | undefined {
  return rows.find((one) => one.version === said.version && one.digest === said.content) ?? rows.find((one) => isOf(one, said));
}

/** Whether it is the row of an event, also when either its digest or its content was changed. */
function isOf(row: Row, { version, content }: Told): boolean {
  return row.version === version && (row.digest === content || contentDigest(row.body) === content);
}
