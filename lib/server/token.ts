import { createHash, randomBytes } from "node:crypto";

/** 256 random bits that can stand in an address, a cookie or a header. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a token: whoever reads the table cannot use it. No salt: nobody guesses 256 bits. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
