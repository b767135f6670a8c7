import type { Page } from "@playwright/test";
import { expect, recordGranted, test } from "../support/journey.ts";
import { journeyWorld } from "../support/journey-world.ts";
import { type PageLanguage, signIn } from "../support/signed-in.ts";
import { openWindow } from "../support/windows.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { format } from "../../lib/format.ts";

/* How officers decide on a page, sample.spec and approval.spec see; here they decide by commands. */

let world: Awaited<ReturnType<typeof journeyWorld>>;
test.beforeAll(async () => void (world = await journeyWorld()));
test.afterAll(() => world.stop());

/** One request of a kind, as the finder is told of it and as the two institutions decide it. */
type Story = {
  readonly kind: string;
  /** The page of its form that has the lines. */
  readonly section: string;
  readonly home: string;
  readonly host: string;
  /** What the finder's address holds. */
  readonly facts: Readonly<Record<string, string>>;
  /** A regime that the finder names for it. */
  readonly finds: string;
  readonly lines: string;
  /** Who decides which step, in an order in which they can. */
  readonly deciders: readonly (readonly [mailbox: string, step: string])[];
  /** How much crosses. */
  readonly moved: string;
  readonly left: number;
};

const crossing = addDays(dayOf(new Date()), 20);

const stories: readonly Story[] = [
  {
    kind: "person",
    section: "trips",
    home: "sustech",
    host: "hku",
    facts: {
      "from.city": "shenzhen", "from.zone": "none", "to.city": "hongkong", "to.zone": "none", checkpoint: "futian-lmcsl",
      "person.nationality_class": "cn_mainland", "person.purpose": "joint_experiment", "person.stay_days": "10", "person.remunerated_by_host": "no",
      "person.host_stas_authorised": "yes", "person.work_region": "gba", "person.talent_class": "research", "person.official_mission": "no", "person.state_functionary": "yes", "person.employer_in_hetao_sz": "no",
    },
    finds: "cn-eep-hkmo",
    lines: "A,postdoc,eep,talent,6\nB,student,eep,applying,2\n",
    deciders: [["pi@sustech", "endorsement"], ["immigration@hku", "immigration"], ["personnel@sustech", "personnel"], ["office@sustech", "sign-off"], ["host@hku", "acceptance"]],
    moved: "1",
    left: 7,
  },
  {
    kind: "reagent",
    section: "items",
    home: "sysu",
    host: "um",
    facts: { "from.city": "zhuhai", "to.city": "macao", mode: "road", checkpoint: "hengqin", "reagent.type": "chemical", "reagent.hazchem": "yes", "reagent.un_class": "3", "reagent.mo_table_h": "yes", "reagent.temporary": "no" },
    finds: "mo-fire-licence",
    lines: "Ethanol,64-17-5,UN 1170,2207.10,2.5,L,480\nAcetone,67-64-1,,,500,mL,90\n",
    deciders: [["pi@sysu", "endorsement"], ["chemistry@um", "chemical-safety"], ["office@sysu", "sign-off"], ["host@um", "acceptance"]],
    moved: "1.5",
    left: 1.5,
  },
  {
    kind: "data",
    section: "dataset",
    home: "sysu",
    host: "hkust",
    facts: {
      "from.city": "guangzhou", "to.city": "hongkong", mode: "electronic", "data.personal": "yes", "data.ciio": "no", "data.important": "no", "data.core_or_secret": "none",
      "data.exempt_scenario": "none", "data.collected_abroad": "no", "data.ftz_processor": "no", "data.consent": "separate_consent", "data.exporter_gba_registered": "no",
      "data.recipient_gba_registered": "no", "data.onward_outside_gba": "no",
    },
    finds: "cn-pi-pia",
    lines: "Contacts,contact,,,90000,90000,\n",
    deciders: [["pi@sysu", "endorsement"], ["privacy@sysu", "data-protection"], ["steward@sysu", "steward-home"], ["steward@hkust", "steward-host"]],
    moved: "40000",
    left: 50000,
  },
  {
    kind: "funds",
    section: "amounts",
    home: "szu",
    host: "polyu",
    facts: {
      "from.city": "shenzhen", "from.zone": "none", "to.city": "hongkong", "to.zone": "none", mode: "bank", "org.from.type": "university", "funds.source": "cn_guangdong_fiscal",
      "funds.purpose": "subcontract_service", "funds.recipient_class": "university", "funds.scheme": "tcfs", "funds.budget_nontrade": "no", "funds.same_contract_filed": "no", "funds.screening_hit": "no",
    },
    finds: "cn-gd-funds-crossborder",
    lines: "Partner laboratory,,,,300000.50,HKD,\nPartner laboratory,,,,150000,HKD,\n",
    deciders: [["pi@szu", "endorsement"], ["finance@szu", "finance-home"], ["finance@polyu", "finance-host"], ["grants@szu", "funder"], ["tax@szu", "tax"], ["office@szu", "sign-off"]],
    moved: "300000.50",
    left: 150000,
  },
];

