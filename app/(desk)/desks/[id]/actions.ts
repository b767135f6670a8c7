"use server";

import { leadTo } from "@/app/_ui/lead-to";
import { type FormState, withErrors } from "@/app/(auth)/form-state";
import { endedSession } from "@/app/_request/ended";
import { malformedState, refusedState } from "@/app/_request/outcome";
import { valuesOf } from "@/app/_request/typed-values";
import { skillsIn } from "@/lib/access/desk-settings";
import { reader } from "@/lib/server/language";
import { Abilities, DeskRule, publishAbilities, publishDeskRule } from "@/lib/server/publish-desk";
import { DeskHead, publishDeskHead } from "@/lib/server/publish-desk-head";
import { currentActor } from "@/lib/server/session";

/** Keeps how the work of a desk finds its officer. */
export async function saveRule(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const asked = DeskRule.safeParse({ desk: values.desk, allot: values.allot === "workflow" ? null : values.allot, ...(values.officers !== undefined && { hidesOfficers: values.officers === "hidden" ? true : values.officers === "named" ? false : values.officers }) });
  if (!asked.success) return malformedState(before, words, values);
  const outcome = await publishDeskRule(actor, asked.data);
  if (!("done" in outcome)) return refusedState(before, "refusals" in outcome ? outcome : null, words, values);
  leadTo(`/desks/${asked.data.desk}?done=rule`);
}

/** Names who heads the desk from now on. */
export async function nameHead(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const asked = DeskHead.safeParse({ desk: values.desk, person: values.person, ...(values.before !== undefined && values.before !== "" && { before: values.before }), ...(values.former !== undefined && { former: values.former }) });
  if (!asked.success) return malformedState(before, words, values);
  const outcome = await publishDeskHead(actor, asked.data);
  if (!("done" in outcome)) return refusedState(before, "refusals" in outcome ? outcome : null, words, values);
  leadTo(`/desks/${asked.data.desk}?done=head`);
}

/** Keeps what one of the desk's people can do. */
export async function saveAbilities(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const asked = Abilities.safeParse({ desk: values.desk, person: values.person, speaks: [values.speaks ?? []].flat(), skills: skillsIn(typeof values.skills === "string" ? values.skills : "") });
  if (!asked.success) return withErrors(before, words.ui, [{ field: "skills", message: words.t("pages.desk.skillsWrong") }], values);
  const outcome = await publishAbilities(actor, asked.data);
  if (!("done" in outcome)) return refusedState(before, "refusals" in outcome ? outcome : null, words, values);
  leadTo(`/desks/${asked.data.desk}?done=people`);
}
