import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/**
 * axe finds nothing on the page as it stands, in light and in dark. Every rule looks at it in light; in dark only what
 * looks at colours could say something else.
 */
export async function holdsForAxe(page: Page, name: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    // A colour on its way from one scheme to the other is neither.
    await page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      await Promise.allSettled(document.getAnimations().filter((one) => one instanceof CSSTransition).map(({ finished }) => finished));
    });
    // Without frames of others, axe needs no second page to put its findings together; and what passed need not be told, element by element.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
    const { violations } = await (colorScheme === "light" ? axe : axe.withRules(["color-contrast", "link-in-text-block"])).analyze();
    expect(violations.map(({ id, nodes }) => `${name} ${colorScheme}: ${id} ${nodes[0]?.html ?? ""}`)).toEqual([]);
  }
}
