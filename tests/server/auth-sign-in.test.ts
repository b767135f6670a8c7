import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asReader } from "../../db/client.ts";
import { attempts } from "../../db/schema/people.ts";
import { clientAddress } from "../../lib/server/client-address.ts";
import { verifyPassword, hashPassword } from "../../lib/server/passwords.ts";
import { countAttempt, forgetOldAttempts } from "../../lib/server/rate-limit.ts";
import { signIn } from "../../lib/server/sign-in.ts";
import { authWorld, gone, mei, password } from "./auth-world.ts";

let leave: () => Promise<void>;
beforeAll(async () => (leave = await authWorld()));
afterAll(() => leave());

const now = new Date("2026-11-24T01:01:00Z");
const later = new Date("2026-11-24T01:15:00Z");

describe("signing in", () => {
  it("takes the right password, however the address is typed", async () => {
    for (const email of [mei.email, " MEI@hku.example", "ｍｅｉ＠ＨＫＵ.example"]) {
      expect(await signIn({ email, password, address: "192.0.2.1" }, now)).toEqual({ person: { id: mei.id, name: mei.name } });
    }
  });

  it("takes the same letters from another keyboard", async () => {
    expect(await verifyPassword(await hashPassword("caf\u00e9 con leche y pan"), "cafe\u0301 con leche y pan")).toBe(true);
  });

  it.each([[mei.email, "wrong"], ["nobody@hku.example", password], [gone.email, password], ["", ""], ["no address", password], [`${"x".repeat(5000)}@y`, "\u0000"], [mei.email, "x".repeat(9000)]])(
    "refuses %s with one and the same answer",
    async (email, wrong) => {
      expect(await signIn({ email, password: wrong, address: "192.0.2.2" }, now)).toEqual({ code: "wrongCredentials" });
    },
  );

  it("takes as long for an address nobody has", async () => {
    const time = async (email: string) => {
      const before = performance.now();
      await signIn({ email, password: "wrong", address: "192.0.2.3" }, later);
      return performance.now() - before;
    };
    const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 7; round++) {
      known.push(await time(mei.email));
      unknown.push(await time("nobody@hku.example"));
    }
    // Without the hash of nobody's password it would be a tenth.
    expect(median(unknown) / median(known)).toBeGreaterThan(0.4);
  });
});

describe("too many attempts", () => {
  it("at one account are refused, even with the right password, until the time that is told", async () => {
    const attempt = (wrong: string, at: Date, address: string) => signIn({ email: "lock@um.example", password: wrong, address }, at);
    for (let count = 0; count < 10; count++) expect(await attempt("wrong", now, `192.0.2.${100 + count}`)).toEqual({ code: "wrongCredentials" });
    expect(await attempt("wrong", now, "192.0.2.99")).toEqual({ code: "tooManyAttempts", retryAt: "2026-11-24T01:15:00.000Z" });
    expect(await attempt("wrong", later, "192.0.2.99")).toEqual({ code: "wrongCredentials" });
  });

  it("at one account do not count once the right password came", async () => {
    const at = new Date("2026-11-24T03:00:00Z");
    for (let round = 0; round < 3; round++) {
      for (let count = 0; count < 8; count++) await signIn({ email: mei.email, password: "wrong", address: "192.0.2.4" }, at);
      expect(await signIn({ email: mei.email, password, address: "192.0.2.4" }, at)).toHaveProperty("person");
    }
  });

  it("from one network address are refused whoever they are for", async () => {
    const limit = { name: "test-address", of: "192.0.2.5", most: 100, minutes: 15 };
    const answers = await Promise.all(Array.from({ length: 120 }, () => countAttempt([limit], now)));
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(100);
  });

  it("from one network address are those that failed; what turned out well buys no more of them", async () => {
    const at = new Date("2026-11-24T05:00:00Z");
    const attempt = (email: string, typed: string) => signIn({ email, password: typed, address: "192.0.2.6" }, at);
    for (let count = 0; count < 20; count++) expect(await attempt(mei.email, password)).toHaveProperty("person");
    for (let count = 0; count < 100; count++) await countAttempt([{ name: "sign-in-address", of: "192.0.2.6", most: 100, minutes: 15 }], at);
    expect(await attempt(mei.email, password)).toHaveProperty("code", "tooManyAttempts");
  });

  it("are counted without saying for whom, and forgotten after a day", async () => {
    const rows = await asReader({ kind: "signIn" }, (tx) => tx.select().from(attempts));
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toMatch(/@|192\.0\.2/);
    await forgetOldAttempts(new Date("2026-11-26T00:00:00Z"));
    expect(await asReader({ kind: "signIn" }, (tx) => tx.$count(attempts))).toBe(0);
  });
});

describe("the address a request came from", () => {
  it("is what the server saw, not what the request says of itself", () => {
    expect(clientAddress(new Headers({ "x-forwarded-for": "203.0.113.7, 192.0.2.1" }))).toBe("192.0.2.1");
    expect(clientAddress(new Headers())).toBe("unknown");
  });
});
