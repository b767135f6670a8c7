import { beginning, checkHead, checkLink, type ChainProblem, type End, gapAfter } from "../check-chain.ts";
import { hashAfter, wordsDigest } from "../chain.ts";
import { checkSeals, type SealCheck } from "./check-seals.ts";
import type { ChainLine, DocumentLine, EventLine, FileLine, RecordLine, ShownLine } from "./lines.ts";
import { quickChain } from "./quick-chain.ts";
import { quickEvent } from "./quick-event.ts";
import { readLine } from "./read-line.ts";
import { byUnits } from "./shapes.ts";
import type { Erased, FileCode, FileProblem, FileVerdict } from "./verdict.ts";
import { wordsIn } from "./words-in.ts";

/** Takes the lines of a file of the record one after another, null for one that is no UTF-8, and at the end says whether it holds. */
export type FileCheck = {
  readonly line: (text: string | null) => void;
  /** The same for a line as bytes of UTF-8, without its line feed; several times as fast where nothing is wrong with it. */
  readonly bytes: (buffer: Buffer, from: number, to: number) => void;
  readonly end: () => FileVerdict;
};

const most = 1000;

/**
 * Checks a file of the record by itself: every chain link by link, words and documents against their digests, and every event against the
 * seal that came with the file; `kept` is the text of a seal that somebody kept elsewhere. No database, no clock, no network.
 */
export function checkFile(kept: string | null = null): FileCheck {
  const problems: FileProblem[] = [];
  const erased: Erased[] = [];
  const withheld = { events: 0, words: 0 };
  const seen = new Set<string>();
  const tell = (problem: FileProblem) => void (problems.length < most && problems.push(problem));
  let lines = 0;
  let events = 0;
  let header: RecordLine | null = null;
  let seals: SealCheck | null = null;
  let chain: { readonly head: ChainLine; before: End; readonly quoted: Buffer } | null = null;
  let paper: ShownLine | null = null;
  let ended = false;
  let unsealed = 0;
  const ofLine = (field: string, code: FileCode) => tell({ stream: "file", seq: lines, field, code });

  function closeChain() {
    if (chain) for (const problem of checkHead(chain.before, chain.head)) tellChain(chain.head.stream, problem);
    missPaper();
    chain = null;
  }
  function tellChain(stream: string, { seq, field, code }: ChainProblem) {
    tell({ stream, seq, field, code: code as FileCode });
  }
  function missPaper() {
    if (paper) tell({ stream: paper.stream, seq: paper.seq, field: "document", code: "missingDocument" });
    paper = null;
  }
  function beginChain(line: ChainLine) {
    closeChain();
    if (seen.has(line.stream)) ofLine("stream", "chainTwice");
    seen.add(line.stream);
    chain = { head: line, before: beginning, quoted: Buffer.from(JSON.stringify(line.stream)) };
  }
  function event(line: EventLine) {
    missPaper();
    if (!chain) return ofLine("line", "unexpectedLine");
    const { stream, seq } = line;
    if (stream !== chain.head.stream) return ofLine("stream", "otherChain");
    events++;
    const follows = seq === chain.before.seq + 1;
    if (!follows) tellChain(stream, gapAfter(chain.before));
    else for (const problem of line.withheld ? checkHidden(line, chain.before.hash) : checkLink(line, chain.before.hash)) tellChain(stream, problem);
    chain.before = line;
    if (seals) seals.event(line);
    else unsealed++;
    if (line.withheld) withheld.events++;
    else shown(line);
  }
  function shown(line: ShownLine) {
    const { stream, seq, data, texts = {}, type } = line;
    const left = new Set(Object.keys(texts));
    for (const { digest, path } of wordsIn(data, "data")) {
      const words = Object.hasOwn(texts, digest) ? texts[digest] : undefined;
      left.delete(digest);
      if (!words) tell({ stream, seq, field: path, code: "missingWords" });
      else if ("withheld" in words) withheld.words++;
      else if ("erased" in words) void (erased.length < most && erased.push({ stream, seq, field: path, ...words.erased }));
      else if (wordsDigest(words.salt, words.body) !== digest) tell({ stream, seq, field: path, code: "wordsAltered" });
    }
    for (const digest of [...left].toSorted(byUnits)) tell({ stream, seq, field: `texts.${digest}`, code: "surplusWords" });
    if (type === "document.attached") paper = line;
  }
  function document(line: DocumentLine) {
    if (!paper || line.stream !== paper.stream || line.seq !== paper.seq) return ofLine("line", "unexpectedLine");
    const data = paper.data as Record<string, unknown>;
    for (const field of ["document", "sha256", "size"] as const) if (data[field] !== line[field]) tell({ stream: line.stream, seq: line.seq, field: `document.${field}`, code: "documentDiffers" });
    paper = null;
  }
  function take(line: FileLine) {
    if (ended || (line.line === "record") !== (lines === 1)) return ofLine("line", "unexpectedLine");
    switch (line.line) {
      case "record":
        header = line;
        seals = checkSeals(line, kept, tell);
        return;
      case "consistency":
        return seals?.consistency(line);
      case "chain":
        return beginChain(line);
      case "event":
        return event(line);
      case "document":
        return document(line);
      case "end":
        closeChain();
        ended = true;
        if (line.chains !== seen.size) ofLine("chains", "countDiffers");
        if (line.events !== events) ofLine("events", "countDiffers");
        return;
      default:
        return line satisfies never;
    }
  }

  function line(text: string | null) {
    lines++;
    const read = readLine(text);
    if ("line" in read) return take(read.line);
    const { stream, seq } = read.odd;
    const isEvent = read.odd.line === "event" && typeof stream === "string" && Number.isSafeInteger(seq);
    tell({ ...(isEvent ? { stream: stream as string, seq: seq as number } : { stream: "file", seq: lines }), field: read.field, code: read.code });
  }

  return {
    line,
    bytes(buffer, from, to) {
      const head = lines > 0 && !ended ? quickChain(buffer, from, to) : null;
      if (head) return void (lines++, beginChain(head));
      const quick = chain && !paper && !ended ? quickEvent(buffer, from, to, chain) : null;
      if (!chain || !quick || !seals?.quick(quick, chain.head.stream)) return line(buffer.toString("utf8", from, to));
      lines++;
      events++;
      chain.before = quick;
    },
    end() {
      if (!ended) {
        closeChain();
        ofLine("line", "truncated");
      }
      const sealed = seals?.end() ?? { unsealed, seal: null, kept: null };
      return { ok: problems.length === 0, scope: header?.scope ?? null, streams: seen.size, events, withheld, erased, ...sealed, problems };
    },
  };
}

/** Of an event that is not shown its digest stands for it. */
function checkHidden({ seq, digest, hash }: EventLine, previous: string): ChainProblem[] {
  return hashAfter(previous, digest) === hash ? [] : [{ seq, field: "hash", code: "altered" }];
}
