import type { Browser, Page } from "@playwright/test";
import { inbox } from "../../db/queries/inbox.ts";
import { requestEvents } from "../../db/queries/request-events.ts";
import { requestList } from "../../db/queries/request-list.ts";
import { sealKept } from "../../db/queries/seals.ts";
import type { RequestStatus } from "../../lib/request/state.ts";
import { holdsForAxe } from "../support/axe.ts";
import { further } from "../support/further.ts";
import { expect, test } from "../support/journey.ts";
import { journeyWorld } from "../support/journey-world.ts";
import { type PageLanguage, signedIn, signIn } from "../support/signed-in.ts";
import { openWindow } from "../support/windows.ts";

/** Who looks at what; what is in braces is found on the way. What shows the same once more is looked at by `.ci/run` alone. */
const visits: readonly { readonly who: string | null; readonly language: PageLanguage; readonly paths: readonly string[]; readonly again?: readonly string[] }[] = [
  { who: null, language: "pt", paths: ["/", "/sign-in", "/forgot", "/reset", "/permits?number=hello", "/permits/{valid}", "/seals", "/nothing-here"], again: ["/seals/{size}", "/seals?seal={seal}", "/seals?seal=hello", "/sign-in?ended=1", "/sign-in?as=pi@smu.example", "/forgot/sent", "/permits", "/permits/CWP-0000", "/permits/{revoked}"] },
  { who: "researcher@cuhk.example", language: "zh-Hant", paths: ["/", "/requests", "/requests/new", "/requests/{returned}", "/account", "/account/sessions", "/account/keys"], again: ["/requests?q=nothing-like-it&whose=me", "/account/papers", "/account/password", "/requests/00000000-0000-7000-8000-000000000000"] },
  { who: "researcher@smu.example", language: "pt", paths: ["/", "/requests/{in-review}", "/requests/{in-review}/decide/endorsement"] },
  { who: "head@smu.example", language: "zh-Hans", paths: ["/", "/inbox", "/inbox/decide", "/account/absence", "/desks/smu.endorsement", "{decide}"], again: ["/inbox?view=overdue", "/inbox?view=waiting", "/quotas"] },
  { who: "auditor@causeway.example", language: "en", paths: ["/", "/audit", "/audit?from=yesterday", "/audit/{permitted}", "/requests/{permitted}"], again: ["/requests?sort=crossing&from=HK", "/audit?q=serum&type=permit.issued", "/audit?verify=1", "/requests/{rejected}", "/requests/{closed}"] },
  {
    who: "auditor.mo@causeway.example",
    language: "pt",
    paths: ["/audit/questions"],
    again: [
      "/audit/{audited}?decision={decision}", "/audit?q=樣本 desk:biosafety", "/audit/{audited}?at=1", "/audit/{audited}?at=tomorrow", "/audit/{audited}?decision=1", "/audit/{audited}?from=1&to={decision}",
      "/audit/questions/own-approvals", "/audit/questions/permits-past-terms", "/audit/questions/set-up-changes?from=yesterday",
      "/audit/papers", "/audit/papers/new?type=request.submitted&size=5&by=kind&seed=harbour", "/audit/papers/{paper}", "/audit/papers/{paper}?case={case}", "/findings/{paper}/1", "/findings",
      "/audit/take-away", "/break-glass", "/retention", "/retention/{audited}",
    ],
  },
  { who: "admin@hku.example", language: "zh-Hant", paths: ["/"], again: ["/seal-mails", "/retention", "/retention/{ended}"] },
  { who: "admin@causeway.example", language: "pt", paths: ["/"], again: ["/break-glass"] },
  { who: "policy@causeway.example", language: "zh-Hans", paths: ["/", "/calendars"], again: ["/workflows", "/workflows/sample/2"] },
  // Where words are longest and rows widest.
  { who: "ethics@smu.example", language: "pt", paths: ["/inbox"], again: ["/grants", "/quotas"] },
  { who: "sz-bay@boundary.example", language: "zh-Hans", paths: ["/"] },
];

// Each test stands by itself, and together they are a fifth of all journeys.
test.describe.configure({ mode: "parallel" });

