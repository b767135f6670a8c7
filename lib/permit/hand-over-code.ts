/** What the code says that whoever has a movement shows: which one, who shows it, since when, and after which hand-over, so that it serves once. */
export type HandOverCode = {
  readonly request: string;
  readonly movement: string;
  readonly from: string;
  /** The last hand-over before; null for the first. */
  readonly after: string | null;
  /** ISO 8601, whole seconds. */
  readonly issuedAt: string;
  /** The request's number and what was last counted, for whoever scans it without network. */
  readonly number: string;
  readonly quantity: { readonly value: string; readonly unit: string };
};

/** How long a code is shown, in milliseconds: time to walk over and scan it, and none to send it round. */
export const codeLasts = 10 * 60_000;
/** How long something that was entered without network may wait on a device, in milliseconds. */
export const entryWaits = 7 * 86_400_000;
/** Octets of the signature at the end. */
export const sealLength = 16;

const idLength = 16;
const fixed = 4 * idLength + 4;

/** As octets, without its signature. */
export function codeOctets({ request, movement, from, after, issuedAt, number, quantity }: HandOverCode): Uint8Array {
  const ids = [request, movement, from, after ?? ""].flatMap((id) => [...hexOctets(id.replaceAll("-", "").padEnd(32, "0"))]);
  const seconds = Math.floor(Date.parse(issuedAt) / 1000);
  return Uint8Array.from([...ids, ...[24, 16, 8, 0].map((shift) => (seconds >>> shift) & 255), ...new TextEncoder().encode([number, quantity.value, quantity.unit].join("|"))]);
}

/** What a code says, whoever signed it; null where it is none of ours by its form. `signed` is what the signature covers. */
export function readHandOverCode(text: string): { readonly code: HandOverCode; readonly signed: Uint8Array; readonly seal: Uint8Array } | null {
  const octets = fromBase64Url(text);
  if (!octets || octets.length <= fixed + sealLength) return null;
  const signed = octets.subarray(0, octets.length - sealLength);
  const [request = "", movement = "", from = "", after = ""] = [0, 1, 2, 3].map((at) => idIn(signed.subarray(at * idLength, (at + 1) * idLength)));
  const seconds = signed.subarray(4 * idLength, fixed).reduce((sum, octet) => sum * 256 + octet, 0);
  const [number, value, unit, ...more] = new TextDecoder().decode(signed.subarray(fixed)).split("|");
  if (!number || !value || !unit || more.length > 0) return null;
  const code = { request, movement, from, after: /^[0-]+$/.test(after) ? null : after, issuedAt: new Date(seconds * 1000).toISOString(), number, quantity: { value, unit } };
  return { code, signed, seal: octets.subarray(octets.length - sealLength) };
}

/** The code in what a camera reads, or somebody pastes: the code itself, or an address that ends in it. */
export function codeIn(text: string): string {
  return /([\w-]+)\/?\s*$/.exec(text)?.[1] ?? "";
}

function idIn(octets: Uint8Array): string {
  const hex = [...octets].map((octet) => octet.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function hexOctets(hex: string): number[] {
  return Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}

function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[\w-]{100,400}$/.test(text) || text.length % 4 === 1) return null;
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}
