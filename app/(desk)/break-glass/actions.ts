"use server";

import { z } from "zod";
import { leadTo } from "@/app/_ui/lead-to";
import { withErrors, type FormState } from "@/app/(auth)/form-state";
import { endedSession } from "@/app/_request/ended";
import { malformedState, refusalSentence, refusedState, unreadState } from "@/app/_request/outcome";
import { valuesOf } from "@/app/_request/typed-values";
import { saidRefusals } from "@/lib/access/break-glass";
import { reader } from "@/lib/server/language";
import { BreakGlassForm, breakTheGlass, mendGlass } from "@/lib/server/publish-break-glass";
import { currentActor } from "@/lib/server/session";

/** Opens the request whose number was typed, and leads to it. */
export async function openByBreakGlass(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const asked = BreakGlassForm.safeParse({ reason: values.reason, hours: /^\s*-?\d{1,4}\s*$/.test(String(values.hours)) ? Number(values.hours) : values.hours });
  if (!asked.success) return unreadState(before, asked.error, words, values);
  const number = String(values.request ?? "").trim().slice(0, 100);
  const answer = number === "" ? { notFound: true } : await breakTheGlass(actor, number, asked.data);
  if ("notFound" in answer) {
    const unknown = { field: "request", message: words.t(number === "" ? "pages.fillIn" : "pages.breakGlass.unknown") };
    return withErrors(before, words.ui, [unknown, ...saidRefusals(asked.data).map((one) => ({ field: one.path ?? "", message: refusalSentence(one, words) }))], values);
  }
  if ("refusals" in answer) return refusedState(before, answer, words, values);
  leadTo(`/requests/${answer.request}`);
}

/** Closes what oneself has open, before its time. */
export async function closeBreakGlass(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  if (actor.kind !== "person") return endedSession(before, {}, words);
  const id = z.uuid().safeParse(valuesOf(form).id);
  if (!id.success) return malformedState(before, words, {});
  // One that is over by now is closed, which is what was asked for.
  await mendGlass(actor, id.data);
  leadTo("/break-glass?done=closed");
}