let found: Readonly<Record<string, string>>;
test.beforeAll(async () => {
  const world = await journeyWorld();
  const first = async (email: string, status: RequestStatus) => (await requestList(await world.person(email), { status, limit: 1 })).items[0]?.id ?? "";
  const [auditor, macao] = ["auditor@causeway.example", "auditor.mo@causeway.example"];
  const [permitted, rejected, closed, revoked] = [await first(auditor, "permitted"), await first(auditor, "rejected"), await first(auditor, "closed"), await first(auditor, "revoked")];
  const [audited, ended] = [await first(macao, "permitted"), await first("researcher@hku.example", "closed")];
  const history = (await requestEvents(await world.person(macao), audited))?.items ?? [];
  const seal = await sealKept();
  const paper = "01990000-0000-7000-8000-0000000000aa";
  const permitOf = async (id: string) => (await world.look(auditor, id)).permit?.number ?? "";
  const [waiting] = (await inbox(await world.person("head@smu.example"), { limit: 1 })).items;
  found = {
    permitted, rejected, closed, audited, ended, paper,
    decision: String(history.find((event) => "type" in event && event.type === "step.approved")?.seq ?? ""),
    // Only the longer run looks at it, and no other run is to have a paper more.
    case: further ? (await world.workingPaper(macao, paper)).request : "none",
    size: String(seal?.size ?? ""),
    seal: encodeURIComponent(seal?.note ?? ""),
    returned: await first("researcher@cuhk.example", "returned"),
    "in-review": await first("researcher@smu.example", "in-review"),
    valid: await permitOf(permitted),
    revoked: await permitOf(revoked),
    decide: `/requests/${waiting?.request.id ?? ""}/decide/${waiting?.step.id ?? ""}`,
  };
  await world.stop();
  expect(Object.values(found)).not.toContain("");
});

for (const { who, language, paths, again = [] } of visits) {
  test(`axe finds nothing and nothing sticks out on the pages of ${who ?? "anybody"}, light or dark`, async ({ browser }) => {
    test.setTimeout(600_000);
    const page = who === null ? await publicPage(browser, language) : await signedIn(browser, who, language);
    for (const path of further ? [...paths, ...again] : paths) {
      await page.goto(path.replaceAll(/\{([\w-]+)\}/g, (_, name: string) => found[name] ?? ""));
      await holds(page, path, language);
    }
  });
}

test("a page that fails says so, and axe finds nothing on it", async ({ browser }) => {
  const page = await signedIn(browser, "head@smu.example", "zh-Hant");
  // React hands its own listeners three arguments; the keys of the queue two. So only that part of the page breaks.
  await page.addInitScript(() => {
    const add = document.addEventListener.bind(document);
    document.addEventListener = (...given: Parameters<typeof add>) => {
      if (given[0] === "keydown" && given.length === 2) throw new Error("broken on purpose");
      add(...given);
    };
  });
  await page.goto("/inbox");
  await expect(page.getByRole("heading", { level: 1, name: "頁面未能顯示" })).toBeVisible();
  await holds(page, "the failed page", "zh-Hant");
  // What is broken stays so: nobody else gets this window.
  await page.close();
});

test("the keyboard alone gets one to the content, through a form's errors, and out of a menu", async ({ browser }) => {
  const page = await publicPage(browser, "en");
  await page.goto("/sign-in");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeFocused();
  await expect(page.getByRole("link", { name: "Skip to main content" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("E-mail address")).toBeFocused();
  await page.keyboard.press("Enter");
  const summary = page.getByRole("alert").filter({ hasText: "2 answers need another look" });
  await expect(summary).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("E-mail address")).toBeFocused();
  await page.keyboard.type("head@smu.example");
  await page.keyboard.press("Tab");
  await page.keyboard.type("causeway-demonstration");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/");
  // The page that was left took the focus with it; the new one has it.
  await expect(page.locator("main")).toBeFocused();

  const menu = page.getByRole("link", { name: "Your account" });
  const person = page.locator('header button[popovertarget="person-menu"]');
  await person.focus();
  await page.keyboard.press("Enter");
  await expect(menu).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(person).toBeFocused();
});

test("what is drawn anew while somebody walks along with the Tab key leaves them where they are", async ({ browser }) => {
  const page = await signedIn(browser, "head@smu.example");
  await page.goto("/account");
  await page.waitForLoadState("networkidle");
  const at = () => page.evaluate(() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary")].indexOf(document.activeElement ?? document.body));
  await page.locator("main a[href], main input:not([type=hidden])").last().focus();
  await page.keyboard.press("Shift+Tab");
  const before = await at();
  expect(before).toBeGreaterThan(0);
  await page.locator("main").evaluate((old) => old.replaceWith(old.cloneNode(true)));
  await expect.poll(at).toBe(before);
  await page.keyboard.press("Shift+Tab");
  // Back along the page, and not out of it as from its beginning.
  await expect(page.locator("main :focus")).toHaveCount(1);
  // What was drawn by hand is nobody else's.
  await page.close();
});

test("on a phone the ways around are one button, which needs no script", async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } })).newPage();
  await page.goto("/language?to=pt&back=/sign-in");
  await signIn(page, "head@smu.example");
  await expect(page.locator("h1")).toHaveText("Início");
  expect((await page.getByRole("banner").boundingBox())?.height).toBeLessThan(60);
  const way = page.getByRole("navigation").getByRole("link", { name: "Dossiês" });
  await expect(way).toBeHidden();
  await page.getByRole("button", { name: "Menu" }).click();
  await way.click();
  await expect(page.locator("h1")).toHaveText("Dossiês");
});

