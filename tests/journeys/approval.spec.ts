import { type Browser, expect, type Page, test } from "@playwright/test";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { paid, payment } from "../../lib/server/demo/stories-funds.ts";
import { serum, water } from "../../lib/server/demo/stories-sample.ts";
import { route } from "../../lib/server/demo/story-routes.ts";
import { publishCommittee } from "../support/committee.ts";
import { type Asked, journeyWorld } from "../support/journey-world.ts";
import { signedIn } from "../support/signed-in.ts";

/* How a request is decided: by both sides, by members who vote, by whoever stands in, again after a return, at a second look, and many at once. */

let world: Awaited<ReturnType<typeof journeyWorld>>;
test.beforeAll(async () => void (world = await journeyWorld()));
test.afterAll(() => world.stop());

const today = dayOf(new Date());
const seawater: Asked = { kind: "sample", title: "Seawater", facts: { ...water, ...route("hongkong", "shenzhen", "courier", "sz-bay") }, home: "hkbu", host: "szu", limit: { value: "24", unit: "tube" } };
const at = (id: string, step?: string) => (step === undefined ? `/requests/${id}` : `/requests/${id}/decide/${step}`);

/** Everybody signs in once. */
const pages = new Map<string, Promise<Page>>();
function as(browser: Browser, email: string): Promise<Page> {
  const page = pages.get(email) ?? signedIn(browser, email);
  pages.set(email, page);
  return page;
}

async function nameOf(email: string): Promise<string> {
  return (await world.person(email)).name;
}

async function approves(page: Page, id: string, step: string): Promise<void> {
  await page.goto(at(id, step));
  await page.getByRole("button", { name: /^Approve as / }).click();
  await page.waitForURL(`**${at(id)}`);
}

test("both sides decide, each for itself, and the requester sees who still has to", async ({ browser }) => {
  const id = await world.endorsed({ ...seawater, title: "Seawater, both sides" });
  const [requester, office, host] = await Promise.all(["researcher@hkbu.example", "office@hkbu.example", "host@szu.example"].map((email) => as(browser, email)));
  if (!requester || !office || !host) throw new Error("nobody signed in");
  const step = (name: string) => requester.getByRole("list", { name: "Steps" }).getByRole("listitem").filter({ hasText: name });
  await approves(office, id, "sign-off");
  // The sending side has no say at the receiving side.
  await office.goto(at(id, "acceptance"));
  await expect(office.getByRole("button", { name: /^Approve as / })).toHaveCount(0);
  await requester.goto(at(id));
  await expect(step("Home institution’s sign-off")).toContainText(await nameOf("office@hkbu.example"));
  await expect(step("Host institution’s acceptance")).toContainText("day");
  await approves(host, id, "acceptance");
  await requester.goto(at(id));
  await expect(step("Host institution’s acceptance")).toContainText(await nameOf("host@szu.example"));
  await expect(requester.getByRole("heading", { level: 1 }).locator("..")).toContainText(/Approved|Permitted|Permit/);
});

test("members vote; who stands aside leaves the count, and the tally is their desk's alone", { tag: "@further" }, async ({ browser }) => {
  const members = ["finance@hkbu.example", "tax@hkbu.example", "grants@hkbu.example"] as const;
  await world.staffs(members[1], "hkbu.finance");
  await world.staffs(members[2], "hkbu.finance");
  await publishCommittee();
  const id = await world.endorsed({ kind: "funds", title: "A large payment", facts: { ...payment, "from.city": "hongkong", "to.city": "shenzhen", "funds.ngo_activity": false, "funds.source": "hk_own", "funds.purpose": "subcontract_service" }, lines: paid("Testing laboratory", "USD", "1500000") ?? [], home: "hkbu", host: "szu", limit: { value: "1500000", unit: "USD" } });
  const here = at(id, "finance-committee");
  const [first, aside, last] = await Promise.all(members.map((email) => as(browser, email)));
  if (!first || !aside || !last) throw new Error("nobody signed in");
  await first.goto(here);
  await first.getByRole("radio", { name: "For", exact: true }).check();
  await first.locator("#vote").getByRole("button", { name: "Vote" }).click();
  await expect(first.locator("#vote")).toContainText("1 of 3 have voted");
  await aside.goto(here);
  await aside.locator("#vote summary", { hasText: "Stand aside" }).click();
  await aside.locator('#vote textarea[name="reason"]').fill("My sister works at the laboratory.");
  await aside.locator("#vote").getByRole("button", { name: "Stand aside" }).click();
  await expect(aside.locator("#vote")).toContainText("1 of 2 have voted");

  // How it stands is no business of the requester's, on whatever page.
  const requester = await as(browser, "researcher@hkbu.example");
  for (const path of [at(id), here]) {
    await requester.goto(path);
    await expect(requester.getByRole("heading", { level: 1 })).toContainText("A large payment");
    await expect(requester.locator("#vote")).toHaveCount(0);
    for (const secret of ["have voted", "sister"]) await expect(requester.locator("main")).not.toContainText(secret);
  }

  await last.goto(here);
  await last.getByRole("radio", { name: "For", exact: true }).check();
  await last.locator("#vote").getByRole("button", { name: "Vote" }).click();
  await expect(last.locator("#vote")).toContainText("2 of 2 have voted");
  expect((await world.look("researcher@hkbu.example", id)).steps.find((step) => step.id === "finance-committee")).toMatchObject({ status: "done", outcome: "approved", settledBy: { by: "vote" }, ballots: [], recused: [] });
});

