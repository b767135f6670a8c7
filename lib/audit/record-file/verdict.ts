import type { Checkpoint } from "../checkpoint.ts";

/** Every way in which a file of the record can fail to hold; docs/record-format.md says what each means. */
export const fileCodes = [
  "malformed",
  "notCanonical",
  "unexpectedLine",
  "otherChain",
  "chainTwice",
  "truncated",
  "countDiffers",
  "altered",
  "brokenLink",
  "missingEvent",
  "headDiffers",
  "missingWords",
  "wordsAltered",
  "surplusWords",
  "documentDiffers",
  "missingDocument",
  "keyUnreadable",
  "sealUnreadable",
  "sealOtherLog",
  "sealNotSigned",
  "proofMissing",
  "notInTree",
  "leafOutside",
  "leafTwice",
  "leafMissing",
  "treeDiffers",
  "unsealed",
  "sealMissing",
  "keptUnreadable",
  "keptOtherLog",
  "keptNotSigned",
  "logShorter",
  "logForked",
  "consistencyMissing",
] as const;
export type FileCode = (typeof fileCodes)[number];

/** Where a file does not hold. `stream` is that of the event; `file` with the number of a line, `seal` with the size of a tree or the place of a leaf. */
export type FileProblem = { readonly stream: string; readonly seq: number; readonly field: string; readonly code: FileCode };
/** Words that a rule had erased: no difference. */
export type Erased = { readonly stream: string; readonly seq: number; readonly field: string; readonly rule: string; readonly at: string };

export type FileVerdict = {
  readonly ok: boolean;
  readonly scope: "request" | "all" | null;
  readonly streams: number;
  readonly events: number;
  /** Events and words that were not for whom the file was made. */
  readonly withheld: { readonly events: number; readonly words: number };
  /** The first thousand. */
  readonly erased: readonly Erased[];
  /** Events that no seal covers yet. */
  readonly unsealed: number;
  readonly seal: Checkpoint | null;
  /** The seal kept elsewhere that the file was held to. */
  readonly kept: Checkpoint | null;
  /** The first thousand, in the order in which they were found. */
  readonly problems: readonly FileProblem[];
};
