"use client";

import { useActionState } from "react";
import { Button } from "@/app/_ui/button";
import { type FormState, type Stopped, untouched } from "@/app/(auth)/form-state";
import { Kept } from "./kept";

/**
 * A page of the form that was sent without scripts after its session had ended. The page itself may not be shown, so
 * what was typed is carried along unseen, and the button sends it again once somebody has signed in.
 */
export function KeptForm({ action, at, words, label }: { action: (before: FormState, form: FormData) => Promise<FormState>; at: string; words: Stopped; label: string }) {
  const [state, act] = useActionState(action, untouched, at);
  return (
    <form action={act}>
      <Kept words={words} />
      {Object.entries(state.values).flatMap(([name, value]) => [value].flat().map((one, index) => <input key={`${name} ${index}`} type="hidden" name={name} value={one} />))}
      <Button look="first">{label}</Button>
    </form>
  );
}
