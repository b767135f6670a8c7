import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { checkpointText, readCheckpoint, sizeBefore } from "../../../lib/audit/checkpoint.ts";
import { isSignedBy, keyId, readNote, readVerifier, signNote, verifierText } from "../../../lib/audit/signed-note.ts";

/* The example of golang.org/x/mod/sumdb/note, which the format comes from. */
const neumann = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const known = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const verifier = { name: "causeway.example/log/1", key: Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url") };
const head = { origin: verifier.name, size: 42, root: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", at: "2026-11-26T15:00:00.000Z" };

test("a note of the format's own tools is read and verified", () => {
  const key = readVerifier(neumann);
  const note = readNote(known);
  expect(key && verifierText(key)).toBe(neumann);
  expect(note && key && isSignedBy(note, key)).toBe(true);
  const other = readNote(known.replace("problem is", "answer is"));
  expect(other && key && isSignedBy(other, key)).toBe(false);
});

test("what was signed verifies, by its key alone, also after a mail program had it", () => {
  const note = signNote(checkpointText(head), verifier, privateKey);
  const read = readNote(note);
  expect(note).toMatch(/^causeway\.example\/log\/1\n42\nbjQLnP[^\n]+\ntime 2026-11-26T15:00:00\.000Z\n\n— causeway\.example\/log\/1 [A-Za-z0-9+/]+=*\n$/);
  expect(read && isSignedBy(read, verifier)).toBe(true);
  expect(read && readCheckpoint(read.text)).toEqual(head);
  expect(readNote(`${note.replaceAll("\n", "\r\n").trimEnd()}\r\n\r\n`)).toEqual(read);
  const { publicKey: other } = generateKeyPairSync("ed25519");
  expect(read && isSignedBy(read, { ...verifier, key: Buffer.from(other.export({ format: "jwk" }).x ?? "", "base64url") })).toBe(false);
  expect(read && isSignedBy(read, { ...verifier, name: "elsewhere" })).toBe(false);
});

test("a signature beside others is found, and a wrong one of the same key spoils the note", () => {
  const note = signNote(checkpointText(head), verifier, privateKey);
  const cosigned = readNote(`${note}— witness.example ${Buffer.alloc(80).toString("base64")}\n`);
  expect(cosigned && isSignedBy(cosigned, verifier)).toBe(true);
  const wrong = Buffer.concat([Buffer.from(keyId(verifier), "hex"), Buffer.alloc(64)]).toString("base64");
  const spoilt = readNote(`${note}— ${verifier.name} ${wrong}\n`);
  expect(spoilt && isSignedBy(spoilt, verifier)).toBe(false);
});

test("what is no note is not taken for one", () => {
  for (const text of ["", "\n", "text\n", "text\n\n", "text\n\n— name\n", "text\n\n- name AAAAAAAA\n", "text\n\n— name AAAA\n", "text\n\n— na+me AAAAAAAA\n", "te\u0007xt\n\n— name AAAAAAAA\n", "text\n\n— name AAAAAAA\n", `text\n\n${"— name AAAAAAAA\n".repeat(101)}`]) expect(readNote(text), text).toBeNull();
  expect(() => signNote("no line break", verifier, privateKey)).toThrow("cannot be a note");
});

test("what is no key is not taken for one", () => {
  for (const text of ["", "name", "name+00000000+AAAA", neumann.replace("c74f20a3", "c74f20a4"), neumann.replace("Peter", "Pater"), neumann.replace("+AR", "+Ah"), `na me${neumann}`]) expect(readVerifier(text), text).toBeNull();
});

test("a checkpoint may say how large the tree was at the seal before", () => {
  expect(checkpointText(head, 0)).toBe(`${checkpointText(head)}after 0\n`);
  expect(readCheckpoint(checkpointText(head, 41))).toEqual(head);
  expect([checkpointText(head), checkpointText(head, 0), checkpointText(head, 41)].map(sizeBefore)).toEqual([null, 0, 41]);
});

test("what is no checkpoint is not taken for one", () => {
  const text = checkpointText(head);
  expect(readCheckpoint(`${text}more lines\n`)).toEqual(head);
  for (const wrong of [text.replace("42", "042"), text.replace("42", "-1"), text.replace("42", "9999999999999999"), text.replace("=", ""), text.replace("bjQL", "bj L"), text.replace("11-26", "13-26"), text.replace("11-26", "02-30"), text.replace("time ", ""), text.slice(0, -1), `\n${text}`, `${text}\n`]) expect(readCheckpoint(wrong), wrong).toBeNull();
});
