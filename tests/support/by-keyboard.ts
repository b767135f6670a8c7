import { expect, type Locator, type Page } from "@playwright/test";

/* What somebody does who has a keyboard and no pointer. */

/** Goes on with the Tab key until something has the focus. Never past the end of the page, where the focus would be nowhere. */
export async function tabTo(page: Page, to: Locator, { back = false, most = 150 } = {}): Promise<number> {
  for (let presses = 1; presses <= most; presses++) {
    await page.keyboard.press(back ? "Shift+Tab" : "Tab");
    const at = await to.first().evaluate((one) => (one === document.activeElement ? "there" : document.activeElement === document.body ? "nowhere" : "on the way"), undefined, { timeout: 5_000 });
    if (at === "there") return presses;
    expect(at, `${presses} stops on the way to ${to}`).toBe("on the way");
  }
  throw new Error(`${most} stops, and none is ${to}`);
}

/** Goes to a button, a link or a summary, and presses Enter. */
export async function press(page: Page, what: Locator, how: Parameters<typeof tabTo>[2] = {}): Promise<void> {
  await tabTo(page, what, how);
  await page.keyboard.press("Enter");
}

/** After an act: the focus is within a place, where it is seen, and not at the top of the document. */
export async function isAt(page: Page, place: Locator): Promise<void> {
  await expect(async () => {
    const seen = await place.first().evaluate((one) => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement) || at === document.body) return "the focus is nowhere";
      const { top, bottom } = at.getBoundingClientRect();
      if (bottom < 0 || top > innerHeight) return `out of sight: ${at.outerHTML.slice(0, 160)}`;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      // The page itself has no ring: it is what one sees.
      if (at.id !== "main" && (outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2)) return `no ring: ${at.outerHTML.slice(0, 160)}`;
      return one.contains(at) ? "there" : `at ${at.outerHTML.slice(0, 160)}`;
    });
    expect(seen).toBe("there");
  }).toPass({ timeout: 10_000 });
}

/** Walks to the end of a form and answers on the way, by name; radios and lists by arrows, days digit by digit. */
export async function fillIn(page: Page, answers: Readonly<Record<string, string>>, until: Locator): Promise<void> {
  const given = new Set<string>();
  for (let stops = 0; stops < 200; stops++) {
    await page.keyboard.press("Tab");
    if (await until.evaluate((one) => one === document.activeElement)) return;
    const { name, is } = await here(page);
    const answer = answers[name];
    // Every box of a list is a stop of its own.
    if (answer === undefined || (given.has(name) && is !== "checkbox")) continue;
    given.add(name);
    await give(page, is, answer);
  }
  throw new Error(`no way to ${until}`);
}

async function give(page: Page, is: string, answer: string): Promise<void> {
  if (is === "date") {
    const [year = "", month = "", day = ""] = answer.split("-");
    await page.keyboard.type(`${month}${day}${year}`);
  } else if (is === "radio" || is === "select-one") {
    if (is === "radio") await page.keyboard.press("Space");
    for (let choices = 0; (await here(page)).value !== answer; choices++) {
      expect(choices, `${answer} among the choices`).toBeLessThan(80);
      await page.keyboard.press("ArrowDown");
    }
  } else if (is === "checkbox") await page.keyboard.press("Space");
  else {
    await page.keyboard.press("Control+A");
    await page.keyboard.type(answer);
  }
}

function here(page: Page): Promise<{ name: string; is: string; value: string }> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement | null;
    return { name: at?.name ?? "", is: at?.type ?? "", value: at?.value ?? "" };
  });
}
