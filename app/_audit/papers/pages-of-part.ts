import type { TabLink } from "@/app/_ui/tab-links";
import type { PaperPart } from "@/db/queries/paper-part";
import type { Translator } from "@/lib/server/translate";
import { shownAtOnce } from "@/lib/working-paper/part";
import { caseStates, type PaperPlace } from "@/lib/working-paper/place";
import { findingStatuses } from "@/lib/working-paper/state";

type Pages = { readonly tabs: readonly TabLink[] | null; readonly turns: { readonly newer?: string | undefined; readonly older?: string | undefined } };

/** The ways through a paper's two lists: by state, where a list is longer than a page, and page by page; each keeps where the other list stands. */
export function pagesOfPart({ sheet, found }: Pick<PaperPart, "sheet" | "found">, { at, here, t }: { readonly at: PaperPlace; readonly here: (to: PaperPlace) => string; readonly t: Translator }): { readonly cases: Pages; readonly findings: Pages } {
  const inCases = (to: PaperPlace) => here({ ...at, casesAfter: undefined, ...to });
  const inFindings = (to: PaperPlace) => here({ ...at, findingsAfter: undefined, ...to });
  const tab = <State extends string>(counts: Readonly<Record<State | "all", number>>, current: State | undefined) => (state: State | undefined, href: string, label: string) => ({ href, label, count: counts[state ?? "all"], current: state === current });
  const [caseTab, findingTab] = [tab(sheet.counts, at.cases), tab(found.counts, at.findings)];
  const isLong = ({ all }: { readonly all: number }) => all > shownAtOnce;
  return {
    cases: {
      tabs: isLong(sheet.counts) || at.cases ? [undefined, ...caseStates].map((cases) => caseTab(cases, `${inCases({ cases })}#cases`, t(cases ? `papers.caseState.${cases}` : "papers.all"))) : null,
      turns: turns(at.casesAfter, sheet.next, (casesAfter) => inCases({ casesAfter })),
    },
    findings: {
      tabs: isLong(found.counts) || at.findings ? [undefined, ...findingStatuses].map((findings) => findingTab(findings, `${inFindings({ findings })}#findings`, t(findings ? `papers.findingStatus.${findings}` : "papers.all"))) : null,
      turns: turns(at.findingsAfter, found.next, (findingsAfter) => inFindings({ findingsAfter })),
    },
  };
}

function turns(after: number | undefined, next: number | null, to: (after: number | undefined) => string): Pages["turns"] {
  return { newer: after === undefined ? undefined : to(undefined), older: next === null ? undefined : to(next) };
}
