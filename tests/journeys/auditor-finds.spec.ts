import { rmSync } from "node:fs";
import { createServer } from "node:net";
import postgres from "postgres";
import { startEmbedded } from "../../db/embedded.ts";
import { causeway, startCauseway } from "../support/causeway.ts";
import { copiedWorld } from "../support/copied-world.ts";
import { expect, test } from "../support/journey.ts";
import { plant } from "../support/plant.ts";
import { scratchFolder } from "../support/scratch.ts";
import { signIn } from "../support/signed-in.ts";

/* What whoever owns the database plants is found. On a database of its own: what is planted never leaves a record. */

let environment: { CAUSEWAY_DATA: string; PORT: string };
let running: Awaited<ReturnType<typeof startCauseway>>;

test.beforeAll(async () => {
  environment = { CAUSEWAY_DATA: scratchFolder(), PORT: String(await freePort()) };
  if (!copiedWorld(environment.CAUSEWAY_DATA)) expect((await causeway(["seed"], environment)).code).toBe(0);
  running = await startCauseway(environment);
});

test.afterAll(async () => {
  running.signal("SIGINT");
  await running.over;
  rmSync(environment.CAUSEWAY_DATA, { recursive: true, force: true });
});

test("an auditor finds a planted self-approval, and sees what an owner of the database changed", { tag: "@further" }, async ({ browser }) => {
  const base = `http://localhost:${environment.PORT}`;
  const database = await startEmbedded(environment.CAUSEWAY_DATA, { purpose: "borrow" });
  const owner = postgres(database.ownerUrl, { max: 1 });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  try {
    await page.goto(`${base}/sign-in`);
    await signIn(page, "auditor@causeway.example");
    await page.waitForURL(`${base}/`);
    await page.goto(`${base}/audit/questions`);
    await page.getByRole("link", { name: "Did anybody decide on a request of their own or their team?" }).click();
    await expect(page.getByRole("status")).toContainText("None. Nobody decided on a request of their own or of their team.");

    const [request] = await owner<{ id: string; number: string; requester: string }[]>`select request_id as id, number, requester from requests where status = 'in-review' order by 1 limit 1`;
    if (!request) throw new Error("nothing is in review");
    const { id, number, requester } = request;
    const seq = await plant(owner, { stream: `request:${id}`, type: "step.approved", actor: { person: requester, desk: null }, data: { step: "sign-off", round: 1, conditions: [] } });
    await owner`update requests set requester = (select id from people where email = 'biosafety@hku.example') where request_id = ${id}`;
    await page.reload();
    await expect(page.getByRole("status")).toContainText("One decision was made on a request of one’s own or one’s team.");
    const row = page.getByRole("row").filter({ hasText: number });
    await expect(row).toContainText("decided on their own request");
    await row.getByRole("link", { name: `Event ${seq}` }).click();
    await expect(page.locator(`#event-${seq}`)).toBeVisible();
    await expect(page.getByText("The chain holds")).toBeVisible();

    await owner`update events set actor = jsonb_set(actor, '{person}', to_jsonb((select id from people where email = 'biosafety@hku.example'))) where request_id = ${id} and seq = 1`;
    await page.reload();
    await expect(page.getByText("The chain does not hold")).toBeVisible();
    await expect(page.locator("#event-1").getByRole("alert")).toBeVisible();
  } finally {
    await Promise.all([context.close(), owner.end(), database.stop()]);
  }
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
