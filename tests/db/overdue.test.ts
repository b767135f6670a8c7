import { afterAll, beforeAll, expect, test } from "vitest";
import { ownWork } from "../../db/queries/own-work.ts";
import { requestList } from "../../db/queries/request-list.ts";
import { yoursAmong } from "../../db/queries/whose-move.ts";
import { dayOf } from "../../lib/calendar/day.ts";
import { movesOf, obligationsOf } from "../../lib/request/agenda.ts";
import { isOverdue, openObligations } from "../../lib/request/obligations.ts";
import { personActor } from "../../lib/server/person.ts";
import { requestDetail } from "../../lib/server/request-detail.ts";
import { demoWorld, type World } from "./demo-world.ts";

/* What is late is said alike by a home page, the list of requests and the request itself. */

const today = dayOf(new Date());
let world: World;
beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

async function reader(email: string) {
  return (await personActor(email)) ?? expect.fail(email);
}

async function everyRequester() {
  const rows = await world.owner<{ email: string }[]>`select distinct p.email from requests r join people p on p.id = r.requester join permits using (request_id) order by 1`;
  return Promise.all(rows.map(({ email }) => reader(email)));
}

test("home page, list and request say alike what is late, of every requester and however the permit ended", async () => {
  const ended = new Set<string>();
  for (const actor of await everyRequester()) {
    const own = await ownWork(actor, 500);
    const mine = own.filter(({ requester, permit }) => requester.mine && permit !== null);
    const late = movesOf(mine, today, new Map()).flatMap((move) => (move.is === "overdue" ? [move.request.id] : []));
    const [theirs, nobodys] = [await yoursAmong(actor, mine.map(({ id }) => id)), new Set((await requestList(actor, { whose: "nobody", limit: 100 })).items.map(({ id }) => id))];
    for (const { id, status } of mine) {
      const detail = (await requestDetail(actor, id)) ?? expect.fail(id);
      const isLate = late.includes(id);
      if (status !== "permitted" && status !== "approved") expect([id, theirs.has(id), nobodys.has(id)]).toEqual([id, isLate, !isLate]);
      expect([id, isLate]).toEqual([id, detail.obligations.some((one) => isOverdue(one, detail.requirements))]);
      if (isLate) ended.add(status);
      const shown = openObligations(detail.obligations);
      const listed = obligationsOf(mine.filter((one) => one.id === id), today).filter(({ at }) => at === "afterwards");
      expect([id, listed.map((one) => one.id).toSorted()]).toEqual([id, shown.map((one) => one.id).toSorted()]);
    }
  }
  // The demonstration has one that was revoked after its crossing, and what it declares afterwards is late.
  expect([...ended].toSorted()).toEqual(["permitted", "revoked"]);
});
