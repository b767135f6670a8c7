import type { ReactNode } from "react";
import { SkipLink } from "./skip-link";
import { Symbols } from "./symbols";
import type { Words } from "./words";
import { Wrap, type Width } from "./wrap";

/**
 * The shell of every page: skip links, header, main, footer.
 * `bar` is a `DecisionBar`: it stands outside the width, at the foot of main. `list` is the id of the list that the page is there for.
 */
export function Page({ t, header, footer, bar, list, width = "page", children }: {
  t: Words;
  header: ReactNode;
  footer?: ReactNode;
  bar?: ReactNode;
  list?: string;
  width?: Width;
  children: ReactNode;
}) {
  return (
    <>
      <div className="absolute top-2">
        <SkipLink to="main">{t("skip")}</SkipLink>
        {list && <SkipLink to={list}>{t("skipTo")}</SkipLink>}
      </div>
      <Symbols />
      {header}
      <main id="main" tabIndex={-1}>
        <Wrap width={width}>{children}</Wrap>
        {bar}
      </main>
      {footer}
    </>
  );
}
