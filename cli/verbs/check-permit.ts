import { checkCredential, type CheckReason, type CredentialCheck } from "../../lib/permit/check-credential.ts";
import { type PublicKey, PublicKeys } from "../../lib/permit/signed.ts";
import { tokenIn } from "../../lib/permit/token-in.ts";
import { failure, isFailure, wrongUsage } from "../failure.ts";
import { textIn } from "../file.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "check-permit FILE --keys JWKS [--status FILE] [--at INSTANT] [--json]";
export const summary = "says whether a permit's credential holds, by the keys of /.well-known/jwks.json and, with --status (again for each), by status lists; FILE may be - for standard input. Needs no database and no network";
export const needs = "nothing";

const options = { keys: { type: "string" }, status: { type: "string", multiple: true }, at: { type: "string" }, json: { type: "boolean" } } as const;

export default async function checkPermit(args: readonly string[], io: Io): Promise<number> {
  const { keys = "", status = [], at, json = false } = readOptions(args, options, true);
  const [file, ...more] = args.filter((one, place) => !one.startsWith("--") && !["--keys", "--status", "--at"].includes(args[place - 1] ?? ""));
  if (file === undefined || more.length > 0 || keys === "") throw wrongUsage(`usage: ${usage}`);
  const now = at === undefined ? new Date() : new Date(at);
  if (Number.isNaN(now.getTime())) throw wrongUsage(`--at ${JSON.stringify(at?.slice(0, 40))} is no instant like 2026-12-01T08:00:00+08:00`);
  const token = tokenIn(file === "-" ? await io.input() : textIn(file));
  const lists = status.flatMap((path) => textIn(path).split(/\s+/).filter(Boolean));
  const checked = await checkCredential(token, { keys: keysIn(keys), lists, now });
  if (json) io.json(checked);
  else for (const line of inWords(checked)) io.line(line);
  return checked.ok ? 0 : 1;
}

function inWords({ status, number, reasons, statusAsOf, notChecked }: CredentialCheck): string[] {
  return [
    [status, number].filter(Boolean).join(" "),
    ...reasons.map(({ code }) => sentences[code]),
    ...(status === "invalid" ? [] : [statusAsOf === null ? "whether it was revoked, suspended or used up is not known: no --status" : `what is known of its status was signed at ${statusAsOf}${notChecked.length > 0 ? `; nothing of ${notChecked.join(", ")}` : ""}`]),
  ];
}

const sentences: Readonly<Record<CheckReason, string>> = {
  notSigned: "it is no signed token",
  otherAlgorithm: "it is not signed with EdDSA",
  otherType: "it is no token of the type vc+jwt",
  unknownKey: "none of the keys signed it",
  keyUnusable: "the key that it names is no usable Ed25519 key",
  signatureWrong: "the signature does not hold: something was changed, or another key signed it",
  notAPermit: "it is signed with one of the keys, but is no permit",
  clockBehind: "it was signed later than this clock says it is now: the clock is behind",
  statusNotTrusted: "a status list is not signed with one of the keys, or cannot be read",
  revoked: "it was revoked, closed or replaced by another",
  expired: "its last day is over",
  suspended: "it is suspended",
  notYet: "its first day has not come",
  usedUp: "nothing is left of what it allows",
};

function keysIn(path: string): PublicKey[] {
  try {
    return PublicKeys.parse(JSON.parse(textIn(path)));
  } catch (error) {
    throw isFailure(error) ? error : failure(`${path} holds no keys (JWKS)`);
  }
}
