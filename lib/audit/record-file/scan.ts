/*
 * Reads one line of a file without making anything of it: the bytes of a shown event, if they are in canonical form beyond doubt and in the
 * order that the form prescribes. What is rare (escapes by number, fractions, names that are not ASCII) is not decided here: `scan` says no,
 * and the line is read the long way. A test holds both ways together.
 */

/**
 * Where the parts of an event stand in its line. Words and texts: pairs of places, and five. Of `digest`, `hash`, `prev` and the names of texts it
 * is for the reader to see that they are the hashes that they must be.
 */
export type Scan = {
  dataEnd: number;
  digest: number;
  hash: number;
  leaf: number;
  prev: number;
  saltMember: number;
  seq: number;
  stream: number;
  streamEnd: number;
  typeMember: number;
  type: number;
  words: number[];
  texts: number[];
};

let bytes: Uint8Array = new Uint8Array();
let fours = new DataView(bytes.buffer);
let at = 0;
let to = 0;
let words: number[] | null = null;
const found: Scan = { dataEnd: 0, digest: 0, hash: 0, leaf: -1, prev: 0, saltMember: 0, seq: 0, stream: 0, streamEnd: 0, typeMember: 0, type: 0, words: [], texts: [] };

/** The places of the parts of an event without a proof, `leaf` −1 where it has none; null where the long way has to say what the line is. The answer is written over by the next. */
export function scan(buffer: Uint8Array, start: number, end: number): Scan | null {
  // One by one: each of these is done for every event, and a list on the way would be made for each.
  if (bytes !== buffer) fours = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  bytes = buffer;
  at = start;
  to = end;
  words = null;
  if (found.words.length > 0) found.words.length = 0;
  if (found.texts.length > 0) found.texts.length = 0;
  return event() && at === to ? found : null;
}

function event(): boolean {
  if (!eat(names.actor) || bytes[at] !== open || !value(2) || !eat(names.at) || !string() || !eat(names.data) || bytes[at] !== open) return false;
  words = found.words;
  if (!value(2)) return false;
  words = null;
  found.dataEnd = at;
  if (!eat(names.digest)) return false;
  found.digest = at;
  at += 64;
  if (!eat(names.hash)) return false;
  found.hash = at;
  at += 64;
  found.leaf = -1;
  if (bytes[at + 4] === letterE) {
    if (!eat(names.leaf)) return false;
    found.leaf = count();
    if (found.leaf < 0) return false;
  } else if (bytes[at++] !== quote) return false;
  if (!eat(names.line) || !eat(names.prev)) return false;
  found.prev = at;
  at += 64;
  found.saltMember = at + 1;
  if (!eat(names.salt) || !hex() || !eat(names.seq)) return false;
  found.seq = count();
  if (found.seq < 1 || !eat(names.stream)) return false;
  found.stream = at;
  if (!string()) return false;
  found.streamEnd = at;
  if (bytes[at + 2] === letterT && bytes[at + 3] === letterE && !texts()) return false;
  found.typeMember = at;
  if (!eat(names.type)) return false;
  found.type = at;
  return string() && bytes[at++] === close;
}

/** Words as they are kept: where the digest, the body and the salt begin, and where the body ends. */
function texts(): boolean {
  if (!eat(names.texts)) return false;
  for (let before = -1; ; ) {
    if (bytes[at++] !== quote) return false;
    const digest = at;
    at += 64;
    if ((before >= 0 && order(before, before + 64, digest, digest + 64) >= 0) || !eat(names.body)) return false;
    before = digest;
    const body = at;
    if (!string()) return false;
    const bodyEnd = at;
    if (!eat(names.textSalt)) return false;
    const salt = at;
    if (!hex()) return false;
    found.texts.push(digest, body, bodyEnd, salt, at);
    if (bytes[at++] !== quote || bytes[at++] !== close) return false;
    if (bytes[at] === comma) at++;
    else return bytes[at++] === close;
  }
}

function value(level: number): boolean {
  const first = bytes[at];
  if (first === quote) return string();
  if (first === open) return level <= 100 && object(level);
  if (first === bracket) return level <= 100 && list(level);
  if (first === letterT) return eat(names.true);
  if (first === letterF) return eat(names.false);
  if (first === letterN) return eat(names.null);
  return number();
}

function object(level: number): boolean {
  const collected = words?.length ?? 0;
  at++;
  if (bytes[at] === close) return ++at > 0;
  let members = 0;
  let before = 0;
  let beforeEnd = 0;
  for (; ; members++) {
    if (bytes[at] !== quote) return false;
    const name = at + 1;
    const nameEnd = past(plainAscii, name);
    at = nameEnd + 1;
    if (bytes[nameEnd] !== quote) return false;
    if (members > 0 && order(before, beforeEnd, name, nameEnd) >= 0) return false;
    before = name;
    beforeEnd = nameEnd;
    if (bytes[at++] !== colon) return false;
    const begun = at;
    if (!value(level + 1)) return false;
    if (bytes[at] === comma) {
      at++;
      continue;
    }
    // An object with a digest and nothing else stands for words.
    if (members === 0 && words && bytes[begun] === quote && words.length === collected && nameEnd - name === 6 && is(names.digestName, name)) words.push(begun + 1, at - 1);
    return bytes[at++] === close;
  }
}

