import type { ReactNode } from "react";
import { JurisdictionBox } from "./jurisdiction-box";
import type { Words } from "./words";

export type End = {
  /** CN, HK, MO or XX. */
  jurisdiction: string;
  jurisdictionName?: string;
  name: string;
  /** The name in its own script, with its `lang`, where the page is in another language. */
  own?: { lang: string; name: string };
  /** The organisation there. */
  organisation?: ReactNode;
};

/** The line is hollow until a permit exists, solid when it does, dashed while the request is not submitted. */
export type Line = "dashed" | "hollow" | "solid";

/**
 * Three points on a line over water: from, control point, to. Lies down where it has 42 rem, stands up where it has not.
 * Without `via` nothing crosses at a place (data, money): the ring stays, the water goes, the words say so.
 */
export function CorridorStrip({ t, from, to, via, line, moves, permit }: {
  t: Words;
  from: End;
  to: End;
  via?: { name: string; own?: { lang: string; name: string }; detail?: ReactNode };
  line: Line;
  /** What moves, on the line at the sending end: "30 tubes · UN 3373 · dry ice". */
  moves?: ReactNode;
  /** On the line at the receiving end: "no permit yet", or the permit's number. */
  permit?: ReactNode;
}) {
  return (
    <div className="@container">
      <div className="relative">
        <span aria-hidden="true" data-line className={`absolute inset-x-2 top-[.5625rem] hidden h-2 @2xl:block ${lying[line]}`} />
        <ol aria-label={t("corridor.label")} className="relative grid gap-5 ps-10 @2xl:grid-cols-[1fr_auto_1fr] @2xl:gap-x-4 @2xl:ps-0 @2xl:pt-11">
          <li className="relative flex min-w-0 flex-col">
            <Dot />
            <Upright line={line} />
            <Label side="start">{moves}</Label>
            <Place {...from} />
          </li>
          <li className="relative flex min-w-0 flex-col @2xl:max-w-88 @2xl:pt-1 @2xl:text-center">
            <Ring />
            <Upright line={line} />
            {via && <Water />}
            <span className="font-semibold">
              {via ? via.name : t("corridor.noControlPoint")}
              {via?.own && <Own {...via.own} />}
            </span>
            {via?.detail && <span className="text-sm text-ink-2">{via.detail}</span>}
          </li>
          <li className="relative flex min-w-0 flex-col @2xl:text-end">
            <Dot end />
            <Label side="end">{permit}</Label>
            <Place {...to} />
          </li>
        </ol>
      </div>
    </div>
  );
}

function Place({ jurisdiction, jurisdictionName, name, own, organisation }: End) {
  return (
    <>
      <span className="text-lg leading-snug font-semibold @2xl:text-xl">
        <JurisdictionBox code={jurisdiction} name={jurisdictionName} /> {name}
        {own && <Own {...own} />}
      </span>
      {organisation && <span className="text-sm text-ink-2">{organisation}</span>}
    </>
  );
}

function Own({ lang, name }: { lang: string; name: string }) {
  return <span lang={lang} className="ms-1 font-normal text-ink-3">{name}</span>;
}

function Label({ side, children }: { side: "start" | "end"; children: ReactNode }) {
  if (!children) return null;
  const place = side === "start" ? "@2xl:start-11" : "@2xl:end-11";
  return (
    <span className={`order-last text-xs text-ink-3 @2xl:absolute @2xl:-top-11 @2xl:max-w-[calc(100%-1.5rem)] @2xl:truncate @2xl:bg-paper @2xl:px-2.5 @2xl:leading-[1.625rem] @2xl:text-ink-2 ${place}`}>{children}</span>
  );
}

function Dot({ end = false }: { end?: boolean }) {
  const place = end ? "@2xl:start-auto @2xl:end-0" : "@2xl:start-0";
  return <span aria-hidden="true" data-line className={`absolute -start-10 top-0.5 size-5.5 rounded-full bg-harbour ring-4 ring-paper @2xl:-top-[2.5625rem] ${place}`} />;
}

function Ring() {
  return (
    <span
      aria-hidden="true"
      data-line
      className="absolute -start-[2.625rem] top-0 size-6.5 rounded-full border-5 border-ink bg-paper ring-4 ring-paper @2xl:start-[calc(50%-.8125rem)] @2xl:-top-[2.6875rem]"
    />
  );
}

/** The line between this point and the next while the strip stands. */
function Upright({ line }: { line: Line }) {
  return <span aria-hidden="true" data-line className={`absolute -start-[2.0625rem] top-7.5 -bottom-4 w-2 @2xl:hidden ${standing[line]}`} />;
}

function Water() {
  return (
    <svg viewBox="0 0 112 12" aria-hidden="true" className="absolute -top-[.9375rem] left-1/2 hidden h-3 w-28 -translate-x-1/2 fill-none stroke-water stroke-2 @2xl:block" strokeLinecap="round">
      <path d="M2 4q7-5 13.5 0t13.5 0 13.5 0 13.5 0 13.5 0 13.5 0 13.5 0 13.5 0M29 10q7-5 13.5 0t13.5 0 13.5 0 13.5 0" />
    </svg>
  );
}

const lying = {
  dashed: "border-y-2 border-dashed border-line-strong bg-paper",
  hollow: "border-2 border-harbour bg-paper",
  solid: "bg-harbour",
} as const satisfies Record<Line, string>;

const standing = {
  dashed: "border-x-2 border-dashed border-line-strong",
  hollow: "border-x-2 border-harbour",
  solid: "bg-harbour",
} as const satisfies Record<Line, string>;
