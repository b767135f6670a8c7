"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "@/app/_ui/button";
import { DateField } from "@/app/_ui/inputs";
import { TextField } from "@/app/_ui/text-field";
import { More } from "@/app/_ui/panel";
import { clockTime, fromClockTime } from "@/lib/calendar/day";
import { format } from "@/lib/format";
import type { Language } from "@/lib/language";
import { dropEntry, entriesIn, keepEntry, type KeptEntry, keptText, onKept, rememberedPerson } from "./kept-entries";
import { sendEntry, type SendEntry } from "./send-entry";

export type KeptWords = Readonly<Record<"one" | "many" | "others" | "send" | "discard" | "discardSure" | "correct" | "again" | "signedOut" | "signIn" | "noNetwork" | "mine" | "refused" | "error" | "optional", string>> & { readonly language: Language; readonly fields: Readonly<Record<string, string>> };

/**
 * What waits on this device: sent when the network is back, or by its button. What was refused stays with its reason until it is put right
 * or discarded. What somebody else entered is counted and not shown, and goes once they sign in here. `person` is null where nobody is known.
 */
export function KeptList({ person, send, words }: { person: string | null; send: SendEntry; words: KeptWords }) {
  const all = entriesIn(useSyncExternalStore(onKept, keptText, () => "[]"));
  const router = useRouter();
  const [problem, setProblem] = useState<"signedOut" | "waits">();
  const known = useSyncExternalStore(onKept, rememberedPerson, () => null);
  const whose = person ?? known;
  const own = all.filter((entry) => entry.person === null || entry.person === whose);
  const mine = own.filter((entry) => entry.person !== null && !entry.refused);
  const others = all.length - own.length;

  const sendAll = useCallback(async (entries: readonly KeptEntry[]) => {
    for (const entry of entries) {
      const { is } = await sendEntry(entry, send);
      // What it came to stands on the page; what is being typed there stays.
      if (is === "taken") router.refresh();
      setProblem(is === "signedOut" || is === "waits" ? is : undefined);
      if (is !== "taken" && is !== "refused") return;
    }
  }, [send, router]);

  useEffect(() => {
    if (whose === null) return;
    const sendMine = () => void sendAll(entriesIn(keptText()).filter((entry) => entry.person === whose && !entry.refused));
    sendMine();
    addEventListener("online", sendMine);
    return () => removeEventListener("online", sendMine);
  }, [whose, sendAll]);

  if (all.length === 0) return null;
  return (
    <section role="status" data-screen className="mb-6 grid gap-3 rounded-panel border border-line-strong bg-moving-tint px-4 py-3.5 sm:px-5">
      {own.length > 0 && <h2 className="text-md">{own.length === 1 ? words.one : words.many.replace("{count}", String(own.length))}</h2>}
      {problem === "signedOut" && <p className="text-sm font-medium text-stop">{words.signedOut} <a href="/sign-in?next=%2Fhand-over">{words.signIn}</a></p>}
      {problem === "waits" && <p className="text-sm">{words.noNetwork}</p>}
      {own.length > 0 && <ul className="grid gap-3">{own.map((entry) => <li key={entry.id}><Entry entry={entry} words={words} sendAll={sendAll} person={whose} /></li>)}</ul>}
      {mine.length > 0 && <Button type="button" look="first" wide onClick={() => void sendAll(mine)}>{words.send}</Button>}
      {others > 0 && <p className="text-sm text-ink-2">{words.others.replace("{count}", String(others))}</p>}
    </section>
  );
}

function Entry({ entry, words, sendAll, person }: { entry: KeptEntry; words: KeptWords; sendAll: (entries: readonly KeptEntry[]) => Promise<void>; person: string | null }) {
  const { dateTime } = format(words.language);
  const typed = entry.fields.filter(([name]) => name in words.fields);
  const t = (key: string) => (key === "error" ? words.error : words.optional);

  function corrected(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const typedAt = (name: string, value: string) => (name === "at" ? fromClockTime(String(said.get(name) || value)) : String(said.get(name) ?? value));
    const fields = entry.fields.map(([name, value]): [string, string] => [name, name in words.fields ? typedAt(name, value) : value]);
    const { refused: _, ...rest } = entry;
    const next = { ...rest, person: entry.person ?? person, fields };
    keepEntry(next);
    void sendAll([next]);
  }

  return (
    <div className="grid gap-1 border-t border-line pt-2 text-sm">
      <span className="font-medium">{entry.what} · {dateTime(entry.at)}</span>
      {entry.refused?.map((message) => <span key={message} className="text-stop">{words.refused} {message}</span>)}
      {(entry.refused || entry.person === null) && (
        <More within summary={entry.refused ? words.correct : words.mine}>
          <form onSubmit={corrected} className="grid gap-4" noValidate>
            {typed.map(([name, value]) => name === "at" ? <DateField key={name} question={{ t, name, id: `${entry.id}-${name}`, label: words.fields[name] ?? name }} withTime defaultValue={clockTime(value)} /> : <TextField key={name} question={{ t, name, id: `${entry.id}-${name}`, label: words.fields[name] ?? name }} size="lg" defaultValue={value} autoComplete="off" />)}
            <Button look="first" wide>{words.again}</Button>
          </form>
        </More>
      )}
      <More within summary={words.discard}><Button type="button" look="danger" onClick={() => dropEntry(entry.id)}>{words.discardSure}</Button></More>
    </div>
  );
}
