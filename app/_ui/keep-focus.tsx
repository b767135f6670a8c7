"use client";

import { useEffect } from "react";

/**
 * Where what has the focus goes away, with the page it was on or with a form that has done its work, the focus would fall back to the
 * top of the document. It goes to what that stood in, as far as it is still there: the row, the panel; else to what the address points
 * at, or to where the new page begins. What was only moved, as a row is that somebody takes, has it back. Draws nothing.
 */
export function KeepFocus() {
  useEffect(() => {
    let last: Element | null = null;
    let around: readonly Element[] = [];
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      last = target;
      around = ["li[id]", "[data-panel]"].flatMap((place) => target.parentElement?.closest(place) ?? []);
    };
    const mend = () => {
      if (last === null || document.activeElement !== document.body) return;
      if (last.isConnected) return void (last instanceof HTMLElement && last.focus({ preventScroll: true }));
      last = null;
      const place = around.find(({ isConnected }) => isConnected) ?? document.getElementById(window.location.hash.slice(1)) ?? document.querySelector("[data-begin]") ?? document.getElementById("main");
      if (!(place instanceof HTMLElement)) return;
      if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
      place.focus({ preventScroll: true });
    };
    // After a frame: an error summary, or a row that was taken out, sees to the focus itself.
    const watch = new MutationObserver(() => requestAnimationFrame(mend));
    watch.observe(document.body, { childList: true, subtree: true });
    // Whoever points at nothing in particular wants the focus nowhere.
    const forget = () => (last = null);
    document.addEventListener("pointerdown", forget);
    document.addEventListener("focusin", note);
    return () => {
      watch.disconnect();
      document.removeEventListener("pointerdown", forget);
      document.removeEventListener("focusin", note);
    };
  }, []);
  return null;
}
