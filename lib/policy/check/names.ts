import { authorities } from "../authorities.ts";
import type { Regime } from "../pack.ts";
import { papers } from "../papers.ts";
import { type Wrong, wrong } from "./problem.ts";

/** Papers and authorities are shown by their names in four languages; one without a name would be shown as its id. */
export function wordsWrong(regime: Pick<Regime, "papers" | "authority">): Wrong[] {
  return [
    ...(Object.hasOwn(authorities, regime.authority) ? [] : [wrong("unknownAuthority", ["authority"], regime.authority)]),
    ...regime.papers.flatMap((id, at) => (Object.hasOwn(papers, id) ? [] : [wrong("unknownPaper", ["papers", at], id)])),
  ];
}
