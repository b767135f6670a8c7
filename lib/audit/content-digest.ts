import { createHash } from "node:crypto";
import { canonical } from "./chain.ts";

/** SHA-256 of the canonical form of something, as lower-case hexadecimal: what a submission pins of what was published, and by which a command sent again is known. */
export function contentDigest(content: unknown): string {
  return createHash("sha256").update(canonical(content)).digest("hex");
}
