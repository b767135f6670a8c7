import { Tag } from "@/app/_ui/tag";
import type { Reader } from "@/lib/server/language";
import type { DetailStep } from "@/lib/server/request-detail";
import { standing } from "./words";

/** How a step stands, as a tag: what it came to, once it has. */
export function StepTag({ step: { status, outcome, suspended }, words: { t, ui } }: { step: Pick<DetailStep, "status" | "outcome" | "suspended">; words: Pick<Reader, "t" | "ui"> }) {
  if (status === "open" && suspended !== null) return <Tag state="rest" drawing="pause">{ui("paused")}</Tag>;
  const word = outcome ? outcomeWord(outcome, t) : ui(`stepStatus.${status}`);
  if (outcome === "returned") return <Tag state="rest" drawing="corner-up-left">{word}</Tag>;
  return <Tag state={status === "open" ? "moving" : status !== "done" ? "rest" : outcome === "rejected" ? "stop" : "done"}>{word}</Tag>;
}

/** What a step came to, standing by itself: the same words stand within sentences elsewhere. */
export function outcomeWord(outcome: string, t: Reader["t"]): string {
  return standing(t(`pages.outcome.${outcome}`));
}
