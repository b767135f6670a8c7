import { existsSync } from "node:fs";
import path from "node:path";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isAccepted } from "../../lib/server/answer.ts";
import { attachDocument } from "../../lib/server/documents.ts";
import { createRequest, execute } from "../../lib/server/execute.ts";
import { personActor } from "../../lib/server/person.ts";
import { settings } from "../../lib/server/settings.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { scratchFolder } from "../support/scratch.ts";

process.env.CAUSEWAY_DATA = scratchFolder();
let world: World;

beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

test("a deleted draft takes its files along, whichever way the command came", async () => {
  const actor = await personActor("researcher@hkust.example");
  if (!actor) throw new Error("nobody to act as");
  const begun = await createRequest(actor, { kind: "sample", title: "Seawater" });
  if (!isAccepted(begun)) throw new Error("not begun");
  const { id } = begun;
  await attachDocument(actor, id, { name: "a.txt", bytes: new TextEncoder().encode("A list."), paper: null, commandId: newId() });
  const kept = path.join(settings().CAUSEWAY_DATA, "documents", id);
  expect(existsSync(kept)).toBe(true);
  expect(await execute(actor, id, { type: "deleteDraft", commandId: newId() })).toMatchObject({ status: "deleted" });
  expect(existsSync(kept)).toBe(false);
});
