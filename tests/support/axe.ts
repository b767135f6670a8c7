import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { further } from "./further.ts";

/**
 * axe finds nothing on the page as it stands. Every rule looks at it in one scheme; in the other only what looks at colours could
 * say something else, and `.ci/run` asks that too. Elsewhere pages take turns, so that what they share is seen in light and in dark.
 */
export async function holdsForAxe(page: Page, name: string): Promise<void> {
  const schemes = name.length % 2 === 0 ? (["light", "dark"] as const) : (["dark", "light"] as const);
  for (const colorScheme of further ? schemes : schemes.slice(0, 1)) {
    // Where nothing moves no colour is on its way from one scheme to the other. To wait for its end is to wait for frames, and a browser that nobody looks at may draw none.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // Without frames of others, axe needs no second page to put its findings together; and what passed need not be told, element by element.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
    const { violations } = await (colorScheme === schemes[0] ? axe : axe.withRules(["color-contrast", "link-in-text-block"])).analyze();
    expect(violations.map(({ id, nodes }) => `${name} ${colorScheme}: ${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  }
}