/** Each kind in two of the languages, so that all four are used, once with scripts and once without. The forms are one machine: `npm test` goes with people and with data, without scripts. */
const everyday = ["person", "data"];
const ways: Readonly<Record<string, readonly (readonly [PageLanguage, boolean])[]>> = {
  person: [["zh-Hans", true], ["en", false]],
  reagent: [["pt", true], ["zh-Hant", false]],
  data: [["en", true], ["zh-Hans", false]],
  funds: [["zh-Hant", true], ["pt", false]],
};

for (const story of stories) {
  for (const [language, scripts] of ways[story.kind] ?? []) {
    test(`a request of kind ${story.kind} goes from the finder to its permit and a crossing, in ${language}${scripts ? "" : " and without scripts"}`, { tag: scripts || !everyday.includes(story.kind) ? "@further" : [] }, async ({ browser }) => {
      test.setTimeout(180_000);
      const page = await openWindow(browser, { scripts });
      await page.goto(`/language?to=${language}&back=${encodeURIComponent(`/finder?${new URLSearchParams({ kind: story.kind, date: crossing, ...story.facts })}`)}`);
      await expect(page.locator(`article a[href="/rules/${story.finds}"]`).first()).toBeVisible();
      await page.locator('a[href^="/requests/new"]').first().click();
      await signIn(page, `researcher@${story.home}.example`);
      await page.waitForURL("**/requests/new**");
      await page.locator("main form button").last().click();
      await page.waitForURL("**/edit/**");
      const id = new URL(page.url()).pathname.split("/")[2] ?? "";

      await fillIn(page, id, story);
      await page.goto(`/requests/${id}/edit/check`);
      await recordAll(page);
      for (const box of await page.locator('input[name="terms[]"]').all()) await box.check();
      await page.locator('form:has(input[name="terms[]"]) button').click();
      await expect(page.locator('input[name="terms[]"]')).toHaveCount(0);
      await page.locator(formOf("submit")).locator("button").click();
      await page.waitForURL(`**/requests/${id}`);

      for (const [officer, step] of story.deciders) await world.give(`${officer}.example`, id, { type: "approve", step });
      await page.goto(`/requests/${id}`);
      await recordAll(page);
      await expect(page.locator('a[href^="/permits/CWP-"]').first()).toBeVisible();
      await page.locator('details:has(input[name="type"][value="recordMovement"]) summary').click();
      await page.locator(formOf("recordMovement")).locator('input[name="quantity.value"]').fill(story.moved);
      await page.locator(formOf("recordMovement")).locator("button").click();
      const permit = (await page.locator('a[href^="/permits/CWP-"]').first().getAttribute("href")) ?? "";

      const anybody = await openWindow(browser, { scripts: false });
      await expect(async () => {
        await anybody.goto(`/language?to=${language}&back=${permit}`);
        await expect(anybody.locator("main").getByText(format(language).number(story.left), { exact: true }).first()).toBeVisible({ timeout: 1_000 });
      }).toPass({ timeout: 20_000 });
    });
  }
}

/** What the finder's answers left open: who takes part, and the lines, from a file. */
async function fillIn(page: Page, id: string, { home, host, section, facts, lines }: Story): Promise<void> {
  await page.goto(`/requests/${id}/edit/people`);
  for (const [name, value] of Object.entries({ host, endorser: `pi@${home}.example`, "window.from": dayOf(new Date()), "window.to": addDays(crossing, 30) })) await page.locator(`input[name="${name}"]`).fill(value);
  await saved(page);
  await page.goto(`/requests/${id}/edit/${section}`);
  await page.locator('input[name="lines.file"]').setInputFiles({ name: "lines.csv", mimeType: "text/csv", buffer: Buffer.from(lines) });
  await saved(page);
  // What the lines opened: the finder could not ask it yet.
  await page.goto(`/requests/${id}/edit/check`);
  const open = await page.locator('main a[href*="/edit/"][href*="#"]').evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  for (const [address = "", fact = ""] of open.map((href) => href.split("#"))) {
    if (!(fact in facts)) continue;
    await page.goto(address);
    await page.locator(`input[name="${fact}"][value="${facts[fact]}"]`).check();
    await saved(page);
  }
}

/** Sends a page of the form, and waits for the one that comes after it. */
async function saved(page: Page): Promise<void> {
  const version = await page.locator('input[name="version"]').inputValue();
  await page.locator('main form button[name="go"][value="stay"]').click();
  await expect(page.locator(`input[name="version"][value="${version}"]`)).toHaveCount(0);
}

/** Records whatever the page asks for, and has not yet, as granted. */
async function recordAll(page: Page): Promise<void> {
  const open = page.locator("li").filter({ has: page.locator(formOf("recordRequirement")) }).filter({ hasNotText: "REF/2026/1" }).locator(formOf("recordRequirement")).locator('input[name="requirement"]');
  for (const requirement of await open.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))) await recordGranted(page, requirement);
}

function formOf(command: string): string {
  return `form:has(input[name="type"][value="${command}"])`;
}
