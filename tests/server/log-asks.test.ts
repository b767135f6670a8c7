import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "../../db/client.ts";
import { proofOfEvent } from "../../lib/server/log-proofs.ts";
import { rotateLogKey } from "../../lib/server/publish-log-key.ts";
import { sealAll } from "../../lib/server/sealer.ts";
import type { World } from "../db/demo-world.ts";
import { smallRecord } from "../db/small-record.ts";
import { recordStatements } from "../support/recorded-statements.ts";

let world: World;
beforeAll(async () => {
  world = await smallRecord();
  // The end of a log whose size is a power of two is one subtree.
  for (let key = 0; key < 3; key++) await rotateLogKey({ compromised: false });
  await sealAll();
});
afterAll(() => world.stop());

// Of what a proof costs, most is the way to the database.
test("under a seal that proofs were given under before, a proof asks for its leaf and the seal, and goes to the database once", async () => {
  const events = await world.owner<{ hash: string }[]>`select hash from leaves order by index`;
  for (const { hash } of events) await proofOfEvent({ hash });
  await closeDatabase();
  const { taken } = recordStatements(world.url);
  for (const { hash } of events) {
    expect(await proofOfEvent({ hash })).toMatchObject({ hash, size: events.length });
    expect(taken().map(({ query }) => /from "leaves"|from "seals"|^begin read only|^commit/.exec(query)?.[0] ?? query)).toEqual(["begin read only", 'from "leaves"', 'from "seals"', "commit"]);
  }
});
