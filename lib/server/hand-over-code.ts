import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { Actor } from "../access/actor.ts";
import { codeIn, codeOctets, type HandOverCode, readHandOverCode, sealLength } from "../permit/hand-over-code.ts";
import type { Command } from "../request/command.ts";
import { settings } from "./settings.ts";

/** A code as it is shown. Nothing is kept of it: its signature says that it is ours, and the ledger whether it was used. */
export function signedCode(code: HandOverCode): string {
  const octets = codeOctets(code);
  return Buffer.concat([octets, sealOf(octets)]).toString("base64url");
}

/** What a code says that was signed here; null for any other. */
export function openedCode(text: string): HandOverCode | null {
  const read = readHandOverCode(codeIn(text));
  return read && timingSafeEqual(read.seal, sealOf(read.signed)) ? read.code : null;
}

export function codeNamed(command: Command): HandOverCode | null {
  return command.type === "takeOver" ? openedCode(command.code) : null;
}

/**
 * As whom the database is asked for a request. Whoever was shown it by a code of ours may not see it yet, so it is the system that
 * looks; who acts, and whether they may, is asked as ever.
 */
export function sightOf(actor: Actor, request: string, code: HandOverCode | null): Actor {
  return actor.kind === "person" && code?.request === request ? { kind: "system" } : actor;
}

function sealOf(octets: Uint8Array): Buffer {
  const { AUTH_SECRET } = settings();
  if (AUTH_SECRET === undefined) throw new Error("AUTH_SECRET is not set: without it nothing can be handed over by a code");
  const key = new Uint8Array(hkdfSync("sha256", AUTH_SECRET, "", "causeway hand-over", 32));
  return createHmac("sha256", key).update(octets).digest().subarray(0, sealLength);
}