function list(level: number): boolean {
  at++;
  if (bytes[at] === endBracket) return ++at > 0;
  for (;;) {
    if (!value(level + 1)) return false;
    if (bytes[at] === comma) at++;
    else return bytes[at++] === endBracket;
  }
}

function string(): boolean {
  if (bytes[at] !== quote) return false;
  for (at = pastPlain(at + 1); bytes[at] === backslash; at = pastPlain(at + 2)) if (escapes[bytes[at + 1] as number] !== 1) return false;
  return bytes[at++] === quote;
}

/** The same as `past(plain, place)`, four bytes at once as long as all of them stand for themselves. */
function pastPlain(place: number): number {
  const text = fours;
  const end = bytes.length - 4;
  for (; place <= end; place += 4) {
    const four = text.getInt32(place, true);
    // A byte's upper bit is left where the byte is below 0x20, or is a quotation mark or a backslash, which is nought once it is taken from itself.
    const quotes = four ^ 0x22222222;
    const backslashes = four ^ 0x5c5c5c5c;
    if (((((four - 0x20202020) & ~four) | ((quotes - 0x01010101) & ~quotes) | ((backslashes - 0x01010101) & ~backslashes)) & -0x7f7f7f80) !== 0) break;
  }
  return past(plain, place);
}

/** The next place whose byte is not one of these; the end of the buffer at the latest. */
function past(these: Uint8Array, place: number): number {
  const text = bytes;
  while (place < text.length && these[text[place] as number] === 1) place++;
  return place;
}

/** Integers below 10^15, which every program writes alike. */
function number(): boolean {
  const isNegative = bytes[at] === minus;
  if (isNegative) at++;
  const amount = count();
  return amount >= 0 && !(isNegative && amount === 0) && bytes[at] !== dot && bytes[at] !== letterE && bytes[at] !== capitalE;
}

function count(): number {
  const text = bytes;
  const begun = at;
  let place = begun;
  let amount = 0;
  for (let digit = (text[place] ?? 0) - zero; digit >= 0 && digit <= 9 && place - begun < 16; digit = (text[++place] ?? 0) - zero) amount = amount * 10 + digit;
  at = place;
  return place === begun || place - begun > 15 || (text[begun] === zero && place - begun > 1) ? -1 : amount;
}

function hex(): boolean {
  const begun = at;
  at = past(hexadecimal, at);
  return (at - begun) % 2 === 0;
}

function eat(expected: Uint8Array): boolean {
  if (!is(expected, at)) return false;
  at += expected.length;
  return true;
}

function is(expected: Uint8Array, from: number): boolean {
  const text = bytes;
  for (let index = 0; index < expected.length; index++) if (text[from + index] !== expected[index]) return false;
  return true;
}

function order(a: number, aEnd: number, b: number, bEnd: number): number {
  const text = bytes;
  for (; a < aEnd && b < bEnd; a++, b++) if (text[a] !== text[b]) return (text[a] as number) - (text[b] as number);
  return aEnd - a - (bEnd - b);
}

const [quote, backslash, comma, colon, open, close, bracket, endBracket, minus, dot, zero] = Buffer.from('"\\,:{}[]-.0') as unknown as [number, number, number, number, number, number, number, number, number, number, number];
const [letterE, letterF, letterN, letterT, capitalE] = Buffer.from("efntE") as unknown as [number, number, number, number, number];
const escapes = Uint8Array.from({ length: 256 }, (_, byte) => Number('"\\bfnrt'.includes(String.fromCharCode(byte))));
/** What stands for itself between quotation marks, and what of it is ASCII. */
const plain = Uint8Array.from({ length: 256 }, (_, byte) => Number(byte >= 32 && byte !== quote && byte !== backslash));
const plainAscii = plain.map((is, byte) => (byte < 128 ? is : 0));
const hexadecimal = plain.map((_, byte) => Number("0123456789abcdef".includes(String.fromCharCode(byte))));

const names = {
  actor: Buffer.from('{"actor":'),
  at: Buffer.from(',"at":'),
  data: Buffer.from(',"data":'),
  digest: Buffer.from(',"digest":"'),
  hash: Buffer.from('","hash":"'),
  leaf: Buffer.from('","leaf":'),
  line: Buffer.from(',"line":"event"'),
  prev: Buffer.from(',"prev":"'),
  salt: Buffer.from('","salt":"'),
  seq: Buffer.from('","seq":'),
  stream: Buffer.from(',"stream":'),
  texts: Buffer.from(',"texts":{'),
  body: Buffer.from('":{"body":'),
  textSalt: Buffer.from(',"salt":"'),
  type: Buffer.from(',"type":'),
  digestName: Buffer.from("digest"),
  true: Buffer.from("true"),
  false: Buffer.from("false"),
  null: Buffer.from("null"),
};
