import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { asReader } from "../../db/client.ts";
import { passwordResets } from "../../db/schema/people.ts";
import { isResetOpen, mayAskForReset, resetPassword, sendReset } from "../../lib/server/sign-in-reset.ts";
import { beginSession, findSession } from "../../lib/server/sign-in-sessions.ts";
import { signIn } from "../../lib/server/sign-in.ts";
import { authWorld, gone, mei, password, rui } from "./auth-world.ts";

let leave: () => Promise<void>;
beforeAll(async () => (leave = await authWorld()));
afterAll(() => leave());

/** Mails stand on the console, there being no mail server. */
let mails: string[] = [];
beforeEach(() => {
  mails = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => mails.push(String(text)) > 0);
});
afterEach(() => vi.restoreAllMocks());

const now = new Date("2026-11-24T01:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

async function linkFor(email: string): Promise<string> {
  await sendReset(email, now);
  return /\/reset\?token=([\w-]+)/.exec(mails.at(-1) ?? "")?.[1] ?? "";
}

describe("a forgotten password", () => {
  it("brings a mail in the person's language, with a link of which only the hash is kept", async () => {
    const token = await linkFor("MEI@hku.example");
    expect(mails.join()).toMatch(/To: mei@hku\.example/);
    expect(mails.join()).toMatch(/設定新密碼/);
    expect(token).toHaveLength(43);
    expect(JSON.stringify(await asReader({ kind: "signIn" }, (tx) => tx.select().from(passwordResets)))).not.toContain(token);
  });

  it.each(["nobody@hku.example", gone.email, "no address", ""])("of %j brings nothing", async (email) => {
    await sendReset(email, now);
    expect(mails).toEqual([]);
  });

  it("is set once by a link; then every session has ended and every other link is gone", async () => {
    const [older, token] = [await linkFor(mei.email), await linkFor(mei.email)];
    const [session, foreign] = [await beginSession(mei.id, null, now), await beginSession(rui.id, null, now)];
    expect(await isResetOpen(token, minutes(59))).toBe(true);
    expect(await resetPassword(token, "short", minutes(59))).toEqual({ problems: ["tooShort"] });
    expect(await resetPassword(token, "a new set of words", minutes(59))).toEqual({ done: true });
    expect(await findSession(session, minutes(59))).toBeNull();
    expect(await findSession(foreign, minutes(59))).not.toBeNull();
    for (const used of [token, older]) expect(await resetPassword(used, "another set of words", minutes(59))).toEqual({ code: "linkGone" });
    expect(await signIn({ email: mei.email, password: "a new set of words", address: "192.0.2.1" }, now)).toHaveProperty("person");
    expect(await signIn({ email: mei.email, password, address: "192.0.2.1" }, now)).toEqual({ code: "wrongCredentials" });
    expect(mails.at(-1)).toMatch(/密碼已更改/);
  });

  it("is set by one of two who use the same link at the same moment", async () => {
    const token = await linkFor(rui.email);
    const outcomes = await Promise.all(["first of two words", "second of two words"].map((one) => resetPassword(token, one, now)));
    expect(outcomes.filter((outcome) => "done" in outcome)).toHaveLength(1);
  });

  it("is not set by a link after an hour, or by anything else", async () => {
    const token = await linkFor(rui.email);
    for (const [used, at] of [[token, minutes(61)], ["x", now], ["", now], ["\u0000", now]] as const) {
      expect(await isResetOpen(used, at)).toBe(false);
      expect(await resetPassword(used, "a fine set of words", at)).toEqual({ code: "linkGone" });
    }
  });

  it("may be asked for five times an hour, whether or not anybody has the address", async () => {
    for (const email of [mei.email, "nobody@hku.example"]) {
      for (let count = 0; count < 5; count++) expect(await mayAskForReset(email, "192.0.2.1", now)).toEqual({ allowed: true });
      expect(await mayAskForReset(email, "192.0.2.1", now)).toEqual({ allowed: false, retryAt: "2026-11-24T02:00:00.000Z" });
    }
  });
});
