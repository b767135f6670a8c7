import type { ReactNode } from "react";
import { Blank } from "./blank";
import { Icon } from "./icon";
import { JurisdictionBox } from "./jurisdiction-box";
import { Tag } from "./tag";
import type { Words } from "./words";

/**
 * One rule or programme that applies, with the facts that made it so and its citation. Lists of them sit straight in a `Panel`.
 * `because` are the facts in words, a chip each; `citations` name the law in the page's language and, in `own`, in the law's.
 */
export function FindingCard({ t, jurisdictions, title, usually, because, citations, replaces, eases, uncertain, isNew, children }: {
  t: Words;
  jurisdictions: readonly { code: string; name?: string }[];
  title: ReactNode;
  /** Kind and usual time: "permit · about 20 working days". */
  usually?: ReactNode;
  because: readonly ReactNode[];
  citations: readonly { text: ReactNode; own?: { lang: string; text: string } }[];
  /** What it removes once claimed, and what it makes easier. */
  replaces?: ReactNode;
  eases?: ReactNode;
  /** Why the rule is uncertain: the card then carries *Needs a person*, and nothing about it is coloured as done. */
  uncertain?: ReactNode;
  isNew?: boolean;
  /** How it stands, or what may be done: a `Tag` and a sentence, the box that claims a programme. */
  children?: ReactNode;
}) {
  return (
    <article className="grid grid-cols-[minmax(0,1fr)] gap-x-3 border-t border-line px-4 py-4 text-sm first-of-type:border-t-0 sm:grid-cols-[2.5rem_minmax(0,1fr)] sm:px-5">
      <span className="mb-1 flex gap-1 sm:mt-0.5 sm:flex-col sm:items-start">{jurisdictions.map((one) => <JurisdictionBox key={one.code} {...one} />)}</span>
      <div className="grid justify-items-start gap-1">
        {isNew && <span className="text-xs font-medium text-moving">{t("newFinding")}</span>}
        <h3 className="flex w-full flex-wrap items-baseline justify-between gap-x-3 gap-y-0.5 text-md">
          {title}
          {usually && <span className="text-xs font-normal text-ink-3">{usually}</span>}
        </h3>
        {because.length > 0 && <Because t={t} facts={because} />}
        {uncertain && (
          <p className="my-0.5 flex max-w-[46rem] flex-wrap items-baseline gap-x-2.5 gap-y-1">
            <Tag state="unsure">{t("needsPerson")}</Tag>
            <span><b>{t("uncertain")}</b><Blank />{uncertain}</span>
          </p>
        )}
        {replaces && <p className="max-w-[46rem] text-ink-2"><b className="font-medium text-ink">{t("replaces")}</b><Blank />{replaces}</p>}
        {eases && (
          <p className="flex max-w-[46rem] gap-2 text-ink-2">
            <Icon name="circle-check" className="mt-[.15em] size-4 text-done" />
            <span><b className="font-medium text-ink">{t("eases")}</b><Blank />{eases}</span>
          </p>
        )}
        {children}
        {citations.map(({ text, own }, at) => (
          <p key={at} className="max-w-[46rem] text-xs text-ink-3">
            {text}
            {own && <span lang={own.lang} className="ms-1.5">{own.text}</span>}
          </p>
        ))}
      </div>
    </article>
  );
}

function Because({ t, facts }: { t: Words; facts: readonly ReactNode[] }) {
  return (
    <div className="flex max-w-[46rem] flex-wrap items-baseline gap-x-1.5 gap-y-1 text-ink-2">
      <span>{t("because")}</span>
      <ul className="contents">
        {facts.map((fact, at) => (
          <li key={at} className="rounded-tag bg-sunken px-1.5 text-ink">{fact}</li>
        ))}
      </ul>
    </div>
  );
}
