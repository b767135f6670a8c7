import * as crypto from "node:crypto";

/** SHA-256 of bytes, or of a text's UTF-8, as lower-case hexadecimal. `hash` is three times as fast as `createHash`, and came with Node 20.12. */
export function sha256(data: Uint8Array | string): string {
  return oneShot === undefined ? crypto.createHash("sha256").update(data).digest("hex") : oneShot("sha256", data, "hex");
}

const oneShot: typeof crypto.hash | undefined = crypto.hash;
