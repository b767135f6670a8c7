"use client";

import { useEffect } from "react";

/**
 * Where what has the focus goes away, with the page it was on or with a form that has done its work, the focus would fall back to the
 * top of the document. It goes to what that stood in, as far as it is still there: the row, the panel; else to what the address points
 * at, or to where the new page begins. A link that the same page has again, as in a row
 * that somebody took, has it back. Draws nothing.
 */
export function KeepFocus() {
  useEffect(() => {
    let last: Element | null = null;
    let page = "";
    let around: readonly Element[] = [];
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      last = target;
      page = window.location.pathname;
      around = ["li[id]", "[data-panel]"].flatMap((place) => target.parentElement?.closest(place) ?? []);
    };
    const mend = () => {
      if (last === null || last.isConnected || document.activeElement !== document.body) return;
      const again = page === window.location.pathname && last.hasAttribute("href") ? document.querySelector(`#main a[href="${CSS.escape(last.getAttribute("href") ?? "")}"]`) : null;
      last = null;
      const place = again ?? around.find(({ isConnected }) => isConnected) ?? document.getElementById(window.location.hash.slice(1)) ?? document.querySelector("[data-begin]") ?? document.getElementById("main");
      if (!(place instanceof HTMLElement)) return;
      if (place !== again && !place.hasAttribute("tabindex")) place.tabIndex = -1;
      place.focus({ preventScroll: true });
    };
    // After a frame: an error summary, or a row that was taken out, sees to the focus itself.
    const watch = new MutationObserver(() => requestAnimationFrame(mend));
    watch.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", note);
    return () => {
      watch.disconnect();
      document.removeEventListener("focusin", note);
    };
  }, []);
  return null;
}
