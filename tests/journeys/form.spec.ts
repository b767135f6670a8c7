import type { Page } from "@playwright/test";
import { expect, recordGranted, test } from "../support/journey.ts";
import { signedIn, signIn } from "../support/signed-in.ts";

/** What the researcher answers, by fact; everything else stays open. */
const answers: Readonly<Record<string, string>> = {
  "from.city": "guangzhou", "to.city": "hongkong", mode: "courier", checkpoint: "hkia", date: day(3),
  "org.from.type": "university", "org.to.type": "university", "org.foreign_party": "yes", "project.purpose": "basic_research",
  "sample.class": "human", "sample.human_origin_cn": "yes", "sample.hgr_material": "cell_free_fluid", "sample.pathogen_cat_cn": "none", "sample.infectious_suspected": "yes",
  "sample.special_goods_cn": "yes", "sample.regulated_drug_device": "no", "sample.live_animal": "no", "sample.cites": "none", "sample.biomaterial_level": "na",
  "sample.refrigerant": "dry_ice",
};

test("without scripts a sample request goes from nothing to submitted", { tag: "@further" }, async ({ browser }) => {
  test.setTimeout(240_000);
  const page = await signedIn(browser, "researcher@smu.example", "en", { scripts: false });
  const id = await begin(page, "Serum without scripts");
  for (let pages = 0; section(page) !== "papers"; pages++) {
    expect(pages, "the form has no end").toBeLessThan(25);
    if (section(page) === "people") await answerParties(page);
    else if (section(page) === "material") await answerLines(page);
    else if (section(page) === "transport") await answerTransport(page);
    else await answerFacts(page);
    await page.getByRole("button", { name: "Save and go on" }).click();
  }
  await page.locator('input[type="file"]').setInputFiles({ name: "consent.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n") });
  await page.getByRole("button", { name: "Attach" }).click();
  await expect(page.getByRole("link", { name: "consent.pdf" })).toBeVisible();
  await page.getByRole("link", { name: "Check and submit" }).last().click();

  await expect(page.getByText("The University of Hong Kong").first()).toBeVisible();
  await expect(page.getByRole("cell", { name: "Plasma, EDTA" })).toBeVisible();
  for (const requirement of ["cn-ethics-review", "doc-mta"]) await recordGranted(page, requirement);
  const terms = page.locator('input[name="terms[]"]');
  await expect(terms.first()).toBeVisible();
  for (const box of await terms.all()) await box.check();
  await page.getByRole("button", { name: "Accept the terms" }).click();
  await expect(terms).toHaveCount(0);
  await page.getByRole("button", { name: "Submit to both institutions" }).click();
  await expect(page).toHaveURL(new RegExp(`/requests/${id}$`));
  await expect(page.getByText("Nothing is sent until you submit.")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "consent.pdf" })).toBeVisible();
});

