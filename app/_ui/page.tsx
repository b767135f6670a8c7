import type { ReactNode } from "react";
import { Symbols } from "./symbols";
import type { Words } from "./words";
import { Wrap, type Width } from "./wrap";

/**
 * The shell of every page: skip link, header, main, footer.
 * `bar` is a `DecisionBar`: it stands outside the width, at the foot of main.
 */
export function Page({ t, header, footer, bar, width = "page", children }: {
  t: Words;
  header: ReactNode;
  footer?: ReactNode;
  bar?: ReactNode;
  width?: Width;
  children: ReactNode;
}) {
  return (
    <>
      <a href="#main" data-screen className="absolute -left-[99rem] z-10 bg-paper px-4 py-2 focus:start-4 focus:top-2">
        {t("skip")}
      </a>
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
