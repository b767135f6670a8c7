"use client";

import { useEffect } from "react";
import { keepPage } from "@/app/_ui/keep-page";

/** Has the device keep the page that stands in for a hand-over without network, before it is needed. */
export function KeepHandOver() {
  useEffect(() => void keepPage("/hand-over"), []);
  return null;
}
