"use client";

import { useRef, useState } from "react";
import type { Told } from "@/lib/catalogue/entry";
import { refilled } from "@/lib/catalogue/tells";
import { format } from "@/lib/format";
import type { Language } from "@/lib/language";
import type { LinesField } from "./form-input";
import { toldOf } from "./look-up";
import { lineNotes } from "./table-notes";

type Row = Readonly<Record<string, string>>;

/**
 * What the tables say of the rows while one types. A number or name that is chosen, or left, fills the cells beside it that are
 * empty, or that it filled itself before; whatever somebody typed stays. `news` is what was filled in last, for who cannot see it.
 */
export function useTold({ catalogues = {}, columns, rows, tables: first, words }: LinesField, language: Language, form: { row: (at: number) => Row; write: (at: number, cell: string, value: string) => void }) {
  const [gathered, gather] = useState<readonly Told[]>([]);
  const [news, tell] = useState("");
  /** The text that a cell last filled others by. */
  const before = useRef(new Map<string, string>());
  const told = gathered.length === 0 ? first : [...first, ...gathered.filter((one) => !first.some(({ kind, asked }) => kind === one.kind && asked === one.asked))];

  async function settle(at: number, cell: string): Promise<boolean> {
    const catalogue = catalogues[cell];
    const typed = (form.row(at)[cell] ?? "").trim();
    const last = before.current.get(`${at}.${cell}`) ?? rows[at]?.[cell] ?? "";
    if (catalogue === undefined || catalogue.tells.length === 0 || typed === last) return false;
    before.current.set(`${at}.${cell}`, typed);
    const known = [...told, ...(typed === "" || told.some(({ kind, asked }) => kind === catalogue.of && asked === typed) ? [] : await toldOf(catalogue.of, typed))];
    gather((now) => [...now, ...known.filter((one) => !now.includes(one) && !first.includes(one))]);
    const own = { catalogues: { [cell]: catalogue } };
    const cells = Object.entries(refilled(own, { [cell]: last }, form.row(at), known, language));
    for (const [target, value] of cells) form.write(at, target, value);
    if (cells.length > 0) tell(format(language).sentences(lineNotes({ catalogues: own.catalogues, columns, told: known, words: words.table, language }, form.row(at)).notes));
    return cells.length > 0;
  }

  return { told, settle, news };
}
