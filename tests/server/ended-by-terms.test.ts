import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ownWork } from "../../db/queries/own-work.ts";
import { requestCount, requestList } from "../../db/queries/request-list.ts";
import { yoursAmong } from "../../db/queries/whose-move.ts";
import { addDays } from "../../lib/calendar/day.ts";
import { personActor } from "../../lib/server/person.ts";
import { expirePermits } from "../../lib/server/worker.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { verifiedAcrossDays } from "../support/verified.ts";
import { call, codesOf, keyOf, look, say } from "./api-world.ts";
import { asker, permitted, window } from "./seawater.ts";

/* A permit whose days are over is said to have ended by every list, page and command alike, before and after the worker writes it down. */

// Before anything is imported: the permits are issued so long ago that their sixty days are over now.
vi.hoisted(() => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 90 * 86_400_000 }));
const office = "office@hkust.example";
const reason = "The vessel is late.";
let world: World;
beforeAll(async () => {
  world = await demoWorld();
}, 180_000);
beforeEach(() => void vi.useRealTimers());
afterAll(() => world.stop());

/** How a request stands, wherever it is read. */
async function said(id: string) {
  const actor = (await personActor(asker)) ?? expect.fail("nobody");
  const { status, permit, allowed } = (await look(id)).body;
  const item = (of: readonly { readonly id: string; readonly status: string }[]) => of.find((one) => one.id === id)?.status;
  const only = async (as: "permitted" | "expired" | "revoked") => item((await requestList(actor, { status: as, limit: 100 })).items) !== undefined;
  const home = (await ownWork(actor, 500)).find((one) => one.id === id);
  return {
    page: [status, permit.status],
    check: (await call("GET /api/v1/permits/{number}", `/api/v1/permits/${permit.number}`)).body.status,
    list: item((await requestList(actor, { limit: 100 })).items),
    searched: item((await requestList(actor, { search: { q: "zzz", meant: { kinds: [], statuses: ["expired", "revoked"], cities: [], movers: [], options: [] } }, limit: 100 })).items),
    lists: [await only("permitted"), await only("expired"), await only("revoked")],
    home: [home?.status, home?.permit?.status],
    nobodys: item((await requestList(actor, { whose: "nobody", limit: 100 })).items),
    yours: (await yoursAmong(actor, [id])).has(id),
    may: allowed.filter((one: { allowed: boolean }) => one.allowed).map(({ command }: { command: string }) => command),
  };
}

test("an expired and a revoked permit are said alike by the list, the page, the home page and the check, and no command is given under them", async () => {
  vi.setSystemTime(Date.parse(`${window.from}T04:00:00Z`));
  const [over, taken] = [await permitted(), await permitted()];
  expect((await say(taken, office, { type: "revoke", from: addDays(window.from, 9), reason })).status).toBe(200);
  vi.useRealTimers();
  const [expired, revoked] = [await said(over), await said(taken)];
  expect(expired).toMatchObject({ page: ["expired", "expired"], check: "expired", list: "expired", searched: "expired", lists: [false, true, false], home: ["expired", "expired"] });
  expect(revoked).toMatchObject({ page: ["revoked", "revoked"], check: "revoked", list: "revoked", searched: "revoked", lists: [false, false, true], home: ["revoked", "revoked"] });
  for (const type of ["suspend", "reinstate", "reissue", "revoke", "close"]) expect([type, codesOf(await say(over, office, { type, reason }))]).toEqual([type, [422, "wrongStatus"]]);
  expect(codesOf(await say(over, asker, { type: "renew", window: { from: window.from, to: addDays(window.to, 90) }, reason }))).toEqual([422, "wrongStatus"]);
  const actor = (await personActor(asker)) ?? expect.fail("nobody");
  const count = () => requestCount(actor, { status: "expired" });
  const before = await count();
  expect(await expirePermits()).toBeGreaterThanOrEqual(2);
  expect([await said(over), await said(taken), await count()]).toEqual([expired, revoked, before]);
  expect((await call("GET /api/v1/requests", "/api/v1/requests?status=expired&limit=100", { key: await keyOf(asker) })).body.items.map(({ id }: { id: string }) => id)).toContain(over);
});

test("the record of all this verifies", async () => {
  expect(await verifiedAcrossDays()).toMatchObject({ ok: true });
});
