import { paid, payment } from "../../lib/server/demo/stories-funds.ts";
import { water } from "../../lib/server/demo/stories-sample.ts";
import { route } from "../../lib/server/demo/story-routes.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { fillIn, isAt, press, tabTo } from "../support/by-keyboard.ts";
import { committee, publishCommittee } from "../support/committee.ts";
import { expect, test } from "../support/journey.ts";
import { type Asked, journeyWorld } from "../support/journey-world.ts";
import { signedIn } from "../support/signed-in.ts";

/* What people do here, by keyboard alone: nothing is clicked, and nothing is given the focus but by the page itself. After each act the focus is where one goes on. */

let world: Awaited<ReturnType<typeof journeyWorld>>;
test.beforeAll(async () => void (world = await journeyWorld()));
test.afterAll(() => world.stop());

test.describe.configure({ mode: "parallel" });

const today = dayOf(new Date());
const path = { ...route("hongkong", "shenzhen", "courier", "sz-bay"), ...water };
const seawater: Asked = { kind: "sample", title: "Seawater", facts: path, home: "hkbu", host: "szu", limit: { value: "24", unit: "tube" } };

test("a request is filled in, led back to what is missing, and sent", { tag: "@further" }, async ({ browser }) => {
  const page = await signedIn(browser, "researcher@hkbu.example");
  const button = (name: string) => page.getByRole("main").getByRole("button", { name, exact: true });
  await page.goto("/requests/new");
  await fillIn(page, { title: "Seawater by keyboard" }, button("Begin the request"));
  await page.keyboard.press("Enter");
  await isAt(page, page.getByRole("alert"));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await isAt(page, page.locator('input[name="kind"]').first());
  await page.keyboard.press("Shift+Tab");
  await fillIn(page, { kind: "sample" }, button("Begin the request"));
  await page.keyboard.press("Enter");
  await page.waitForURL("**/edit/**");

  const answers = { ...Object.fromEntries(Object.entries(path).map(([fact, value]) => [fact, value === true ? "yes" : value === false ? "no" : String(value)])), date: addDays(today, 20), host: "szu", endorser: "pi@hkbu.example", "window.from": today, "window.to": addDays(today, 60) };
  for (let pages = 0; !page.url().endsWith("/check"); pages++) {
    expect(pages, "the form has an end").toBeLessThan(20);
    // The next page, or this one again with the questions that an answer opened.
    const drawn = async () => `${page.url()} ${await page.locator('input[name="version"]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).defaultValue).join())}`;
    await isAt(page, page.locator("[data-begin]"));
    const on = button("Save and go on").or(page.locator('[data-begin] a[href$="/edit/check"]'));
    await fillIn(page, answers, on);
    const before = await drawn();
    await page.keyboard.press("Enter");
    await expect.poll(drawn, before).not.toBe(before);
  }
  const main = page.locator("main");
  if ((await main.locator('input[name="terms[]"]').count()) > 0) {
    await fillIn(page, { "terms[]": "yes" }, button("Accept the terms"));
    await page.keyboard.press("Enter");
    await expect(main.locator('input[name="terms[]"]')).toHaveCount(0);
    await isAt(page, page.locator("[data-begin]"));
  }
  await press(page, button("Submit to both institutions"));
  await page.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
  await isAt(page, main);
});

