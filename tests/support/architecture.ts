import { posix } from "node:path";

export type Source = { readonly path: string; readonly text: string };

type Import = { readonly from: string; readonly inside: boolean; readonly typeOnly: boolean };
type Place = "lib" | "lib/server" | "db" | "app" | "messages" | "cli" | "tests" | "top";

/** Every place where a source breaks the house plan: the file, what it does, and the sentence it breaks. */
export function breaches(sources: readonly Source[]): string[] {
  const directions = sources.flatMap((source) => importsOf(source).flatMap((one) => direction(source.path, one)));
  return [...directions, ...sources.flatMap(clocks), ...sources.flatMap(writes), ...browser(sources)].toSorted();
}

const small = ["zod", "zod/mini", "canonicalize", "decimal.js", "ibantools", "uuid", "jose", "fflate"];
/** What the record is digested and read with: pure functions of the platform. */
const forTheRecord = ["node:crypto", "node:buffer"];
/** Published tables and the scripts of Chinese: too large for browsers. */
const forCatalogues = ["csv-parse/sync", "opencc-js/t2cn", "opencc-js/cn2t"];

/** Which part may lean on which, with the sentence that says so. */
const mayLeanOn: Partial<Record<Place, { readonly parts: readonly Place[]; readonly sentence: string }>> = {
  lib: { parts: ["lib", "messages"], sentence: "pure lib imports only zod, small pure libraries and itself" },
  "lib/server": { parts: ["lib", "lib/server", "db", "messages"], sentence: "lib/server → db, lib" },
  db: { parts: ["lib", "db"], sentence: "db → lib" },
  app: { parts: ["lib", "lib/server", "db", "app", "messages"], sentence: "app → lib/server, db/queries, lib" },
};

function direction(path: string, { from, inside }: Import): string[] {
  const place = placeOf(path);
  const rule = mayLeanOn[place];
  if (!rule) return [];
  const wrong = [`${path} imports ${from}: ${rule.sentence}`];
  if (!inside) {
    if (place !== "lib" || small.includes(from) || (forTheRecord.includes(from) && path.startsWith("lib/audit/")) || (forCatalogues.includes(from) && path.startsWith("lib/catalogue/"))) return [];
    return wrong;
  }
  // The pool's own settings: where it connects, and with how many connections.
  if (place === "db" && from === "lib/server/settings") return [];
  if (place === "app" && placeOf(from) === "db" && !from.startsWith("db/queries/")) return wrong;
  // What a reader is told follows from what was published, which may differ from what came with the project.
  if (place === "app" && from === "lib/policy/registry") return [`${path} imports ${from}: pages and the API answer by the rules in force`];
  return rule.parts.includes(placeOf(from)) ? [] : wrong;
}