test("J and K move along the queue, and Enter opens what has the focus", async ({ browser }) => {
  const page = await signedIn(browser, "head@smu.example");
  await page.goto("/inbox");
  const first = page.locator("[data-queue] [data-open]").first();
  await expect(first).toBeVisible();
  await expect(async () => {
    await page.keyboard.press("j");
    await expect(first).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.press("k");
  await expect(first).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/decide/**");
});

const walked = [
  ...["/", "/requests", "/inbox", "/account", "{decide}", ...(further ? ["/account/absence", "/desks/smu.endorsement", "/quotas"] : [])].map((path) => ({ path, who: "head@smu.example" })),
  ...(further ? ["/workflows", "/workflows/sample/2", "/calendars"] : []).map((path) => ({ path, who: "policy@causeway.example" })),
];
for (const { path, who } of walked) {
  test(`every stop of the Tab key on ${path} is seen and comes in reading order`, async ({ browser }) => {
    const page = await signedIn(browser, who);
    // What a script makes anew while somebody is on it loses the focus.
    await page.goto(path.replace("{decide}", found.decide ?? ""), { waitUntil: "networkidle" });
    const stops = await page.evaluate(() => document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary").length);
    for (let stop = 0; stop < Math.min(stops, 40); stop++) {
      await page.keyboard.press("Tab");
      const seen = await page.evaluate(() => {
        const at = document.activeElement;
        if (!(at instanceof HTMLElement) || at === document.body) return null;
        const before = document.querySelector("[data-visited]");
        // Past the last stop a browser goes to its own buttons, or to the top again.
        if (before !== null && before === [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")].findLast((one) => one.checkVisibility())) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(at);
        const follows = before === null || before === at || (before.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
        before?.removeAttribute("data-visited");
        at.setAttribute("data-visited", "");
        return { what: at.outerHTML.slice(0, 120), after: before?.outerHTML.slice(0, 120), outlined: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2, follows };
      });
      if (seen === null) break;
      expect(seen, `${seen.what} after ${seen.after}`).toMatchObject({ outlined: true, follows: true });
    }
  });
}

test("another language can be chosen on any page, stays there, and is remembered with the person", async ({ browser }) => {
  const page = await signedIn(browser, "office@hkbu.example");
  const languages = [["zh-Hant", "zh-Hant-HK"], ["zh-Hans", "zh-Hans"], ["pt", "pt-PT"], ["en", "en"]] as const;
  for (const [at, path] of ["/", "/requests?status=draft", "/inbox?view=overdue", "/account/keys", "/permits?number=hello"].entries()) {
    await page.goto(path);
    for (const [code, lang] of further ? languages : [languages[at % languages.length] ?? languages[0]]) {
      const link = page.locator(`header a[href^="/language?to=${code}"]`);
      if ((await link.count()) > 0) await link.click();
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(path);
    }
  }
  await page.locator('header a[href^="/language?to=pt"]').click();
  await expect(page.locator("html")).toHaveAttribute("lang", "pt-PT");
  // Elsewhere, where no cookie says anything.
  const elsewhere = await (await browser.newContext({ locale: "en-GB" })).newPage();
  await elsewhere.goto("/sign-in");
  await signIn(elsewhere, "office@hkbu.example");
  await elsewhere.waitForURL((url) => url.pathname === "/");
  await expect(elsewhere.locator("html")).toHaveAttribute("lang", "pt-PT");
});

/** Right in its language, right for axe in both schemes, and no wider than the window, on the narrowest phone too. */
async function holds(page: Page, path: string, language: PageLanguage): Promise<void> {
  await expect(page.locator("h1"), path).toHaveCount(1);
  await expect(page.locator("html"), path).toHaveAttribute("lang", { en: "en", "zh-Hant": "zh-Hant-HK", "zh-Hans": "zh-Hans", pt: "pt-PT" }[language]);
  await holdsForAxe(page, path);
  const window = page.viewportSize() ?? { width: 1280, height: 720 };
  for (const size of [window, { width: 320, height: 800 }]) {
    await page.setViewportSize(size);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} at ${size.width} px`).toBeLessThanOrEqual(size.width);
  }
  await page.setViewportSize(window);
}

async function publicPage(browser: Browser, language: PageLanguage): Promise<Page> {
  const page = await openWindow(browser);
  await page.goto(`/language?to=${language}&back=/`);
  return page;
}
