import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";
import { KindIcon } from "./kind-icon";
import type { Kind } from "@/lib/policy/pack";

export type Verdict = "valid" | "stop" | "paused";

/**
 * What an officer at the counter sees: the verdict at arm's length, what is left, the corridor, papers to carry, how it was checked.
 * No names. `paused` is for suspended, not yet valid and not known; `stop` for revoked, used up, expired and forged.
 */
export function PermitCard({ verdict, word, detail, number, kind, kindName, what, left, corridor, terms, actions, code, proof }: {
  verdict: Verdict;
  /** One word: "Valid". */
  word: string;
  detail?: ReactNode;
  /** Absent when what was shown is no permit. */
  number?: string;
  kind?: Kind;
  kindName?: string;
  what?: ReactNode;
  /** What may still cross. `cells` draws one a unit, up to a hundred. */
  left?: { title: string; value: string; words: ReactNode; cells?: { used: number; all: number }; note?: ReactNode };
  /** A `CorridorStrip`. */
  corridor?: ReactNode;
  /** A `DefinitionList`: valid, carry, packing, afterwards. */
  terms?: ReactNode;
  actions?: ReactNode;
  /** The QR code, an `svg` that fills its box; white in both schemes. */
  code?: ReactNode;
  /** How it was checked, key and time; "Signature holds". */
  proof?: { holds: boolean; title: ReactNode; detail?: ReactNode };
}) {
  return (
    <article className="max-sm:-mx-4 sm:mx-auto sm:my-6 sm:max-w-md">
      <div role="status" data-solid className={`grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 px-5 pt-5 pb-5.5 sm:rounded-t-panel ${solids[verdict]}`}>
        <Icon name={glyphs[verdict]} className="size-13" />
        <div>
          <h1 className="text-3xl tracking-tight">{word}</h1>
          {detail && <p className="text-md">{detail}</p>}
        </div>
      </div>
      <div className="border-line bg-paper empty:hidden max-sm:border-b sm:rounded-b-panel sm:border sm:border-t-0">
        {number && (
          <section className={block}>
            <p className="flex flex-wrap items-center gap-x-3 text-xs text-ink-3">
              <span className="font-mono text-base font-semibold text-ink">{number}</span>
              {kind && <span className="inline-flex items-center gap-1.5"><KindIcon kind={kind} />{kindName}</span>}
            </p>
            {what && <p className="mt-1">{what}</p>}
          </section>
        )}
        {left && (
          <section className={block}>
            <h2 className="sr-only">{left.title}</h2>
            <p className="flex flex-wrap items-baseline gap-x-2"><b className="text-3xl leading-none tracking-tight tabular-nums">{left.value}</b> {left.words}</p>
            {left.cells && <UnitCells {...left.cells} />}
            {left.note && <p className="mt-2.5 text-xs text-ink-3">{left.note}</p>}
          </section>
        )}
        {corridor && <section className={block}>{corridor}</section>}
        {terms && <section className="border-t border-line px-5 py-2">{terms}</section>}
        {actions && <section className={`${block} grid gap-2`}>{actions}</section>}
        {(code || proof) && (
          <section className={`${block} grid items-center gap-4 ${code ? "grid-cols-[8.5rem_minmax(0,1fr)]" : ""}`}>
            {code && <div className="qr-paper rounded-control border border-line p-2.5 [&_svg]:h-auto [&_svg]:w-full">{code}</div>}
            {proof && (
              <div className="text-xs text-ink-2">
                <b className={`flex items-center gap-1.5 ${proof.holds ? "text-done" : "text-stop"}`}><Icon name={proof.holds ? "shield-check" : "octagon-x"} />{proof.title}</b>
                {proof.detail && <div className="mt-1">{proof.detail}</div>}
              </div>
            )}
          </section>
        )}
      </div>
    </article>
  );
}

function UnitCells({ used, all }: { used: number; all: number }) {
  if (all < 1 || all > 100) return null;
  const rows = Math.ceil(all / 20);
  return (
    <svg viewBox={`0 0 317 ${rows * 16 - 3}`} aria-hidden="true" className="mt-3.5 block w-full">
      {Array.from({ length: all }, (_, at) => (
        <rect key={at} x={(at % 20) * 16 + 0.75} y={Math.floor(at / 20) * 16 + 0.75} width="11.5" height="11.5" rx="1" strokeWidth="1.5" className={at < used ? "fill-ink-3 stroke-ink-3" : "fill-none stroke-line-strong"} />
      ))}
    </svg>
  );
}

const block = "border-t border-line px-5 py-4.5 first:border-t-0";

const solids = { valid: "bg-done-solid text-on-stop", stop: "bg-stop-solid text-on-stop", paused: "bg-ink text-paper" } as const satisfies Record<Verdict, string>;
const glyphs = { valid: "circle-check", stop: "octagon-x", paused: "pause" } as const satisfies Record<Verdict, IconName>;
