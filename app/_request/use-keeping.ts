"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { type FormState, untouched } from "@/app/(auth)/form-state";
import { fromClockTime } from "@/lib/calendar/day";
import type { Language } from "@/lib/language";
import { dropEntry, entriesIn, keepEntry, type KeptEntry, keptText, onKept, rememberedPerson, rememberPerson } from "./kept-entries";
import { sendEntry, type SendEntry } from "./send-entry";

/** How a form keeps what it sends until it has arrived: whose it is, what time the server has, and what is said where it waits. */
export type Keeping = { readonly person: string | null; /** In which it is typed. */ readonly language: Language; /** None on a page that devices keep. */ readonly now: string | null; readonly send: SendEntry; readonly kept: string; readonly notKept: string; /** Nothing more is entered once it waits. */ readonly once?: boolean };

/**
 * Sends a form by way of this device: what was entered is kept first, with the time at which it happened, and dropped once it has
 * arrived. Without scripts the form goes straight to the server.
 */
export function useKeeping(keeping: Keeping | undefined) {
  const [state, setState] = useState<FormState>();
  const [isSending, setSending] = useState(false);
  const [waiting, setWaiting] = useState<string>();
  const ahead = useRef(0);
  useEffect(() => {
    if (!keeping?.now || keeping.person === null) return;
    // Devices' clocks run fast and slow; half a minute is the way of the page itself.
    const difference = Date.parse(keeping.now) - Date.now();
    ahead.current = Math.abs(difference) > 30_000 ? difference : 0;
    rememberPerson(keeping.person);
  }, [keeping]);

  useEffect(() => {
    if (waiting === undefined) return;
    // Sent meanwhile by the list of what waits, or discarded there.
    return onKept(() => {
      if (entriesIn(keptText()).some(({ id }) => id === waiting)) return;
      setWaiting(undefined);
      setState(undefined);
    });
  }, [waiting]);

  async function send(keep: Keeping, form: FormData, what: string): Promise<void> {
    const entry = entryOf(form, { person: keep.person ?? rememberedPerson(), language: keep.language, what, at: new Date(Date.now() + ahead.current).toISOString() });
    const isKept = keepEntry(entry, { isOnItsWay: true });
    setSending(true);
    const sent = await sendEntry(entry, keep.send);
    setSending(false);
    if (sent.is === "taken") return location.assign(next(form));
    if (!("state" in sent)) {
      if (!isKept) return setState((before) => ({ ...untouched, attempt: (before?.attempt ?? 0) + 1, errors: [{ field: "", message: keep.notKept }], summary: keep.notKept, values: Object.fromEntries(entry.fields) }));
      // Only now does it wait, and is told of.
      keepEntry(entry);
      setWaiting(entry.id);
      return setState((before) => ({ ...untouched, attempt: (before?.attempt ?? 0) + 1, done: keep.kept }));
    }
    // It stands in the form, to be put right there.
    dropEntry(entry.id);
    setState((before) => ({ ...sent.state, attempt: (before?.attempt ?? 0) + 1 }));
  }

  function submitted(event: FormEvent<HTMLFormElement>): void {
    if (!keeping) return;
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (!isSending) void send(keeping, new FormData(event.currentTarget, submitter), submitter?.textContent ?? "");
  }

  return { state, isSending, submitted: keeping ? submitted : undefined };
}

/** An entry of a form: each press makes its own, so that one that waits does not stop the next. */
function entryOf(form: FormData, { person, language, what, at }: Pick<KeptEntry, "person" | "what" | "at"> & Pick<Keeping, "language">): KeptEntry {
  const id = window.isSecureContext ? crypto.randomUUID() : String(form.get("commandId"));
  form.set("commandId", id);
  form.set("language", language);
  form.set("at", fromClockTime(String(form.get("at") || at)));
  const fields = [...form].flatMap(([name, value]): [string, string][] => (typeof value === "string" && !name.startsWith("$") ? [[name, value]] : []));
  return { id, person, at: String(form.get("at")), what, fields };
}

function next(form: FormData): string {
  const path = form.get("next");
  return typeof path === "string" && /^\/(?![/\\])/.test(path) ? path : location.pathname;
}