test("an officer takes a case and sends it back with a question; its requester is led to the answer, changes it and sends it again", async ({ browser }) => {
  const title = `Seawater, asked ${Date.now()}`;
  const id = await world.endorsed({ ...seawater, title });
  const office = await signedIn(browser, "office@hkbu.example");
  await office.goto("/inbox");
  const row = office.getByRole("row").filter({ hasText: title });
  await press(office, row.getByRole("button", { name: /^Take/ }), { most: 300 });
  await expect(row.getByRole("button", { name: /^Give/ })).toBeVisible();
  // The queue was drawn anew; what was taken is opened next.
  await isAt(office, row.getByRole("link"));
  await office.keyboard.press("Enter");
  await office.waitForURL("**/decide/**");
  await press(office, office.getByRole("region", { name: "Decision" }).getByRole("link", { name: "Return with questions" }));
  const back = office.locator("#return");
  await isAt(office, back);
  const send = back.getByRole("button", { name: "Return with questions" });
  await press(office, send);
  await isAt(office, back.getByRole("alert"));
  await office.keyboard.press("Tab");
  await office.keyboard.press("Enter");
  await isAt(office, back.locator('[name="questions.0.text"]'));
  await office.keyboard.type("How many tubes?");
  await fillIn(office, { "questions.0.fact": "sample.quantity" }, send);
  await office.keyboard.press("Enter");
  await office.waitForURL(`**/requests/${id}`);
  await isAt(office, office.locator("main"));

  const requester = await signedIn(browser, "researcher@hkbu.example");
  await requester.goto("/");
  await press(requester, requester.locator(`main a[href="/requests/${id}#reply"]`));
  await requester.waitForURL(`**/requests/${id}#reply`);
  const reply = requester.locator("#reply");
  await isAt(requester, reply);
  await fillIn(requester, { "sample.quantity": "12" }, reply.getByRole("button", { name: "Send it back to the desks" }));
  await requester.keyboard.press("Enter");
  await isAt(requester, reply.getByRole("alert"));
  await requester.keyboard.press("Tab");
  await requester.keyboard.press("Enter");
  await isAt(requester, reply.locator("textarea"));
  await requester.keyboard.type("Twelve.");
  await press(requester, reply.getByRole("button", { name: "Send it back to the desks" }));
  await expect(reply).toHaveCount(0);
  await isAt(requester, requester.locator("main"));
  expect(await world.look("researcher@hkbu.example", id)).toMatchObject({ questions: [], facts: { "sample.quantity": 12 } });
});

test("one member stands aside, with the reason, and another votes", { tag: "@further" }, async ({ browser }) => {
  const members = ["finance@hkust.example", "tax@hkust.example", "grants@hkust.example"] as const;
  for (const email of members.slice(1)) await world.staffs(email, "hkust.finance");
  await publishCommittee();
  const id = await world.endorsed({ kind: "funds", title: "A large payment by keyboard", facts: { ...payment, "from.city": "hongkong", "to.city": "shenzhen", "funds.ngo_activity": false, "funds.source": "hk_own", "funds.purpose": "subcontract_service" }, lines: paid("Testing laboratory", "USD", "1500000") ?? [], home: "hkust", host: "szu", limit: { value: "1500000", unit: "USD" } });
  const [aside, voter] = await Promise.all([members[0], members[1]].map((email) => signedIn(browser, email)));
  if (!aside || !voter) throw new Error("nobody signed in");
  await aside.goto(`/requests/${id}/decide/${committee}`);
  const stand = aside.locator("#vote details").getByRole("button", { name: "Stand aside" });
  await press(aside, aside.locator("#vote summary", { hasText: "Stand aside" }));
  await press(aside, stand);
  await isAt(aside, aside.locator("#vote").getByRole("alert"));
  await aside.keyboard.press("Tab");
  await aside.keyboard.press("Enter");
  await isAt(aside, aside.locator('#vote textarea[name="reason"]'));
  await aside.keyboard.type("My sister works at the laboratory.");
  await press(aside, stand);
  await expect(aside.locator("#vote")).toContainText("0 of 2 have voted");
  await isAt(aside, aside.locator("#vote"));

  await voter.goto(`/requests/${id}/decide/${committee}`);
  await press(voter, voter.getByRole("region", { name: "Decision" }).getByRole("link", { name: "Vote" }));
  await isAt(voter, voter.locator("#vote"));
  await fillIn(voter, { vote: "for" }, voter.locator("#vote").getByRole("button", { name: "Vote" }));
  await voter.keyboard.press("Enter");
  await expect(voter.locator("#vote")).toContainText("1 of 2 have voted");
  await isAt(voter, voter.locator("#vote"));
});

