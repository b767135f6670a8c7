import type { ReactNode } from "react";
import { Icon } from "./icon";
import { Wrap, type Width } from "./wrap";

/**
 * Who one decides as, what blocks it, and the buttons: approve, conditions, return, refer, and reject last. Sticks to the foot
 * from 48 rem up, ends the page below. Hand it to `Page` as `bar`.
 */
export function DecisionBar({ label, as, state, blocked = false, hint, width = "desk", children }: {
  /** Its name as a landmark: "Decision". */
  label: string;
  as: ReactNode;
  /** "Nothing blocks your decision." or what does. */
  state: ReactNode;
  blocked?: boolean;
  hint?: ReactNode;
  width?: Width;
  children: ReactNode;
}) {
  return (
    <section aria-label={label} data-screen className="z-10 mt-6 border-t border-line-strong bg-paper shadow-bar md:sticky md:bottom-0">
      <Wrap width={width}>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
          <div className="flex-[1_1_22rem] text-sm max-md:basis-full">
            <b>{as}</b>
            <span className="flex items-start gap-1.5 text-ink-2">
              <Icon name={blocked ? "circle-alert" : "circle-check"} className={`mt-[.2em] size-4 ${blocked ? "text-stop" : "text-done"}`} />
              <span>{state}{hint && <span className="max-md:hidden"> {hint}</span>}</span>
            </span>
          </div>
          <div className="flex flex-wrap items-start gap-2 max-md:w-full max-md:[&>*]:grow max-md:[&>*]:justify-center">{children}</div>
        </div>
      </Wrap>
    </section>
  );
}
