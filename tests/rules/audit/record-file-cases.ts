import { digestOf, hashAfter } from "../../../lib/audit/chain.ts";
import { verifierText } from "../../../lib/audit/signed-note.ts";
import type { ShownLine } from "../../../lib/audit/record-file/lines.ts";
import { all, aRecordFile, type Made, origin, signer, textOf } from "./a-record-file.ts";

/* Files of the record that hold, and one for each way in which they can fail to: what every verifier must say of them. */

/** A file, what is kept elsewhere, and the problems: stream, seq, field and code. */
export type Case = { readonly file: string; readonly kept?: string; readonly problems: readonly string[] };

type Line = Record<string, unknown>;
type Lines = readonly Line[];

const r1 = "request:0193a5b4-0000-7000-8000-000000000001";
const r2 = "request:0193a5b4-0000-7000-8000-000000000002";
const whole = aRecordFile();
const single = aRecordFile({ scope: "request", from: 3 });
const older = aRecordFile({ upTo: 3, at: "2026-11-02T00:00:00.000Z" }).seal;
const other = "f".repeat(64);

export const cases: Readonly<Record<string, Case>> = {
  "all": holds(whole),
  "all, without a seal": holds(aRecordFile({ isSealed: false })),
  "one request": holds(single),
  "one request, without proof of a kept seal": holds(aRecordFile({ scope: "request" })),
  "all, against an older seal": { ...holds(whole), kept: older },
  "one request, against an older seal": { ...holds(single), kept: older },
  "all, against its own seal": { ...holds(whole), kept: whole.seal },
  "one request, against its own seal in a mail": { ...holds(single), kept: `Subject: The seal of today\r\n\r\n> Keep this mail.\r\n>\r\n${whole.seal.split("\n").map((line) => `> ${line}`).join("\r\n")}\r\nRegards` },
  "one request, against a seal in a mail that is quoted-printable": { ...holds(single), kept: `Content-Transfer-Encoding: quoted-printable\n\nDer Tag=20\n${quoted(older)}\n` },
  "all, against a seal as the API answers it": { ...holds(whole), kept: `\uFEFF${JSON.stringify({ size: 3, note: older })}\n` },
  "all, against an answer without a seal": { ...holds(whole), kept: '{"size": 3, "note": null}', problems: ["seal 0 kept keptUnreadable"] },
  "an older key beside the one that signs": holds(aRecordFile({ keys: [signer(2), signer(1)] })),

  "a field of an event": tampered(whole, at(r1, 2, (line) => ({ ...line, type: "document.removed" })), [`${r1} 2 content altered`, "file 7 line unexpectedLine"]),
  "what an event says": tampered(whole, at(r1, 1, (line) => ({ ...line, data: { ...(line.data as Line), number: "CW-9" } })), [`${r1} 1 content altered`]),
  "when it was": tampered(single, at(r1, 3, (line) => ({ ...line, at: "2026-10-01T00:00:00.000Z" })), [`${r1} 3 content altered`]),
  "who it was": tampered(whole, at(r2, 1, (line) => ({ ...line, actor: { system: true } })), [`${r2} 1 content altered`]),
  "a digest": tampered(whole, at(r2, 1, (line) => ({ ...line, digest: other })), [`${r2} 1 digest altered`]),
  "a link": tampered(whole, at(r2, 2, (line) => ({ ...line, prev: other })), [`${r2} 2 prev altered`]),
  "a hash": tampered(whole, at(r2, 1, (line) => ({ ...line, hash: other })), [`${r2} 1 hash altered`, `${r2} 2 prev brokenLink`, "seal 7 root treeDiffers"]),
  "a hash of an event that is withheld": tampered(single, at(r1, 4, (line) => ({ ...line, hash: other })), [`${r1} 4 hash altered`, `${r1} 4 proof notInTree`, `${r1} 4 head headDiffers`]),
  "an event with its digest and hash": tampered(whole, at(r2, 2, (line) => rehashed({ ...line, type: "request.rejected" })), [`${r2} 3 prev brokenLink`, "seal 7 root treeDiffers"]),
  "an event left out": tampered(whole, without((line) => line.stream === r1 && line.seq === 3), [`${r1} 3 seq missingEvent`, "file 13 events countDiffers", "seal 3 leaf leafMissing"]),
  "the last event left out": tampered(whole, without((line) => line.line === "event" && line.stream === r2 && line.seq === 3), [`${r2} 3 seq missingEvent`, "file 13 events countDiffers"]),
  "the order of two events": tampered(whole, swapped(r1, 3, 4), [`${r1} 3 seq missingEvent`, `${r1} 5 seq missingEvent`, `${r1} 4 seq missingEvent`]),
  "an event put in": tampered(whole, (lines) => lines.flatMap((line) => (is(line, r2, 2) ? [line, rehashed({ ...line, seq: 3, prev: line.hash, leaf: undefined })] : [line])), [`${r2} 3 leaf unsealed`, `${r2} 4 seq missingEvent`, "file 15 events countDiffers"]),
  "a whole request left out": tampered(whole, without((line) => line.stream === r1), ["file 8 chains countDiffers", "file 8 events countDiffers", "seal 1 leaf leafMissing"]),
  "an event with another’s leaf": tampered(whole, at(r2, 1, (line) => ({ ...line, leaf: 1 })), [`${r2} 1 leaf leafTwice`, "seal 5 leaf leafMissing"]),
  "a leaf beyond the tree": tampered(whole, at(r2, 3, (line) => ({ ...line, leaf: 7 })), [`${r2} 3 leaf leafOutside`]),
  "a head": tampered(whole, (lines) => lines.map((line) => (line.line === "chain" && line.stream === r2 ? { ...line, hash: other } : line)), [`${r2} 3 head headDiffers`]),

  "words": tampered(single, (lines) => lines.map((line) => (is(line, r1, 1) ? { ...line, texts: Object.fromEntries(Object.entries(line.texts as Line).map(([digest, kept]) => [digest, { ...(kept as Line), body: "other" }])) } : line)), [`${r1} 1 data.answers wordsAltered`, `${r1} 1 data.title wordsAltered`]),
  "words that are gone without a rule": tampered(single, at(r1, 3, (line) => ({ ...line, texts: undefined })), [`${r1} 3 data.reasons.0.text missingWords`, `${r1} 3 data.reasons.1.text missingWords`]),
  "words that belong to no event": tampered(single, at(r1, 1, (line) => ({ ...line, texts: { ...(line.texts as Line), [other]: { body: "x", salt: "" } } })), [`${r1} 1 texts.${other} surplusWords`]),
  "a document’s digest": tampered(single, (lines) => lines.map((line) => (line.line === "document" ? { ...line, sha256: other, size: 4 } : line)), [`${r1} 2 document.sha256 documentDiffers`, `${r1} 2 document.size documentDiffers`]),
  "a document’s digest left out": tampered(single, without((line) => line.line === "document"), [`${r1} 2 document missingDocument`]),

  "a proof": tampered(single, at(r1, 1, (line) => ({ ...line, proof: (line.proof as string[]).toReversed() })), [`${r1} 1 proof notInTree`]),
  "a proof left out": tampered(single, at(r1, 1, (line) => ({ ...line, proof: undefined })), [`${r1} 1 proof proofMissing`]),
  "a proof for another place": tampered(single, at(r1, 1, (line) => ({ ...line, leaf: 2 })), [`${r1} 1 proof notInTree`]),
  "an event that waits too long for its seal": tampered(single, at(r1, 2, (line) => ({ ...line, leaf: undefined, proof: undefined })), [`${r1} 2 leaf unsealed`]),
  "a seal’s size": tampered(whole, header((record) => ({ ...record, seal: (record.seal as string).replace("\n7\n", "\n6\n") })), ["seal 6 signature sealNotSigned", `${r2} 2 leaf leafOutside`, "seal 6 root treeDiffers"]),
  "a seal of another log": tampered(whole, header((record) => ({ ...record, origin: "elsewhere.example/log" })), ["seal 7 origin sealOtherLog"]),
  "a seal that is none": tampered(whole, header((record) => ({ ...record, seal: "sealed, truly" })), ["file 1 seal sealUnreadable"]),
  "a key replaced": tampered(whole, header((record) => ({ ...record, keys: [verifierText(signer(3))] })), ["seal 7 signature sealNotSigned"]),
  "a key that came into wrong hands after its seal": tampered(whole, header((record) => ({ ...record, until: { [verifierText(signer(1))]: 7, another: 0 } })), []),
  "a key that came into wrong hands before its seal": { ...tampered(whole, header((record) => ({ ...record, until: { [verifierText(signer(1))]: 6 } })), ["seal 7 signature sealNotSigned"]), kept: older },
  "a size that is none for a key": tampered(whole, header((record) => ({ ...record, until: { x: -1 } })), ["file 1 until malformed"]),
  "a key that is none": tampered(whole, header((record) => ({ ...record, keys: [...(record.keys as string[]), `${origin}+00000000+AAAA`] })), ["file 1 keys.1 keyUnreadable"]),
  "a key with a space behind it": tampered(whole, header((record) => ({ ...record, keys: (record.keys as string[]).map((key) => `${key} `) })), ["file 1 keys.0 keyUnreadable", "seal 7 signature sealNotSigned"]),
  "a key with a byte order mark behind it": tampered(whole, header((record) => ({ ...record, keys: (record.keys as string[]).map((key) => `${key}\uFEFF`) })), ["file 1 keys.0 keyUnreadable", "seal 7 signature sealNotSigned"]),
  "a seal with a byte order mark before it": tampered(whole, header((record) => ({ ...record, seal: `\uFEFF${record.seal as string}` })), ["seal 7 origin sealOtherLog", "seal 7 signature sealNotSigned"]),

  "the log rewritten, with its seals and the key in hand": { ...tampered(aRecordFile({ events: rewritten() }), (lines) => lines, ["seal 3 kept logForked"]), kept: older },
  "the same in one request": { ...tampered(aRecordFile({ events: rewritten(), scope: "request", from: 3 }), (lines) => lines, ["seal 3 kept logForked"]), kept: older },
  "the log rewritten since, at the same size": { ...tampered(aRecordFile({ events: rewritten() }), (lines) => lines, ["seal 7 kept logForked"]), kept: whole.seal },
  "the log cut": { ...tampered(aRecordFile({ upTo: 3, events: all.written.slice(0, 3) }), (lines) => lines, ["seal 7 kept logShorter"]), kept: whole.seal },
  "the key and every seal replaced": { ...tampered(aRecordFile({ key: signer(3) }), (lines) => lines, ["seal 3 kept keptNotSigned"]), kept: older },
  "a kept seal of another log": { ...tampered(aRecordFile({ scope: "request", from: 3, key: signer(1, "x"), keys: [signer(1, "x"), signer(1)] }), header((record) => ({ ...record, origin: "elsewhere.example/log" })), ["seal 7 origin sealOtherLog", "seal 3 kept keptOtherLog"]), kept: older },
  "no proof of the kept seal": { ...tampered(aRecordFile({ scope: "request" }), (lines) => lines, ["seal 3 kept consistencyMissing"]), kept: older },
  "no seal to hold to the kept one": { ...tampered(aRecordFile({ isSealed: false }), (lines) => lines, ["seal 3 seal sealMissing"]), kept: older },
  "a kept seal after two byte order marks": { ...tampered(whole, (lines) => lines, ["seal 3 kept keptOtherLog", "seal 3 kept keptNotSigned"]), kept: `\uFEFF\uFEFF${older}` },
  "a kept seal that is none": { ...tampered(whole, (lines) => lines, ["seal 0 kept keptUnreadable"]), kept: "the weather\n12\n" },

  "an empty file": { file: "", problems: ["file 0 line truncated"] },
  "a file cut in the middle": { file: textOf(single.lines).split("\n").slice(0, 5).join("\n"), problems: [`${r1} 3 seq missingEvent`, `${r1} 2 document missingDocument`, "file 5 line truncated"] },
  "a line that is no JSON": raw(whole, 3, "{", ["file 3 line malformed", "config:0193a5b4-0000-7000-8000-0000000000c1 1 seq missingEvent", "file 14 events countDiffers", "seal 0 leaf leafMissing"]),
  "a line that is another value": raw(whole, 14, "[1]", ["file 14 line malformed", "file 14 line truncated"]),
  "an unknown line": tampered(whole, (lines) => lines.map((line) => (line.line === "end" ? { line: "farewell" } : line)), ["file 14 line malformed", "file 14 line truncated"]),
  "an unknown field": tampered(whole, at(r2, 3, (line) => ({ ...line, colour: "red", another: 1 })), [`${r2} 3 another malformed`, `${r2} 3 seq missingEvent`, "file 14 events countDiffers"]),
  "a field that is lacking": tampered(whole, at(r2, 3, (line) => ({ ...line, salt: undefined, prev: undefined })), [`${r2} 3 prev malformed`, `${r2} 3 seq missingEvent`, "file 14 events countDiffers"]),
  "a field of another form": tampered(whole, at(r2, 3, (line) => ({ ...line, hash: other.toUpperCase() })), [`${r2} 3 hash malformed`, `${r2} 3 seq missingEvent`, "file 14 events countDiffers"]),
  "a number where none may be": tampered(whole, at(r2, 3, (line) => ({ ...line, seq: 2.5 })), ["file 13 seq malformed", `${r2} 3 seq missingEvent`, "file 14 events countDiffers"]),
  "a line with its names in another order": raw(whole, 14, '{"line":"end","events":8,"chains":3}', ["file 14 line notCanonical", "file 14 line truncated"]),
  "a line with spaces": raw(whole, 14, '{"chains":3, "events":8,"line":"end"}', ["file 14 line notCanonical", "file 14 line truncated"]),
  "a name that is there twice": raw(whole, 14, '{"chains":4,"chains":3,"events":8,"line":"end"}', ["file 14 line notCanonical", "file 14 line truncated"]),
  "half a pair of surrogates": raw(whole, 14, '{"chains":3,"events":8,"line":"end\\ud800"}', ["file 14 line notCanonical", "file 14 line truncated"]),
  "a number beyond every double": raw(whole, 14, '{"chains":1e999,"events":8,"line":"end"}', ["file 14 line notCanonical", "file 14 line truncated"]),
  "lists too deep": raw(whole, 14, `{"chains":${"[".repeat(100)}${"]".repeat(100)}}`, ["file 14 line malformed", "file 14 line truncated"]),
  "a line after the end": raw(whole, 15, '{"chains":3,"events":8,"line":"end"}', ["file 15 line unexpectedLine"]),
  "a second record": tampered(whole, (lines) => lines.flatMap((line) => (line.line === "end" ? [lines[0] as Line, line] : [line])), ["file 14 line unexpectedLine"]),
  "a file without its first line": tampered(whole, (lines) => lines.slice(1), ["file 1 line unexpectedLine", "file 2 line unexpectedLine", "file 13 chains countDiffers", "file 13 events countDiffers"]),
  "a chain that is there twice": tampered(whole, (lines) => lines.map((line) => (line.line === "chain" && line.stream === r2 ? { ...line, stream: r1 } : line)), ["file 10 stream chainTwice", "file 11 stream otherChain", "file 12 stream otherChain", "file 13 stream otherChain", `${r1} 1 seq missingEvent`, "file 14 chains countDiffers", "file 14 events countDiffers", "seal 5 leaf leafMissing"]),
};

