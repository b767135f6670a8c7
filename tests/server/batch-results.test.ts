import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decideRows } from "@/app/(desk)/inbox/actions";
import { untouched } from "@/app/(auth)/form-state";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Action, send, signInAs } from "./forms-world.ts";
import { give, keyOf } from "./api-world.ts";
import { submitted } from "./seawater.ts";

/* What a page says of many that were decided at once. */

let world: World;
beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

test("each result names its request, also of one that is gone meanwhile, and when the form was sent twice", async () => {
  const titles = ["Seawater, kept", "Seawater, withdrawn"];
  const ids = await Promise.all(titles.map((title) => submitted({ title })));
  expect((await give(ids[1] ?? "", await keyOf("researcher@hkust.example"), { type: "withdraw", reason: "Not needed." })).status).toBe(200);
  await signInAs("pi@hkust.example", "en");
  const form = new FormData();
  for (const id of ids) form.append("row", `${id} endorsement`);
  for (const [name, value] of Object.entries({ batch: newId(), type: "approve", text: "", code: "other" })) form.set(name, value);
  for (const time of ["once", "twice"]) {
    const became = await send(decideRows as Action, untouched, form);
    const results = "state" in became ? became.state.results : [];
    expect([time, results]).toMatchObject([time, [{ title: "Seawater, kept · Endorsement", ok: true }, { title: "Seawater, withdrawn · Endorsement", ok: false }]]);
  }
});
