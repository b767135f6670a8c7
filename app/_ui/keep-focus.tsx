"use client";

import { useEffect } from "react";

/**
 * Where what has the focus goes away, with the page it was on or with a form that has done its work, the focus would fall back to the
 * top of the document. It goes to what that stood in, as far as it is still there: the row, the panel; else to what the address points
 * at, or to where the new page begins. Where a link has led to a place, as to the next page of a list, that place comes first. A link that the same page has again, as in a row
 * that somebody took, has it back; and so has what is only drawn anew while somebody walks along with the Tab key, as when a page comes to life. A menu closes when the focus
 * has left it. Draws nothing.
 */
export function KeepFocus() {
  useEffect(() => {
    let last: Element | null = null;
    let page = "";
    let href: string | null = null;
    let around: readonly Element[] = [];
    let trail: Trail = [];
    let tabs = false;
    const note = (target: EventTarget | null) => {
      if (!(target instanceof Element)) return;
      last = target;
      page = window.location.pathname;
      // Of a row, the link that opens it.
      href = (target.hasAttribute("href") ? target : target.closest("[data-queue] tr")?.querySelector("[data-open]"))?.getAttribute("href") ?? null;
      around = ["li[id]", "[data-panel]"].flatMap((place) => target.parentElement?.closest(place) ?? []);
      trail = trailTo(target);
      closeLeft(target);
    };
    const came = ({ target }: FocusEvent) => note(target);
    const press = (event: Event) => void (tabs = event instanceof KeyboardEvent && (event.key === "Tab" || (event.key === "Shift" && tabs)));
    const mend = () => {
      if (last === null || last.isConnected || document.activeElement !== document.body) return;
      const here = page === window.location.pathname;
      // Never after a button: in its place may stand the same of the next row.
      const anew = here && tabs ? likeIt(last, trail) : null;
      const pointed = document.getElementById(window.location.hash.slice(1));
      const led = last instanceof HTMLAnchorElement && last.hash !== "" && last.href === window.location.href ? pointed : null;
      const again = anew ?? (here && href !== null ? document.querySelector(`#main a[href="${CSS.escape(href)}"]`) : null);
      last = null;
      const place = led ?? again ?? around.find(({ isConnected }) => isConnected) ?? pointed ?? document.querySelector("[data-begin]") ?? document.getElementById("main");
      if (!(place instanceof HTMLElement)) return;
      if (place !== again && !place.hasAttribute("tabindex")) place.tabIndex = -1;
      place.focus({ preventScroll: true });
    };
    // After a frame: an error summary, or a row that was taken out, sees to the focus itself.
    const watch = new MutationObserver(() => requestAnimationFrame(mend));
    watch.observe(document.body, { childList: true, subtree: true });
    // Who was quicker than this script has the focus somewhere already, by that key.
    if (document.activeElement !== document.body) {
      note(document.activeElement);
      tabs = true;
    }
    document.addEventListener("focusin", came);
    for (const act of acts) document.addEventListener(act, press, true);
    return () => {
      watch.disconnect();
      document.removeEventListener("focusin", came);
      for (const act of acts) document.removeEventListener(act, press, true);
    };
  }, []);
  return null;
}

/** A menu that was left open and walked out of would stand over what has the focus now. */
function closeLeft(target: Element): void {
  const menu = document.querySelector<HTMLElement>("[popover]:popover-open");
  if (menu && !menu.contains(target) && target.getAttribute("popovertarget") !== menu.id) menu.hidePopover();
}

const acts = ["keydown", "pointerdown"] as const;

/** From the inside out: what something stands in, and at which place among its children. */
type Trail = readonly { readonly parent: Element; readonly at: number }[];

function trailTo(element: Element): Trail {
  const trail = [];
  for (let one = element; one.parentElement; one = one.parentElement) trail.push({ parent: one.parentElement, at: [...one.parentElement.children].indexOf(one) });
  return trail;
}

/** What stands in the place of something that is gone and is the same to whoever reads it. */
function likeIt(gone: Element, trail: Trail): Element | null {
  const from = trail.findIndex(({ parent }) => parent.isConnected);
  let found = trail[from]?.parent;
  for (const { at } of trail.slice(0, from + 1).toReversed()) found = found?.children[at];
  const same = found?.tagName === gone.tagName && found.textContent === gone.textContent && ["href", "name", "value", "type"].every((name) => found?.getAttribute(name) === gone.getAttribute(name));
  return found && same ? found : null;
}