test("what applies follows what is typed, before anything is saved", async ({ browser }) => {
  const page = await signedIn(browser, "researcher@smu.example");
  await begin(page, "Dry ice");
  await answerFacts(page);
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await page.goto(page.url().replace(/[^/]+$/, "transport"));
  const panel = page.locator("section[data-panel]", { hasText: "What applies" });
  await expect(panel.getByText("New with your last answer")).toHaveCount(0);
  // Whatever saves is held back: what changes beside the form comes from the browser alone.
  await page.route("**/edit/transport", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await page.locator('[name="sample.refrigerant"][value="dry_ice"]').check();
  await expect(panel.getByText("New with your last answer")).toBeVisible();
  await expect(panel.locator("article").first()).toContainText(/dry ice/i);
  await expect(panel.locator('[role="status"]')).toContainText(/dry ice/i);
  await page.locator('[name="sample.refrigerant"][value="gel"]').check();
  await expect(panel.getByText(/New with your last answer/)).toHaveCount(0);
  await expect(page.getByText("No connection. What you typed stays on this page")).toBeVisible();
  await page.unroute("**/edit/transport");
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible({ timeout: 20_000 });
});

test("two tabs: the second is shown both values and keeps what it chooses", async ({ browser }) => {
  const first = await signedIn(browser, "researcher@smu.example");
  await begin(first, "Two tabs");
  await first.goto(first.url().replace(/[^/]+$/, "people"));
  const second = await first.context().newPage();
  await second.goto(first.url());

  await first.locator('input[name="title"]').fill("From the first tab");
  await expect(first.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await second.locator('input[name="title"]').fill("From the second tab");
  await expect(second.getByText("This draft was changed elsewhere. Nothing was overwritten.")).toBeVisible();
  await expect(second.getByText("Elsewhere: “From the first tab”. Here: “From the second tab”.")).toBeVisible();
  await first.reload();
  await expect(first.locator('input[name="title"]')).toHaveValue("From the first tab");

  await second.getByRole("button", { name: "Keep what I typed" }).click();
  await expect(second.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await first.reload();
  await expect(first.locator('input[name="title"]')).toHaveValue("From the second tab");
});

test("without scripts two tabs are told the same, and sending again keeps what was typed", { tag: "@further" }, async ({ browser }) => {
  const first = await signedIn(browser, "researcher@smu.example", "en", { scripts: false });
  await begin(first, "Two tabs");
  await first.goto(first.url().replace(/[^/]+$/, "people"));
  const second = await first.context().newPage();
  await second.goto(first.url());
  await first.locator('input[name="title"]').fill("From the first tab");
  await first.getByRole("button", { name: "Save", exact: true }).click();
  await second.locator('input[name="title"]').fill("From the second tab");
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await expect(second.locator("#title-error")).toContainText("“From the first tab”");
  await expect(second.locator('input[name="title"]')).toHaveValue("From the second tab");
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await first.reload();
  await expect(first.locator('input[name="title"]')).toHaveValue("From the second tab");
});

for (const scripts of [true, false]) {
  test(`a session that ended mid-form, ${scripts ? "with" : "without"} scripts: what was typed is kept, and saved after signing in again`, { tag: scripts ? [] : "@further" }, async ({ browser }) => {
    const page = await signedIn(browser, "researcher@smu.example", "en", { scripts });
    await begin(page, "An ended session");
    const form = page.url().replace(/[^/]+$/, "people");
    await page.goto(form);
    await page.context().clearCookies({ name: /causeway$/ });
    await page.locator('input[name="title"]').fill("Typed after the end");
    if (!scripts) await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Your session has ended" })).toBeVisible();

    const elsewhere = await page.context().newPage();
    await inEnglish(elsewhere, "researcher@smu.example");
    if (scripts) {
      await page.bringToFront();
      await page.locator('input[name="title"]').press("End");
      await page.locator('input[name="title"]').pressSequentially(".");
      await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
    } else await page.getByRole("button", { name: "Save what was typed" }).click();
    await page.goto(form);
    await expect(page.locator('input[name="title"]')).toHaveValue(scripts ? "Typed after the end." : "Typed after the end");
  });
}

test("any other form sent without scripts after the session had ended leads to the sign-in page, and back", { tag: "@further" }, async ({ browser }) => {
  const page = await signedIn(browser, "researcher@smu.example", "en", { scripts: false });
  const id = await begin(page, "An ended session");
  await page.goto("/requests/new");
  await page.context().clearCookies({ name: /causeway$/ });
  await page.locator('[name="kind"][value="sample"]').check();
  await page.getByRole("button", { name: "Begin the request" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await signIn(page, "researcher@smu.example");
  await expect(page).toHaveURL(/\/requests\/new$/);

  await page.goto(`/requests/${id}/edit/papers`);
  await page.context().clearCookies({ name: /causeway$/ });
  await page.locator('input[type="file"]').setInputFiles({ name: "consent.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") });
  await page.getByRole("button", { name: "Attach" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
});

test("a UN number is looked up while it is typed, fills its class by keyboard alone, and takes it along when it changes", async ({ browser }) => {
  const page = await signedIn(browser, "researcher@smu.example");
  await begin(page, "Solvents", "reagent");
  await page.goto(page.url().replace(/[^/]+$/, "items"));
  const cell = (name: string) => page.locator(`[name="lines.0.${name}"]`);
  await cell("un").pressSequentially("isoprop");
  await expect(page.getByRole("option", { name: /UN1219/ })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: /Suggestions: \d/ })).toHaveCount(1);
  await expect(cell("un")).toHaveAttribute("aria-expanded", "true");
  await cell("un").press("ArrowDown");
  await expect(page.getByRole("option", { name: /UN1219/ })).toHaveAttribute("aria-selected", "true");
  await cell("un").press("Enter");
  await expect(cell("un")).toHaveValue("UN1219");
  await expect(cell("un")).toHaveAttribute("aria-expanded", "false");
  await expect(cell("class")).toHaveValue("3");
  await expect(cell("packing")).toHaveValue("II");
  await expect(page.getByRole("combobox", { name: "Line 1, Transport class" })).toHaveValue("3 Flammable liquids");
  await expect(page.getByRole("combobox", { name: "Line 1, Transport class" })).toHaveAccessibleDescription("from the table");

  // Several packing groups: none of them is guessed. What somebody chose stays.
  await cell("un").fill("1170");
  await cell("un").press("Tab");
  await expect(cell("packing")).toHaveValue("");
  await expect(page.locator('[id="lines.0-notes"]')).toContainText("Packing group: the tables have II, III. Choose yours.");
  // A long list is found by typing, in any language, like what is looked up; the form sends its answer.
  const listed = page.getByRole("combobox", { name: "Line 1, Transport class" });
  await listed.fill("corrosivas");
  await expect(page.getByRole("option", { name: "8 Corrosive" })).toBeVisible();
  await listed.press("Enter");
  await expect(listed).toHaveValue("8 Corrosive");
  await expect(cell("class")).toHaveValue("8");
  await cell("un").fill("UN1219");
  await cell("un").press("Tab");
  await expect(cell("packing")).toHaveValue("II");
  await expect(cell("class")).toHaveValue("8");
  await expect(page.locator('[id="lines.0-notes"]')).toContainText("the table says 3 Flammable liquids; what you entered stands");
});

test("without scripts a UN number fills its class when it is saved, and the page is looked at once before the next", { tag: "@further" }, async ({ browser }) => {
  const page = await signedIn(browser, "researcher@smu.example", "en", { scripts: false });
  await begin(page, "Solvents", "reagent");
  await page.goto(page.url().replace(/[^/]+$/, "items"));
  const cell = (name: string) => page.locator(`[name="lines.0.${name}"]`);
  await cell("item").fill("Isopropanol");
  await cell("un").fill("un 1219");
  await cell("quantity").fill("1");
  await cell("unit").selectOption("L");
  await page.locator('[name="reagent.type"][value="chemical"]').check();
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page.getByText("Cells were filled in from published tables")).toBeVisible();
  await expect(cell("class")).toHaveValue("3");
  await expect(cell("packing")).toHaveValue("II");
  // Emptied on purpose, it stays empty.
  await cell("packing").selectOption("");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page).toHaveURL(/\/edit\/hazards$/);
  await expect(page.locator('[name="reagent.un_class"]')).toHaveValue("3");
  await expect(page.locator('[id="reagent.un_class-told"]')).toContainText("From the table, by line 1: 3 Flammable liquids.");
});

test("lines are pasted into any cell, read from a file, put right by cell, and all by keyboard", async ({ browser }) => {
  const page = await signedIn(browser, "researcher@smu.example");
  await begin(page, "Lines");
  await page.goto(page.url().replace(/[^/]+$/, "material"));
  const cell = (line: number, name: string) => page.locator(`[name="lines.${line}.${name}"]`);

  await paste(page, cell(0, "material"), "Material\tContainer\tCount\tEach\tUnit\nSerum\t2 mL cryovial\t24\t1\tmL\n血漿\t5 mL 試管\t12\t1.5\tmL\nUrine\tbucket\t4\tmany\tmL\n");
  await expect(cell(1, "material")).toHaveValue("血漿");
  await expect(cell(1, "container")).toHaveValue("tube-5ml");
  // What was pasted and is not offered stands there, and is named by its cell once it is left.
  await expect(cell(2, "container")).toHaveValue("bucket");
  await expect(page.locator('[id="lines.2.container-error"]')).toBeVisible();
  await expect(page.locator('[id="lines.2.each-error"]')).toBeVisible();

  // A column into the middle.
  await paste(page, cell(0, "count"), "30\n15\n6");
  await expect(cell(0, "count")).toHaveValue("30");
  await expect(cell(2, "count")).toHaveValue("6");

  const container = page.getByRole("combobox", { name: "Line 3, Container" });
  const offered = page.getByRole("listbox", { name: "Line 3, Container" }).getByRole("option");
  await container.fill("");
  await container.press("ArrowDown");
  await expect(offered).toHaveCount(18);
  await container.pressSequentially("500");
  await expect(offered).toHaveCount(1);
  await container.press("Tab");
  await expect(cell(2, "container")).toHaveValue("bottle-500ml");
  await expect(page.locator('[id="lines.2.container-error"]')).toHaveCount(0);
  await cell(2, "each").fill("100");
  await expect(page.locator('[id="lines.2.each-error"]')).toHaveCount(0);
  await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await expect(page.locator("#lines").getByText("The lines come to 51 containers.")).toBeVisible();

  await page.locator('input[type="file"]').setInputFiles({ name: "gbk.csv", mimeType: "text/csv", buffer: Buffer.from([0xd1, 0xaa, 0xc7, 0xe5, 0x2c, 0x31]) });
  await expect(page.getByText("This file is not in UTF-8")).toBeVisible();
  await page.locator('input[type="file"]').setInputFiles({ name: "more.csv", mimeType: "text/csv", buffer: Buffer.from("\uFEFFmaterial,container,count,each,unit\nSwab,bag,3,1,piece\n") });
  await expect(cell(3, "material")).toHaveValue("Swab");

  await page.getByRole("button", { name: "Add a line" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Added by keyboard");
  await expect(page.locator('input[value="Added by keyboard"], input:focus')).toHaveValue("Added by keyboard");
  await page.getByRole("button", { name: "Remove line 4" }).press("Enter");
  await expect(page.locator('[name="lines.3.material"]')).not.toHaveValue("Swab");
});

async function paste(page: Page, target: ReturnType<Page["locator"]>, text: string): Promise<void> {
  await target.focus();
  await target.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function inEnglish(page: Page, email: string): Promise<void> {
  await page.goto("/language?to=en&back=/sign-in");
  await signIn(page, email);
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

async function begin(page: Page, title: string, kind = "sample"): Promise<string> {
  await page.goto("/requests/new");
  await page.locator(`[name="kind"][value="${kind}"]`).check();
  await page.locator('input[name="title"]').fill(title);
  await page.getByRole("button", { name: "Begin the request" }).click();
  await page.waitForURL("**/edit/**");
  return new URL(page.url()).pathname.split("/")[2] ?? "";
}

function section(page: Page): string {
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

async function answerFacts(page: Page): Promise<void> {
  for (const [fact, value] of Object.entries(answers)) {
    const field = page.locator(`[name="${fact}"]`);
    if ((await field.count()) === 0) continue;
    const tag = await field.first().evaluate((element) => `${element.tagName} ${element.getAttribute("type") ?? ""}`.trim());
    if (tag.startsWith("SELECT")) await field.selectOption(value);
    else if (tag === "INPUT radio") await page.locator(`[name="${fact}"][value="${value}"]`).check();
    else await field.fill(value);
  }
}

/** First with what cannot be read; the page comes back with what is wrong beside it, and with what was typed. */
async function answerParties(page: Page): Promise<void> {
  await page.locator('input[name="host"]').fill("02zhqgq87");
  await page.locator('input[name="teamAdd"]').fill("nobody@smu.example");
  await page.locator('input[name="window.from"]').fill("31 Feb 2027");
  await page.getByRole("button", { name: "Save and go on" }).click();
  await expect(page.locator("#errors")).toContainText("4 answers need another look");
  await expect(page.locator("#host-error")).toContainText("check digits");
  await expect(page.locator("#teamAdd-error")).toContainText("nobody@smu.example");
  await expect(page.locator('[id="window.from-error"]')).toContainText("There is no such day");
  await expect(page.locator('[id="window.to-error"]')).toContainText("Give both days");
  await expect(page.locator('input[name="host"]')).toHaveValue("02zhqgq87");

  await page.locator('input[name="host"]').fill("https://ror.org/02zhqgq86");
  await page.locator('input[name="endorser"]').fill("pi@smu.example");
  await page.locator('input[name="teamAdd"]').fill("postdoc@smu.example");
  await page.locator('input[name="window.from"]').fill(day(0));
  await page.locator('input[name="window.to"]').fill(day(60));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.locator("#host-confirmed")).toContainText("The University of Hong Kong");
  await expect(page.locator("#endorser-confirmed")).toContainText("Southern Medical University, decides as endorser");
  await expect(page.locator('input[name="team"]')).toBeChecked();
}

async function answerLines(page: Page): Promise<void> {
  await answerFacts(page);
  await page.locator('input[name="lines.file"]').setInputFiles({ name: "lines.csv", mimeType: "text/csv", buffer: Buffer.from('Serum,2 mL cryovial,24,1,mL\n"Plasma, EDTA",5 mL tube,12,1.5,mL\n') });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.locator('[name="lines.1.material"]')).toHaveValue("Plasma, EDTA");
}

async function answerTransport(page: Page): Promise<void> {
  await answerFacts(page);
  await page.locator('input[name="typed.sample.un"]').fill("un 3373");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.locator('[name="sample.un"][value="UN3373"]')).toBeChecked();
}

function day(later: number): string {
  return new Date(Date.now() + 8 * 3_600_000 + later * 86_400_000).toISOString().slice(0, 10);
}
