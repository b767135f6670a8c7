"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { EmptyState } from "@/app/_ui/empty-state";
import { FindingCard } from "@/app/_ui/finding-card";
import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { format } from "@/lib/format";
import type { Language } from "@/lib/language";
import type { Applying } from "@/lib/request/applying";
import type { LiveSection } from "./live-section";
import { valuesOf } from "./typed-values";

export type AppliesWords = {
  title: string;
  /** With `{count}`; the next two with `{names}`. */
  count: string;
  added: string;
  removed: string;
  none: string;
  guidance: string;
  uncertain: string;
  memory: string;
  offered: string;
  claimed: string;
  waived: string;
  /** Words of the cards, and the names of jurisdictions, by key. */
  card: Readonly<Record<string, string>>;
  jurisdictions: Readonly<Record<string, string>>;
};

type Shown = { readonly cards: readonly Applying[]; readonly fresh: readonly string[]; readonly said: string };

/**
 * What applies, beside the form: first as the server found it, then weighed anew in the browser a frame after each
 * change. What the last change brought stands on top and is marked, and is announced politely.
 */
export function Applies({ initial, live, words }: { initial: readonly Applying[]; live: LiveSection; words: AppliesWords }) {
  const [shown, show] = useState<Shown>({ cards: initial, fresh: [], said: "" });
  const weigh = useEffectEvent(async () => {
    const form = document.querySelector<HTMLFormElement>("form#answers");
    if (!form) return;
    const { applyingNow, rulesAt } = await import("./live-answers");
    const cards = applyingNow(await rulesAt(live.rules), live, valuesOf(new FormData(form)));
    show((before) => after(before, cards, words, live.language));
  });

  useEffect(() => {
    let frame = 0;
    const changed = (event: Event) => {
      if (!(event.target instanceof Element && event.target.closest("form#answers"))) return;
      cancelAnimationFrame(frame);
      // Without a connection what the server found stands, and the next change asks again.
      frame = requestAnimationFrame(() => void weigh().catch(() => undefined));
    };
    // What the server found stands until somebody begins to answer: a first look loads no rules.
    for (const begins of ["focusin", "input"]) document.addEventListener(begins, changed);
    return () => {
      cancelAnimationFrame(frame);
      for (const begins of ["focusin", "input"]) document.removeEventListener(begins, changed);
    };
  }, [live]);

  const { cards, fresh, said } = shown;
  const sorted = [...cards.filter(({ id }) => fresh.includes(id)), ...cards.filter(({ id }) => !fresh.includes(id))];
  return (
    <Panel title={words.title} count={words.count.replace("{count}", String(cards.length))} padded={cards.length === 0}>
      <p role="status" className="sr-only">{said}</p>
      {cards.length === 0 ? <EmptyState>{words.none}</EmptyState> : sorted.map((card) => <Card key={card.id} card={card} isNew={fresh.includes(card.id)} words={words} />)}
      <p className={cards.length === 0 ? "pt-3 text-xs text-ink-3" : "border-t border-line px-5 py-3 text-xs text-ink-3"}>{words.guidance}</p>
    </Panel>
  );
}

/** The same rules as before change nothing, so that what was new stays so until an answer brings or takes something. */
function after(before: Shown, cards: readonly Applying[], words: AppliesWords, language: Language): Shown {
  const [had, has] = [new Set(before.cards.map(({ id }) => id)), new Set(cards.map(({ id }) => id))];
  const [added, removed] = [cards.filter(({ id }) => !had.has(id)), before.cards.filter(({ id }) => !has.has(id))];
  if (added.length === 0 && removed.length === 0) return { ...before, cards };
  const { series, sentences } = format(language);
  const sentence = (sentence: string, those: readonly Applying[]) => (those.length === 0 ? [] : [sentence.replace("{names}", series(those.map(({ title }) => title)))]);
  return { cards, fresh: added.map(({ id }) => id), said: sentences([...sentence(words.added, added), ...sentence(words.removed, removed)]) };
}

function Card({ card, isNew, words }: { card: Applying; isNew: boolean; words: AppliesWords }) {
  const { jurisdiction, title, usually, because, citations, authority, replaces, eases, uncertain, fromMemory, stands } = card;
  return (
    <FindingCard
      t={(key) => words.card[key] ?? key}
      jurisdictions={[{ code: jurisdiction, name: words.jurisdictions[jurisdiction] }]}
      title={title}
      usually={usually}
      because={because}
      citations={citations.map((text) => ({ text }))}
      replaces={replaces || undefined}
      eases={eases || undefined}
      uncertain={uncertain ? words.uncertain : undefined}
      isNew={isNew}
    >
      <p className="text-xs text-ink-3">{[authority, ...(fromMemory ? [words.memory] : [])].join(" · ")}</p>
      {stands === "claimed" && <Tag state="moving">{words.claimed}</Tag>}
      {stands === "offered" && <p className="text-xs font-medium">{words.offered}</p>}
      {stands === "waived" && <Tag state="rest">{words.waived}</Tag>}
    </FindingCard>
  );
}