function holds({ lines }: Made): Case {
  return { file: textOf(lines), problems: [] };
}

function tampered({ lines }: Made, change: (lines: Lines) => Lines, problems: readonly string[]): Case {
  return { file: textOf(change(lines as Lines)), problems };
}

/** With a line, by its number, written as it stands. */
function raw({ lines }: Made, number: number, text: string, problems: readonly string[]): Case {
  const before = textOf(lines).trimEnd().split("\n");
  before[number - 1] = text;
  return { file: `${before.join("\n")}\n`, problems };
}

function is(line: Line, stream: string, seq: number): boolean {
  return line.line === "event" && line.stream === stream && line.seq === seq;
}

function at(stream: string, seq: number, change: (line: Line) => Line): (lines: Lines) => Lines {
  return (lines) => lines.map((line) => (is(line, stream, seq) ? change(line) : line));
}

function header(change: (line: Line) => Line): (lines: Lines) => Lines {
  return (lines) => lines.map((line) => (line.line === "record" ? change(line) : line));
}

function without(is: (line: Line) => boolean): (lines: Lines) => Lines {
  return (lines) => lines.filter((line) => !is(line));
}

function swapped(stream: string, one: number, other: number): (lines: Lines) => Lines {
  return (lines) => {
    const [first, second] = [one, other].map((seq) => lines.findIndex((line) => is(line, stream, seq)));
    return lines.map((line, index) => (index === first ? lines[second as number] : index === second ? lines[first as number] : line) as Line);
  };
}

/** With digest and hash that fit what it now says. */
function rehashed(line: Line): Line {
  const digest = digestOf(line as unknown as ShownLine);
  return { ...line, digest, hash: hashAfter(line.prev as string, digest) };
}

function rewritten() {
  return [...all.written, ...all.late].map((event, index) => (index === 1 ? { ...event, data: { ...(event.data as object), number: "CW-7" } } : event));
}

/** As mail programs write what is not ASCII, or longer than 76 characters. */
function quoted(text: string): string {
  return [...Buffer.from(text)].map((byte) => (byte === 10 ? "\n" : byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, "0")}` : String.fromCharCode(byte))).join("").replaceAll(/([^\n]{70})(?=[^\n=]{5})/g, "$1=\n");
}
