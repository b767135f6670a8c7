import { headers } from "next/headers";
import { Fragment } from "react";
import type { FormState } from "@/app/(auth)/form-state";
import { reader } from "@/lib/server/language";

/*
 * A form that was sent without scripts comes back on the page that is drawn after it. Where that page has the form no more (the step was
 * decided, the request withdrawn in another tab), nobody would be told: so what became of it is kept until that page is drawn.
 */

/** By the headers of the request that brings the form and draws the page. */
const kept = new WeakMap<object, FormState>();

/** Keeps what a form came to for the page that follows in the same answer. With scripts the form stands where it was. */
export async function leaveBehind(state: FormState): Promise<FormState> {
  const request = await headers();
  if (!request.has("next-action")) kept.set(request, state);
  return state;
}

/** Whether the page that is drawn answers a form which it may have no more. */
export async function hasLeftBehind(): Promise<boolean> {
  return kept.has(await headers());
}

/** What became of a form that stands on the page no more, and what had been written into it. Hidden where a form says it itself. */
export async function LeftBehind() {
  const state = kept.get(await headers());
  if (!state) return null;
  const { t } = await reader();
  const written = state.written ?? writtenIn(state.values);
  return (
    <section role="alert" data-solid className="mt-5 rounded-panel border-2 border-stop-solid bg-paper px-4 pt-3.5 pb-4 [body:has(#errors)_&]:hidden sm:px-5">
      <h2 className="text-lg">{state.stopped?.title ?? t("pages.leftBehind.title")}</h2>
      {state.errors.map(({ message }) => <p key={message} className="mt-1 font-medium text-stop">{message}</p>)}
      {written.length > 0 && <p className="mt-3 text-sm">{state.stopped?.kept ?? t("pages.leftBehind.written")}</p>}
      {written.map(({ label, text }, at) => (
        <Fragment key={at}>
          {label && <p className="mt-3 text-sm font-semibold">{label}</p>}
          <p className="mt-1.5 rounded-panel bg-sunken px-3 py-2 text-sm break-words whitespace-pre-wrap select-all">{text}</p>
        </Fragment>
      ))}
      {state.stopped?.link && <p className="mt-3 text-sm"><a href={state.stopped.link.href} target="_blank">{state.stopped.link.label}</a></p>}
    </section>
  );
}

/** Texts that somebody may have written, where nobody has said which fields they are of. */
function writtenIn(values: FormState["values"]): NonNullable<FormState["written"]> {
  return Object.entries(values).flatMap(([name, value]) => (unseen.test(name) ? [] : [value].flat().filter((one) => one.trim() !== "" && !isId(one)).map((text) => ({ label: "", text }))));
}

/** What a form carries that nobody wrote. */
const unseen = /^(type|next|step|version|requirement|stage|end|direction|outcome|code|audience|vote|role|until|controlPoint|desk|row|section|asked|go|.*\.unit)$/;

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
