import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { POST as checkSeal } from "@/app/(public)/seals/check/route";
import { checkpointText } from "../../../lib/audit/checkpoint.ts";
import { noteMended } from "../../../lib/audit/record-file/note-mended.ts";
import { signNote } from "../../../lib/audit/signed-note.ts";

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const verifier = { name: "causeway.example/log/1", key: Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url") };
const head = { origin: verifier.name, size: 42, root: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", at: "2026-11-26T15:00:00.000Z" };
const seal = signNote(checkpointText(head, 30), verifier, privateKey);
const first = signNote(checkpointText(head), verifier, privateKey);
const packed = (text: string) => Buffer.from(text).toString("base64").replaceAll(/.{76}/g, "$&\r\n");

describe("a seal that somebody brings by hand", () => {
  test.each([
    ["as it was saved", seal],
    ["the first of a log, with its lines run together", first.replaceAll("\n", " ")],
    ["with its lines run together", `Seal: ${seal.replaceAll(/\s+/g, " ")} Regards`],
    ["without its empty line", seal.replace("\n\n", "\n")],
    ["with an empty line after each", seal.replaceAll("\n", "\n\n")],
    ["with a hyphen for its dash", seal.replace("— ", "- ")],
    ["with another dash", seal.replace("— ", "– ")],
    ["without its dash", seal.replace("— ", "")],
    ["with blanks that do not break", seal.replaceAll(" ", "\u00a0")],
    ["with its signature broken into two lines", seal.replace(/(.{20})\n$/, "\n$1\n")],
    ["quoted in a mail that broke its signature", seal.replace(/(.{20})\n$/, "\n$1\n").replaceAll(/^/gm, "> ")],
    ["in a mail that packed it", `Content-Transfer-Encoding: base64\r\n\r\n${packed(`這是紀錄的封印。\n\n${seal}\n請妥為保存。`)}\r\n--x--`],
  ])("is found %s", (_, text) => expect(noteMended(text)?.raw).toBe(text.includes("after") || /base64/.test(text) ? seal : first));

  test.each([["the weather"], [""], ["> ".repeat(1000)], [seal.replace(/\ntime [^\n]+/, "")], [seal.replace("\n42\n", "\nforty-two\n")], [packed("x".repeat(5000))]])("is not where there is none: %#", (text) => expect(noteMended(text)).toBeNull());

  test("keeps what it says, changed or not: its signature tells", () => {
    expect(noteMended(seal.replace("\n42\n", "\n43\n").replaceAll("\n", " "))?.says.size).toBe(43);
  });
});

describe("a file with a seal", () => {
  const led = async (content: BlobPart) => {
    const body = new FormData();
    body.set("file", new File([content], "seal"));
    const response = await checkSeal(new Request("http://localhost/seals/check", { method: "POST", body }));
    return Object.fromEntries(new URL(response.headers.get("location") ?? "", "http://localhost").searchParams);
  };

  test("is read in the Unicode that its editor wrote", async () => {
    const wide = Buffer.from(`\uFEFF${seal.replaceAll("\n", "\r\n")}`, "utf16le");
    for (const content of [seal, `\uFEFF${seal}`, wide, Buffer.from(wide).swap16()]) expect(await led(content as BlobPart)).toEqual({ seal });
  });

  test("that is a picture or a PDF is said to be one, and none of it is shown as text", async () => {
    for (const content of [Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "%PDF-1.7\nno zero in it"]) expect(await led(content as BlobPart)).toEqual({ file: "picture" });
  });
});
