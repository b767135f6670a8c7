import Link from "next/link";
import type { ReactNode } from "react";
import type { Kind } from "@/lib/policy/pack";
import { KindIcon } from "./kind-icon";
import { RouteGlyph } from "./route-glyph";
import type { Words } from "./words";

export type QueueRow = {
  id: string;
  href: string;
  number: string;
  kind: Kind;
  title: string;
  /** From whom to whom, under the title. */
  parties?: ReactNode;
  from: string;
  to: string;
  step: ReactNode;
  side?: ReactNode;
  /** A `Clock`. */
  clock?: ReactNode;
  /** A `Tag`, and only when something is unusual. */
  note?: ReactNode;
  /** Who has it: "You", a name, "Nobody yet". */
  holder?: ReactNode;
  /** Lights the lamp. */
  yours?: boolean;
  current?: boolean;
  /** A form whose button claims the row; C presses it. */
  claim?: ReactNode;
};

/**
 * A desk's work, what is due first on top; rows of 52 px, stacked on phones. `select` is the name of the boxes for doing things to many
 * at once; the table then stands inside the form that does it. For J K Enter C X put `QueueKeys` beside it.
 */
export function QueueTable({ t, caption, rows, select }: { t: Words; caption: string; rows: readonly QueueRow[]; select?: string }) {
  const heads = ["queue.number", "queue.request", "queue.corridor", "queue.step", "queue.clock", "queue.note", "queue.with"] as const;
  return (
    <div className="max-lg:-mx-4 md:max-lg:-mx-8">
      {/* Roles in words: a table whose display changes loses its own in some browsers. */}
      <table role="table" data-queue className="w-full border-collapse border-y border-line bg-paper text-sm leading-dense max-lg:block lg:border">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="max-lg:sr-only">
          <tr role="row">
            <th role="columnheader" scope="col" className="border-b border-line-strong"><span className="sr-only">{t("yourMove")}</span></th>
            {heads.map((head) => (
              <th key={head} role="columnheader" scope="col" className={`border-b border-line-strong px-2.5 py-2 text-start text-xs font-medium text-ink-3 ${head === "queue.corridor" || head === "queue.with" ? "max-xl:hidden" : ""}`}>
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-lg:block">{rows.map((row) => <Row key={row.id} t={t} select={select} {...row} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ t, select, id, href, number, kind, title, parties, from, to, step, side, clock, note, holder, yours, current, claim }: QueueRow & { t: Words; select?: string }) {
  return (
    <tr
      role="row"
      aria-current={current ? "true" : undefined}
      className="border-t border-line hover:bg-ground focus-within:bg-harbour-tint aria-current:bg-harbour-tint aria-current:shadow-[inset_3px_0_0_var(--harbour)] max-lg:grid max-lg:grid-cols-[auto_minmax(0,1fr)_auto] max-lg:gap-x-2.5 max-lg:gap-y-1 max-lg:px-4 max-lg:py-3 md:max-lg:px-8"
    >
      <td role="cell" className={`${cell} lg:w-8 lg:pe-0 ${yours || select ? "" : "max-lg:hidden"}`}>
        <span className="flex items-center gap-2">
          {select && <input type="checkbox" name={select} value={id} aria-label={t("queue.select", { number })} className="size-4" />}
          {yours && <Lamp t={t} />}
        </span>
      </td>
      <td role="cell" className={`${cell} font-mono text-xs whitespace-nowrap text-ink-2`}>{number}</td>
      <td role="cell" className={`${cell} max-lg:order-3 max-lg:col-span-3 lg:w-full lg:min-w-52`}>
        <span className="flex items-start gap-2">
          <KindIcon kind={kind} className="mt-[.1em] size-4 text-ink-3" />
          <span>
            <Link href={href} data-open className="font-medium text-ink no-underline hover:text-ink hover:underline">{title}</Link>
            {parties && <span className="block text-xs text-ink-3">{parties}</span>}
          </span>
        </span>
        {claim && <span className="mt-1 block ps-6">{claim}</span>}
      </td>
      <td role="cell" className={`${cell} max-lg:order-4 max-lg:col-span-3 lg:max-xl:hidden`}><RouteGlyph t={t} from={from} to={to} /></td>
      <td role="cell" className={`${cell} max-lg:order-5 max-lg:col-span-3 lg:whitespace-nowrap`}>
        {step}
        {side && <span className="text-xs text-ink-3 max-lg:ms-1.5 lg:block">{side}</span>}
      </td>
      <td role="cell" className={`${cell} max-lg:order-6 max-lg:col-span-3 lg:whitespace-nowrap`}>{clock}</td>
      <td role="cell" className={`${cell} max-lg:order-2 max-lg:col-start-3 max-lg:row-start-1 max-lg:empty:hidden`}>{note}</td>
      <td role="cell" className={`${cell} whitespace-nowrap max-xl:hidden`}>{holder}</td>
    </tr>
  );
}

/** Your move: the lamp in a row. */
function Lamp({ t }: { t: Words }) {
  return (
    <>
      <span aria-hidden="true" data-line className="mt-0.5 block size-3 rounded-full border-2 border-lamp-edge bg-lamp" />
      <span className="sr-only">{t("yourMove")}</span>
    </>
  );
}

const cell = "align-top lg:px-2.5 lg:py-[.4375rem]";
