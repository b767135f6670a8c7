"use server";

import { z } from "zod";
import { leadTo } from "@/app/_ui/lead-to";
import type { FormState } from "@/app/(auth)/form-state";
import { endedSession } from "@/app/_request/ended";
import { malformedState, refusedState, unreadState } from "@/app/_request/outcome";
import { valuesOf } from "@/app/_request/typed-values";
import { reader } from "@/lib/server/language";
import { endStandIn, publishStandIn, StandInForm } from "@/lib/server/publish-stand-in";
import { currentActor } from "@/lib/server/session";

/** Names who stands in, for oneself or as the head of a desk. What was left empty was not said. */
export async function setStandIn(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const said = Object.fromEntries(["for", "by", "from", "until", "reason"].flatMap((name) => (values[name] === undefined || values[name] === "" ? [] : [[name, values[name]]])));
  const asked = StandInForm.safeParse({ ...said, desks: [values.desks ?? []].flat() });
  if (!asked.success) return unreadState(before, asked.error, words, values);
  const answer = await publishStandIn(actor, asked.data);
  if ("refusals" in answer) return refusedState(before, answer, words, values);
  leadTo("/account/absence?done=set");
}

/** Ends a stand-in before its last day. */
export async function endAbsence(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  if (actor.kind !== "person") return endedSession(before, {}, words);
  const id = z.uuid().safeParse(valuesOf(form).id);
  if (!id.success) return malformedState(before, words, {});
  const answer = await endStandIn(actor, id.data);
  if ("refusals" in answer) return refusedState(before, answer, words, {});
  // One that somebody else has just ended is over, which is what was asked for.
  leadTo("/account/absence?done=ended");
}
