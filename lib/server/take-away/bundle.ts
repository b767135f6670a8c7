import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { type BundleCase, bundleCase } from "../../../db/queries/bundle-papers.ts";
import { workingPaperContent } from "../../../db/queries/working-papers.ts";
import type { PersonActor } from "../../access/actor.ts";
import { holdsAnywhere } from "../../access/can.ts";
import { type BundleIndex, type BundlePart, indexPage, type Missing, paperName, type Sum, sums } from "../../audit/export/bundle-index.ts";
import { zipOf, type ZipPart } from "../../export/zip.ts";
import type { Language } from "../../language.ts";
import { type Clock, realClock } from "../clock.ts";
import { openDocument } from "../documents.ts";
import { taking } from "../publish-taking.ts";
import { requestFile } from "../record-file.ts";
import { witnessRead } from "../witness-read.ts";
import { bundleWords } from "./bundle-words.ts";
import { recorded } from "./recorded.ts";
import { storyOf } from "./story.ts";
import type { Bundled } from "./taken.ts";

/** A bundle holds at most this much of papers: an archive ends at 4 GB. */
const most = 3_900_000_000;

/** How requests, their papers and their proofs are asked for as one file; `name` is what it is called, without its ending. */
export type BundleAsked = { readonly requests: readonly string[]; readonly name?: string; /** The working paper that the cases were drawn for, as JSON. */ readonly workingPaper?: string; readonly language: Language; readonly clock?: Clock };

/**
 * Some cases with everything that proves them, as one archive: of each its record as a file that proves itself, its story to be read, and its
 * papers byte by byte; and how to check all of it without us. For whoever audits. That they read each request and each paper is recorded as it is read.
 */
export async function bundled(actor: PersonActor, { requests, name, workingPaper, language, clock = realClock }: BundleAsked): Promise<Bundled> {
  const found = await Promise.all([...new Set(requests)].toSorted().map((id) => bundleCase(actor, id)));
  const cases = found.filter((one): one is BundleCase => one !== null);
  if (cases.length < found.length || cases.length === 0) return "notFound";
  if (!holdsAnywhere(actor, "audit.search")) return "notPermitted";
  if (cases.flatMap(({ papers }) => papers).reduce((sum, { size }) => sum + size, 0) > most) return "bundleTooLarge";
  for (const { id } of cases) if (!(await witnessRead(actor, id, [null]))) return "notFound";
  const counter = { seen: 0, rows: 0, withheld: 0 };
  const pieces = zipOf(parts(actor, cases, { workingPaper, language, clock, counter }));
  const own = taking(actor, { what: "bundle", as: "auditor", asked: name ?? cases.map(({ number }) => number).join(" "), format: "zip" });
  return { name: `${name ?? cases[0]?.number}.zip`, mediaType: "application/zip", pieces: recorded(pieces, own, counter), progress: () => ({ ...counter }) };
}

/** The cases of a working paper, with the paper itself. */
export async function bundledForPaper(actor: PersonActor, paperId: string, language: Language): Promise<Bundled> {
  const content = await workingPaperContent(actor, paperId);
  if (!content) return "notFound";
  return bundled(actor, { requests: content.cases.map(({ request }) => request), name: content.number, workingPaper: `${JSON.stringify(content, null, 2)}\n`, language });
}

type With = { readonly workingPaper: string | undefined; readonly language: Language; readonly clock: Clock; readonly counter: { seen: number; rows: number; withheld: number } };

async function* parts(actor: PersonActor, cases: readonly BundleCase[], { workingPaper, language, clock, counter }: With): AsyncGenerator<ZipPart> {
  const listed: BundlePart[] = [];
  const missing: Missing[] = [];
  const listing = (name: string, about: Pick<BundlePart, "of" | "request"> & Partial<BundlePart>, content: AsyncIterable<string | Uint8Array>): ZipPart => ({
    name,
    ...(about.of === "paper" && { stored: true }),
    content: digested(content, (bytes, sha256) => {
      listed.push({ name, bytes, sha256, ...about, ...(about.recorded !== undefined && { agrees: about.recorded === sha256 }) });
      counter.seen++;
      counter.rows++;
    }),
  });
  const made = clock().toISOString();
  if (workingPaper !== undefined) yield listing("working-paper.json", { of: "workingPaper", request: null }, once(workingPaper));
  for (const one of cases) {
    const { id, number, papers } = one;
    const record = await requestFile(actor, id, { clock });
    if (record) yield listing(`${number}/record.ndjson`, { of: "record", request: id }, record);
    yield listing(`${number}/story.html`, { of: "story", request: id }, storyOf(actor, one, language));
    for (const [at, paper] of papers.entries()) {
      const opened = await openedPaper(actor, id, paper.id);
      if ("why" in opened) missing.push({ request: id, document: paper.id, recorded: paper.sha256, ...opened });
      else yield listing(`${number}/papers/${paperName(at + 1, paper.name)}`, { of: "paper", request: id, document: paper.id, recorded: paper.sha256 }, once(opened.bytes));
    }
  }
  for (const [name, from] of verifiers) yield listing(name, { of: "verifier", request: null }, once(await readFile(path.join(process.cwd(), from))));
  const index: BundleIndex = { format: "causeway-bundle/1", made, by: { id: actor.id, name: actor.name }, requests: cases.map(({ id, number, title }) => ({ id, number, title })), parts: listed, missing };
  const pages: Sum[] = [];
  const summed = (name: string, content: string): ZipPart => ({ name, content: digested(once(content), (_, sha256) => pages.push({ name, sha256 })) });
  yield summed("index.json", `${JSON.stringify(index, null, 2)}\n`);
  yield summed("index.html", indexPage(index, bundleWords(index, language)));
  // Asked for last, when all that it lists has gone out.
  yield { name: "SHA256SUMS", content: once(sums([...listed, ...pages])) };
}

/** What checks the records, and what they are made of: for whoever does not want to take our word. */
const verifiers = [["verify_record.py", "docs/verify/verify_record.py"], ["record-format.md", "docs/record-format.md"]] as const;

async function openedPaper(actor: PersonActor, request: string, document: string): Promise<{ readonly bytes: Uint8Array } | Pick<Missing, "why" | "erased">> {
  try {
    const found = await openDocument(actor, request, document);
    if (found === null) return { why: "lost" };
    return "bytes" in found ? { bytes: found.bytes } : { why: "erased", erased: found.erased };
  } catch (error) {
    // A paper that has gone from its folder is told, and is no reason to withhold the rest.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { why: "lost" };
    throw error;
  }
}

async function* digested(content: AsyncIterable<string | Uint8Array>, told: (bytes: number, sha256: string) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  const encoder = new TextEncoder();
  let bytes = 0;
  for await (const piece of content) {
    const part = typeof piece === "string" ? encoder.encode(piece) : piece;
    hash.update(part);
    bytes += part.length;
    yield part;
  }
  told(bytes, hash.digest("hex"));
}

async function* once<T extends string | Uint8Array>(one: T): AsyncGenerator<T> {
  yield one;
}
