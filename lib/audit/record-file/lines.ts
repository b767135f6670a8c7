/* The lines of a file of the record, as docs/record-format.md has them. */

export const formatName = "causeway-record/1";

export type RecordLine = { readonly line: "record"; readonly format: typeof formatName; readonly scope: "request" | "all"; readonly made: string; readonly origin: string; readonly keys: readonly string[]; readonly seal: string | null; /** Keys that came into wrong hands, with the size up to which their seals count. */ readonly until?: Readonly<Record<string, number>> };
export type ConsistencyLine = { readonly line: "consistency"; readonly from: number; readonly proof: readonly string[] };
export type ChainLine = { readonly line: "chain"; readonly stream: string; readonly seq: number; readonly hash: string };
type Place = { readonly line: "event"; readonly stream: string; readonly seq: number; readonly digest: string; readonly hash: string; readonly leaf?: number; readonly proof?: readonly string[] };
export type WithheldLine = Place & { readonly withheld: true };
export type ShownLine = Place & { readonly type: string; readonly at: string; readonly actor: unknown; readonly data: unknown; readonly salt: string; readonly prev: string; readonly texts?: Readonly<Record<string, FileWords>>; readonly withheld?: undefined };
export type EventLine = ShownLine | WithheldLine;
export type DocumentLine = { readonly line: "document"; readonly stream: string; readonly seq: number; readonly document: string; readonly sha256: string; readonly size: number };
export type EndLine = { readonly line: "end"; readonly chains: number; readonly events: number };
export type FileLine = RecordLine | ConsistencyLine | ChainLine | EventLine | DocumentLine | EndLine;

/** Words beside the log: as they are kept, erased by a rule, or not for this reader. */
export type FileWords = { readonly salt: string; readonly body: string } | { readonly erased: { readonly at: string; readonly rule: string } } | { readonly withheld: true };