test("whoever stands in decides for the person who is away, and every page says so", { tag: "@further" }, async ({ browser }) => {
  // Another pair at each try: a stand-in of one that failed still runs.
  const mailbox = ["customs", "export", "legal"][test.info().retry] ?? "customs";
  const [away, locum] = [`${mailbox}@hkbu.example`, `${mailbox}@um.example`];
  await world.staffs(away, "hkbu.sign-off");
  const id = await world.endorsed({ ...seawater, title: "Seawater, stand-in" });
  const both = `${await nameOf(locum)} for ${await nameOf(away)}`;
  const officer = await as(browser, away);
  await officer.goto("/account/absence");
  const named = async (by: string) => {
    await officer.locator('input[name="by"]').fill(by);
    await officer.locator('input[name="from"]').fill(today);
    await officer.locator('input[name="until"]').fill(addDays(today, 5));
    await officer.getByRole("button", { name: "Name a stand-in" }).click();
  };
  await named(away);
  await expect(officer.getByText("Nobody stands in for themselves. Name a colleague.").first()).toBeVisible();
  await named(locum);
  await expect(officer.getByText("The stand-in is set.")).toBeVisible();

  const instead = await as(browser, locum);
  await instead.goto("/inbox");
  await instead.getByRole("row").filter({ hasText: "Seawater, stand-in" }).first().filter({ hasText: `for ${await nameOf(away)}` }).getByRole("link").click();
  await expect(instead.getByRole("region", { name: "Decision" }).getByText(`for ${await nameOf(away)}`)).toBeVisible();
  await instead.getByRole("button", { name: /^Approve as / }).click();
  await instead.waitForURL(`**${at(id)}`);
  const requester = await as(browser, "researcher@hkbu.example");
  await requester.goto(at(id));
  await expect(requester.getByRole("list", { name: "Steps" })).toContainText(both);
  await expect(requester.locator("section", { has: requester.getByRole("heading", { name: "History" }) })).toContainText(both);
  const host = await as(browser, "host@szu.example");
  await host.goto(at(id, "acceptance"));
  await expect(host.locator("section", { has: host.getByRole("heading", { name: "What others decided" }) })).toContainText(both);

  await officer.goto("/account/absence");
  await officer.getByRole("button", { name: /^End: / }).click();
  await expect(officer.getByText("The stand-in has ended.")).toBeVisible();
  await expect(officer.getByRole("row").filter({ hasText: await nameOf(locum) }).first()).toContainText("Ended early");
});

test("after a return with one answer changed only the desk it concerns decides again; what the other decided stands and says so", async ({ browser }) => {
  const id = await world.endorsed({ kind: "sample", title: "Serum, one answer", facts: { ...serum, ...route("guangzhou", "hongkong", "courier", "hkia") }, home: "smu", host: "hku", limit: { value: "30", unit: "tube" } });
  await world.give("ethics@smu.example", id, { type: "approve", step: "ethics" });
  await world.give("biosafety@hku.example", id, { type: "return", step: "biosafety", questions: [{ fact: "sample.un", text: "Which UN number is on the label?" }] });
  const requester = await as(browser, "researcher@smu.example");
  await requester.goto(at(id));
  await requester.locator('#reply input[name="sample.un"][value="exempt_human"]').check();
  await requester.locator('#reply textarea[name="answers.0.text"]').fill("None: it is exempt.");
  await requester.getByRole("button", { name: "Send it back to the desks" }).click();
  await expect(requester.locator("#reply")).toHaveCount(0);
  await expect(requester.getByRole("list", { name: "Steps" }).getByRole("listitem").filter({ hasText: "ethics" })).toContainText("nothing it concerns changed");

  // The endorsement answers for the whole, so it is given again as well.
  await world.give("pi@smu.example", id, { type: "approve", step: "endorsement" });
  const biosafety = await as(browser, "biosafety@hku.example");
  await biosafety.goto(at(id, "biosafety"));
  await expect(biosafety.locator("section", { has: biosafety.getByRole("heading", { name: "What others decided" }) })).toContainText("nothing it concerns changed");
  await approves(biosafety, id, "biosafety");
  const { steps } = await world.look("researcher@smu.example", id);
  expect(steps.map(({ id: step, round, status }) => [step, round, status])).toEqual(expect.arrayContaining([["ethics", 1, "done"], ["biosafety", 2, "done"], ["sign-off", 1, "open"]]));
});

