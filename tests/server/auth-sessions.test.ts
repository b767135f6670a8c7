import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asReader } from "../../db/client.ts";
import { sessions } from "../../db/schema/people.ts";
import { changePassword } from "../../lib/server/change-password.ts";
import { personActor } from "../../lib/server/person.ts";
import { beginSession, endListedSession, endOtherSessions, endSession, findSession, listSessions, removeEnded } from "../../lib/server/sign-in-sessions.ts";
import { authWorld, gone, mei, password, rui } from "./auth-world.ts";

let leave: () => Promise<void>;
beforeAll(async () => (leave = await authWorld()));
afterAll(() => leave());

const start = new Date("2026-11-24T01:00:00Z");
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);

describe("a session", () => {
  it("stands for its person, with every grant", async () => {
    const found = await findSession(await beginSession(mei.id, "Firefox", start), later(1));
    expect(found).toMatchObject({ kind: "person", ...mei });
    expect(found?.grants.map(({ role, scope }) => [role, scope])).toEqual([
      ["desk-officer", { kind: "desk", id: "hku.biosafety" }],
      ["researcher", { kind: "organisation", id: "hku" }],
    ]);
    expect(found?.grants[0]?.permissions).toContain("step.decide");
    expect((await personActor("RUI@um.example"))?.grants).toMatchObject([{ role: "auditor", scope: { kind: "everything" } }]);
  });

  it("is kept as a hash only", async () => {
    const token = await beginSession(mei.id, "Firefox", start);
    const rows = await asReader({ kind: "signIn" }, (tx) => tx.select().from(sessions));
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("ends after twelve hours without use", async () => {
    const token = await beginSession(mei.id, null, start);
    expect(await findSession(token, later(11.9))).not.toBeNull();
    expect(await findSession(token, later(11.9 + 12.1))).toBeNull();
    const idle = await beginSession(mei.id, null, start);
    expect(await findSession(idle, later(12.1))).toBeNull();
  });

  it("ends after thirty days however much it is used", async () => {
    const token = await beginSession(mei.id, null, start);
    for (let hours = 10; hours < 720; hours += 10) expect(await findSession(token, later(hours))).not.toBeNull();
    expect(await findSession(token, later(720.1))).toBeNull();
  });

  it("ends when it is ended, and only it", async () => {
    const [one, other] = [await beginSession(mei.id, null, start), await beginSession(mei.id, null, start)];
    await endSession(one);
    expect(await findSession(one, start)).toBeNull();
    expect(await findSession(other, start)).not.toBeNull();
  });

  it("of somebody who left is none", async () => expect(await findSession(await beginSession(gone.id, null, start), start)).toBeNull());

  it.each(["", "x", "a".repeat(43), "a".repeat(10_000), "\u0000", "eyJhbGciOiJub25lIn0.e30.", "'; drop table sessions; --", "🧪".repeat(43)])("a cookie of garbage is no session: %j", async (token) => {
    expect(await findSession(token, start)).toBeNull();
  });

  it("is listed to its person, who may end it from another; nobody else may", async () => {
    const [here, there] = [await beginSession(rui.id, "Firefox\u0000 on\u202e Linux", start), await beginSession(rui.id, null, start)];
    const actor = (await findSession(here, start))!;
    const listed = await listSessions(actor, here, start);
    expect(listed).toHaveLength(2);
    expect(listed.find(({ current }) => current)?.agent).toBe("Firefox on Linux");
    const other = listed.find(({ current }) => !current)!;
    const stranger = (await personActor(mei.email))!;
    await endListedSession(stranger, other.id);
    expect(await findSession(there, start)).not.toBeNull();
    await endListedSession(actor, "%");
    await endListedSession(actor, other.id);
    expect(await findSession(there, start)).toBeNull();
    expect(await findSession(here, start)).not.toBeNull();
  });

  it("stays when all others are ended", async () => {
    const [here, there] = [await beginSession(rui.id, null, start), await beginSession(rui.id, null, start)];
    const foreign = await beginSession(mei.id, null, start);
    await endOtherSessions((await findSession(here, start))!, here);
    expect(await findSession(there, start)).toBeNull();
    expect(await findSession(here, start)).not.toBeNull();
    expect(await findSession(foreign, start)).not.toBeNull();
  });

  it("is removed once it has run out", async () => {
    await removeEnded(later(24 * 40));
    expect(await asReader({ kind: "signIn" }, (tx) => tx.$count(sessions))).toBe(0);
  });
});

describe("a password that is changed", () => {
  const change = async (current: string, next: string) => changePassword((await personActor(rui.email))!, { current, next, address: "192.0.2.9" }, start);
  it("needs the one before, and must be a fair one", async () => {
    expect(await change("not the password", "five tubes on dry ice")).toEqual({ code: "wrongCredentials" });
    expect(await change(password, "short")).toEqual({ problems: ["tooShort"] });
    expect(await change(password, "five tubes on dry ice")).toEqual({ done: true });
    expect(await change(password, "six tubes on dry ice")).toEqual({ code: "wrongCredentials" });
  });
});
