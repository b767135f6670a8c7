import type { ReactNode } from "react";
import { Blank } from "./blank";

/** Nothing here, in one sentence and one link. No pictures. Stands in a padded `Panel`. "Nothing waits for you. 11 requests wait for others." */
export function EmptyState({ children, link }: { children: ReactNode; link?: ReactNode }) {
  return <p className="text-sm text-ink-2">{children}{link && <><Blank />{link}</>}</p>;
}