function clocks({ path, text }: Source): string[] {
  if (placeOf(path) !== "lib") return [];
  const found = /Date\.now\(\)|new Date\(\)|Math\.random\(|performance\.now\(|randomUUID\(|randomBytes\(|process\.env/.exec(code(text));
  return found ? [`${path} uses ${found[0]}: pure lib reads no clock, no chance and no environment`] : [];
}

/** Who may write what. Files that only define, migrate or test tables are not asked. */
const writers = [
  { tables: ["events", "heads"], writers: ["db/log", "db/configure"], sentence: "only db/log writes events (db/configure those of the configuration)" },
  { tables: ["texts"], writers: ["db/log", "db/configure"], sentence: "only db/log writes what lies beside the events (db/configure that of the configuration)" },
  { tables: ["organisations", "desks", "roles", "people", "grants", "stand_ins", "permit_keys", "log_keys", "workflows", "workflow_proposals", "packs", "editions", "break_glass", "read_batches"], writers: ["db/configure"], sentence: "only db/configure writes the set-up" },
  { tables: ["requests", "steps", "requirements", "obligations", "permits", "movements", "documents", "referrals", "request_access"], writers: ["db/project"], sentence: "only db/project writes read tables" },
  { tables: ["dossiers", "dossier_requests", "dossier_dependencies"], writers: ["db/project-dossier"], sentence: "only db/project-dossier writes read tables of dossiers" },
  { tables: ["working_papers", "working_paper_cases", "working_paper_findings"], writers: ["db/project-paper"], sentence: "only db/project-paper writes read tables of working papers" },
  { tables: ["accounts", "quota_holdings"], writers: ["db/project-account"], sentence: "only db/project-account writes read tables of accounts" },
  { tables: ["audit_entries"], writers: ["db/audit-entries", "db/audit-rows"], sentence: "only db/audit-entries and db/audit-rows let auditors find events" },
  { tables: ["permit_key_secrets", "permit_credentials", "status_entries"], writers: ["db/permit-credentials"], sentence: "only db/permit-credentials keeps what signs permits and what was signed" },
  { tables: ["calendar_feeds"], writers: ["lib/server/calendar-links"], sentence: "only lib/server/calendar-links makes and ends links to calendars" },
  { tables: ["seal_queue"], writers: ["db/log", "db/configure", "db/seal"], sentence: "only what writes events queues them for their seal, and db/seal takes them" },
  { tables: ["tree", "leaves", "nodes", "seals", "log_key_secrets"], writers: ["db/seal"], sentence: "only db/seal writes the tree, its seals and what signs them" },
  { tables: ["outbox"], writers: ["db/announce", "db/outbox"], sentence: "only db/announce fills the queues, and db/outbox drains its own" },
  { tables: ["document_reads"], writers: ["db/reads"], sentence: "only db/reads writes down who read what" },
  { tables: ["commands"], writers: ["db/commands"], sentence: "only db/commands keeps what was accepted" },
];

/** The steps of a change, and who may join them into a transaction. */
const changes = { steps: ["db/log#append", "db/log#appendToDossier", "db/log#appendToAccount", "db/log#appendToPaper", "db/project#project", "db/project-dossier#", "db/project-account#", "db/project-paper#", "db/announce#announce", "db/configure#", "db/reads#keepReadings"], by: /^lib\/server\/(execute|publish|witness-read)[^/]*$/ };

function writes(source: Source): string[] {
  const { path } = source;
  if (!["lib/server", "app", "db", "cli"].includes(placeOf(path))) return [];
  const own = withoutSuffix(path);
  const text = code(source.text);
  const written = writers.flatMap(({ tables, writers: allowed, sentence }) =>
    tables.filter((table) => !allowed.includes(own) && writesTo(table).test(text)).map((table) => `${path} writes ${table}: ${sentence}`),
  );
  const joined = changes.steps.filter((step) => !own.startsWith("db/") && !changes.by.test(own) && imports(source, step));
  return [...written, ...joined.map((step) => `${path} imports ${step.replace(/#$/, "")}: only lib/server/execute, publish and witness-read open a writing transaction on the record`)];
}

function writesTo(table: string): RegExp {
  const variable = table.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return new RegExp(`\\.(insert|update|delete)\\((?:\\w+\\.)?${variable}\\)|(insert\\s+into|update|delete\\s+from|truncate(?:\\s+table)?)\\s+(?:public\\.)?"?${table}"?\\s*[(;\\s]`);
}

const client = { parts: ["lib", "messages"], sentence: "client components import pure lib, _ui, _request, messages, React and its kin only" };
const kin = /^(react|react-dom|react-hook-form|use-intl|@github\/combobox-nav|lucide-react|next\/(link|navigation|form|dynamic))(\/.*)?$/;

/** Follows client components through what they import: all of it is sent to browsers. Server actions are called, not sent. */
function browser(sources: readonly Source[]): string[] {
  const byPath = new Map(sources.map((source) => [withoutSuffix(source.path), source]));
  const sent = new Set(sources.filter(({ text }) => begins(text, "use client")));
  const wrong: string[] = [];
  for (const source of sent) {
    for (const { from, inside, typeOnly } of importsOf(source)) {
      if (typeOnly) continue;
      if (!inside) {
        if (!kin.test(from) && !small.includes(from)) wrong.push(`${source.path} imports ${from}: ${client.sentence}`);
        continue;
      }
      const target = byPath.get(from) ?? byPath.get(`${from}/index`);
      if (target && begins(target.text, "use server")) continue;
      if (placeOf(from) === "app") {
        if (target) sent.add(target);
      } else if (!(client.parts as readonly string[]).includes(placeOf(from))) wrong.push(`${source.path} imports ${from}: ${client.sentence}`);
    }
  }
  return wrong;
}

function importsOf({ path, text }: Source): Import[] {
  const statement = /^\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;
  return [...code(text).matchAll(statement)].map(([whole, type, plain, dynamic]) => {
    const target = plain ?? dynamic ?? "";
    const inside = /^(\.|@\/)/.test(target);
    const typeOnly = type !== undefined || /^\s*import\s*\{(\s*type\s+\w+( as \w+)?\s*,?)+\}/.test(whole);
    const from = target.startsWith("@/") ? target.slice(2) : posix.join(posix.dirname(path), target);
    return { from: inside ? withoutSuffix(from) : target, inside, typeOnly };
  });
}

function imports(source: Source, step: string): boolean {
  const [module = "", name = ""] = step.split("#");
  if (!importsOf(source).some(({ from, typeOnly }) => from === module && !typeOnly)) return false;
  return name === "" || new RegExp(`import\\s*\\{[^}]*\\b${name}\\b[^}]*\\}\\s*from\\s*"[^"]*${module}(\\.ts)?"`).test(source.text);
}

function placeOf(path: string): Place {
  if (path.startsWith("lib/server/")) return "lib/server";
  const [first] = path.split("/");
  return path.includes("/") && ["lib", "db", "app", "messages", "cli", "tests"].includes(first ?? "") ? (first as Place) : "top";
}

function withoutSuffix(path: string): string {
  return path.replace(/\.(tsx?|mjs|js|json)$/, "");
}

/** The text without its comments, which may speak of anything. */
function code(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|[\s;{}(])\/\/.*$/gm, "$1");
}

function begins(text: string, directive: string): boolean {
  return new RegExp(`^\\s*["']${directive}["']`).test(code(text));
}
