"use client";

import { useSyncExternalStore } from "react";

/** Whether scripts run: never in what the server draws, so that a page without them shows nothing that would not work. */
export function useLive(): boolean {
  return useSyncExternalStore(never, () => true, () => false);
}

function never() {
  return () => undefined;
}
