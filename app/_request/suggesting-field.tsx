"use client";

import { type Binding, control, Field, type Question } from "@/app/_ui/field";
import { shared, type Size, sizes } from "@/app/_ui/text-field";
import { SuggestingInput, type Suggestion, type SuggestWords } from "@/app/_ui/suggesting-input";
import type { Language } from "@/lib/language";
import type { Catalogue, KnownOption } from "./form-input";
import { suggestions } from "./look-up";
import { useLive } from "./use-live";

/** A line of text that is looked up in a catalogue while one types; anything else may be typed too. */
export function SuggestingField({ question, catalogue, size, words, language, list, known = [], ...input }: { question: Question; catalogue: Catalogue; size: Size; words: SuggestWords; language: Language; defaultValue?: string; list?: string; known?: readonly KnownOption[] } & Binding) {
  const isLive = useLive();
  return (
    <Field question={question}>
      <SuggestingInput {...input} {...shared(question)} {...(!isLive && { list })} isLive={isLive} words={words} suggest={async (typed) => [...knownBy(known, typed), ...(await suggestions(catalogue, typed, language)).filter(({ value }) => !known.some(({ label }) => label.endsWith(value)))]} className={`${control} ${sizes[size]}`} />
    </Field>
  );
}

/** Those among us whose names hold what was typed, in whichever language. */
function knownBy(known: readonly KnownOption[], typed: string): Suggestion[] {
  const wanted = typed.toLowerCase();
  return known.filter(({ value, names = [] }) => [value, ...names].some((name) => name.toLowerCase().includes(wanted))).slice(0, 5).map(({ value, label }) => ({ value, label: value, note: label }));
}
