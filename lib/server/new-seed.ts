import { randomBytes } from "node:crypto";

/** A seed where nobody typed one. */
export function newSeed(): string {
  return randomBytes(16).toString("hex");
}