test("of many cases one is ticked and the error of a batch leads to the choice that is missing", async ({ browser }) => {
  const title = `Seawater, many ${Date.now()}`;
  for (const one of ["first", "second"]) await world.submitted({ ...seawater, title: `${title}, ${one}`, home: "cityu" });
  const page = await signedIn(browser, "pi@cityu.example");
  await page.goto("/inbox", { waitUntil: "networkidle" });
  for (const one of ["first", "second"]) {
    await tabTo(page, page.getByRole("row").filter({ hasText: `${title}, ${one}` }).getByRole("checkbox"), { most: 300 });
    await page.keyboard.press("Space");
  }
  await press(page, page.getByRole("button", { name: "Decide the selected…" }), { back: true, most: 300 });
  await page.waitForURL("**/inbox/decide**");
  const submit = page.getByRole("button", { name: "Do this for the selected" });
  await press(page, submit);
  await isAt(page, page.getByRole("alert"));
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await isAt(page, page.locator('input[name="type"]').first());
  await page.keyboard.press("Space");
  await press(page, submit);
  await expect(page.locator('main [data-tag="done"]')).toHaveCount(2);
  await isAt(page, page.getByRole("status").filter({ hasText: title }));
});

test("an auditor searches, turns to older results, and goes on with the first of them", async ({ browser }) => {
  const page = await signedIn(browser, "auditor@causeway.example");
  await page.goto("/audit");
  const found = page.locator("#found");
  await page.keyboard.press("Tab");
  await press(page, page.getByRole("link", { name: "Skip to the list" }));
  await isAt(page, found);
  await tabTo(page, page.getByRole("searchbox"), { back: true });
  await page.keyboard.type("sample");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/audit\?.*q=sample.*#found$/);
  await isAt(page, found);
  await press(page, page.getByRole("link", { name: "Skip past this list" }));
  await isAt(page, page.locator("#found-pages"));
  await press(page, page.getByRole("link", { name: "Older" }));
  await page.waitForURL(/cursor=/);
  await expect(page.getByRole("link", { name: "Newer" })).toBeVisible();
  await isAt(page, found);
  expect(await tabTo(page, found.getByRole("row").getByRole("link"))).toBeLessThanOrEqual(2);
  await page.keyboard.press("Enter");
  // An event of a request leads to its case, one of a dossier to that.
  await page.waitForURL(/\/(audit|dossiers)\/[0-9a-f-]{36}$/);
});

test("a menu opens by key, is walked into, and closes with Escape or when it is left", async ({ browser }) => {
  const page = await signedIn(browser, "head@smu.example");
  for (const { width, id, first } of [{ width: 1280, id: "person-menu", first: "Your account" }, { width: 390, id: "main-menu", first: "Home" }]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/requests", { waitUntil: "networkidle" });
    const [opener, menu] = [page.locator(`button[popovertarget="${id}"]`), page.locator(`#${id}`)];
    await press(page, opener);
    await expect(menu).toBeVisible();
    await page.keyboard.press("Tab");
    await isAt(page, menu.getByRole("link", { name: first }));
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await expect(opener).toBeFocused();
    await page.keyboard.press("Enter");
    await tabTo(page, page.locator('main [name="q"]'));
    await expect(menu).toBeHidden();
    await expect(page.locator('main [name="q"]')).toBeFocused();
  }
});

test("what is offered while one types goes away with Escape, and with the Tab key", { tag: "@further" }, async ({ browser }) => {
  const page = await signedIn(browser, "researcher@smu.example");
  await page.goto("/requests/new");
  await fillIn(page, { kind: "sample" }, page.getByRole("button", { name: "Begin the request" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/edit\//);
  await page.goto(page.url().replace(/[^/]+$/, "material"), { waitUntil: "networkidle" });
  const [input, offered] = [page.getByRole("combobox").first(), page.getByRole("listbox")];
  await tabTo(page, input);
  await page.keyboard.type("1");
  await expect(offered).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(offered).toHaveCount(0);
  await expect(input).toBeFocused();
  await expect(input).toHaveValue("1");
  await page.keyboard.press("ArrowDown");
  await expect(offered).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(offered).toHaveCount(0);
  await isAt(page, page.locator("#answers"));
});