test("a rejection is appealed and looked at again by somebody who took no part; the first decision stands in the history", { tag: "@further" }, async ({ browser }) => {
  const id = await world.endorsed({ ...seawater, title: "Seawater, appealed" });
  await world.give("office@hkbu.example", id, { type: "reject", step: "sign-off", reasons: [{ code: "incomplete", text: "The map is missing." }] });
  const requester = await as(browser, "researcher@hkbu.example");
  await requester.goto(at(id));
  await requester.locator("summary", { hasText: "Appeal" }).click();
  await requester.locator("details[open] textarea[name=reason]").fill("The map was attached from the beginning.");
  await requester.locator("details[open]").getByRole("button", { name: "Appeal" }).click();
  await expect(requester.getByRole("list", { name: "Steps" })).toContainText("Appeal");
  // Whoever rejected it has no second look.
  const office = await as(browser, "office@hkbu.example");
  await office.goto(at(id, "appeal"));
  await expect(office.getByRole("button", { name: "Decide the appeal" })).toHaveCount(0);
  const other = await as(browser, "office@szu.example");
  await other.goto(at(id));
  await other.getByRole("link", { name: "Open the case" }).click();
  await expect(other.getByRole("region", { name: "Decision" }).getByRole("link", { name: "Decide the appeal" })).toBeVisible();
  await other.locator('select[name="outcome"]').selectOption("overturned");
  await other.locator('form:has(select[name="outcome"]) textarea[name="reason"]').fill("The map is there.");
  await other.getByRole("button", { name: "Decide the appeal" }).click();
  await other.waitForURL(`**${at(id)}`);
  await requester.goto(at(id));
  const history = requester.locator("section", { has: requester.getByRole("heading", { name: "History" }) });
  for (const said of ["The map is missing.", "The map was attached from the beginning.", "The map is there."]) await expect(history).toContainText(said);
  expect((await world.look("researcher@hkbu.example", id)).status).toBe("in-review");
});

test("twenty are decided at once, without scripts, with a result and an entry for each", { tag: "@further" }, async ({ browser }) => {
  const water20 = { ...seawater, home: "mpu", host: "scut", facts: { ...water, ...route("macao", "guangzhou", "courier", "hzmb-macao") } };
  for (let made = 0; made < 20; made += 5) await Promise.all([1, 2, 3, 4, 5].map((more) => world.submitted({ ...water20, title: `Batch ${made + more}` })));
  const page = await signedIn(browser, "pi@mpu.example", "en", { scripts: false });
  await page.goto("/inbox");
  const boxes = (await page.getByRole("row").filter({ hasText: "Batch" }).locator('input[name="row"]').all()).slice(0, 20);
  const ids = await Promise.all(boxes.map(async (box) => ((await box.getAttribute("value")) ?? "").split(" ")[0] ?? ""));
  for (const box of boxes) await box.check();
  await page.getByRole("button", { name: "Decide the selected…" }).click();
  await expect(page.locator('input[name="row"]:checked')).toHaveCount(20);
  // Meanwhile one of them is gone.
  await world.give("researcher@mpu.example", ids[7] ?? "", { type: "withdraw", reason: "Not needed." });
  await page.locator('input[name="type"][value="approve"]').check();
  await page.getByRole("button", { name: "Do this for the selected" }).click();
  await expect(page.locator('main [data-tag="done"]')).toHaveCount(19);
  await expect(page.locator('main [data-tag="stop"]')).toHaveCount(1);
  const after = await Promise.all(ids.map((id) => world.look("researcher@mpu.example", id)));
  expect(after.map(({ steps }) => steps.find(({ id }) => id === "endorsement")?.decisions.length)).toEqual(ids.map((_, index) => (index === 7 ? 0 : 1)));
});
