"use client";

import { Button } from "@/app/_ui/button";
import type { Stopped } from "@/app/(auth)/form-state";
import { Kept } from "./kept";
import type { SaveStatus } from "./use-auto-save";

export type SaveWords = { saved: string; partly: string; unsaved: string; refused: string; noConnection: string; conflict: string; differs: string; sameElsewhere: string; theirs: string; mine: string; ended: Stopped };

/** How what is typed stands: saved when, not yet, or what stands in the way and what can be done about it. */
export function SaveLine({ status, words, keepMine }: { status: SaveStatus; words: SaveWords; keepMine: () => void }) {
  return (
    <div id="saved" className="mt-4">
      <p role="status" className={quiet.has(status.is) ? "min-h-5 text-xs text-ink-3" : "text-sm font-medium"}>{sentence(status, words)}</p>
      {(status.is === "ended" || status.is === "gone") && <div className="mt-3"><Kept words={status.is === "gone" ? status.words : words.ended} /></div>}
      {status.is === "conflict" && (
        <>
          <dl className="mt-2 grid gap-2 text-sm">
            {status.differences.length === 0 && <dt>{words.sameElsewhere}</dt>}
            {status.differences.map(({ name, label, theirs, mine }) => (
              <div key={name}>
                <dt className="font-semibold">{label}</dt>
                <dd>{words.differs.replace("{theirs}", theirs).replace("{mine}", mine)}</dd>
              </div>
            ))}
          </dl>
          <div className="mt-3 flex flex-wrap gap-3">
            <Button type="button" onClick={() => window.location.reload()}>{words.theirs}</Button>
            <Button type="button" onClick={keepMine}>{words.mine}</Button>
          </div>
        </>
      )}
    </div>
  );
}

const quiet: ReadonlySet<SaveStatus["is"]> = new Set(["untouched", "unsaved", "saved"]);

function sentence(status: SaveStatus, words: SaveWords): string {
  switch (status.is) {
    case "untouched":
    case "ended":
    case "gone":
      return "";
    case "saved":
      return `${words.saved} ${status.at}`;
    case "partly":
      return words.partly.replace("{time}", status.at);
    case "offline":
      return words.noConnection;
    case "unsaved":
    case "refused":
    case "conflict":
      return words[status.is];
    default:
      return status satisfies never;
  }
}
