import type { ReactNode } from "react";
import type { QueueColumn } from "@/lib/access/queue-settings";
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
 * at once; the table then stands inside the form that does it. For J K Enter C X put `QueueKeys` beside it. `hidden` columns are drawn
 * nowhere and read to nobody.
 */
export function QueueTable({ t, caption, rows, select, hidden = [] }: { t: Words; caption: string; rows: readonly QueueRow[]; select?: string; hidden?: readonly QueueColumn[] }) {
  const heads = ["queue.number", "queue.request", "queue.corridor", "queue.step", "queue.clock", "queue.note", "queue.with"] as const;
  return (
    <div className="max-lg:-mx-4 md:max-lg:-mx-8">
      {/* Roles in words: a table whose display changes loses its own in some browsers. */}
      <table role="table" data-queue data-hidden={hidden.length > 0 ? hidden.join(" ") : undefined} className="queue-table w-full border-collapse border-y border-line bg-paper text-sm leading-dense max-lg:block lg:border">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="max-lg:sr-only">
          <tr role="row">
            <th role="columnheader" scope="col" className="border-b border-line-strong"><span className="sr-only">{t("yourMove")}</span></th>
            {heads.map((head) => (
              <th key={head} role="columnheader" scope="col" className={`border-b border-line-strong px-2.5 py-2 text-start text-xs font-medium whitespace-nowrap text-ink-3 ${head === "queue.corridor" || head === "queue.with" ? "max-xl:hidden" : ""}`}>
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

/** What a row and its cells look like is said once, in globals.css: a page of fifty rows sends every class twice four hundred times. */
function Row({ t, select, id, href, number, kind, title, parties, from, to, step, side, clock, note, holder, yours, current, claim }: QueueRow & { t: Words; select?: string }) {
  return (
    <tr role="row" aria-current={current ? "true" : undefined}>
      <td role="cell">
        {select && <label className="inline-grid size-6 place-items-center"><input type="checkbox" name={select} value={id} aria-label={t("queue.select", { number })} className="size-4" /></label>}
        {yours && <Lamp t={t} />}
      </td>
      <td role="cell">{number}</td>
      <td role="cell">
        <KindIcon kind={kind} />
        <a href={href} data-open>{title}</a>
        {parties && <small>{parties}</small>}
        {claim && <div>{claim}</div>}
      </td>
      <td role="cell"><RouteGlyph t={t} from={from} to={to} /></td>
      <td role="cell">{step}{side && <small>{side}</small>}</td>
      <td role="cell">{clock}</td>
      <td role="cell">{note}</td>
      <td role="cell">{holder}</td>
    </tr>
  );
}

/** Your move: the lamp in a row. */
function Lamp({ t }: { t: Words }) {
  return (
    <>
      <span aria-hidden="true" data-line className="mt-0.5 block size-3 rounded-full border-2 border-lamp-edge bg-lamp lg:[label+&]:ms-1.5" />
      <span className="sr-only">{t("yourMove")}</span>
    </>
  );
}
