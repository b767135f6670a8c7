"use server";

import { leadTo } from "@/app/_ui/lead-to";
import { textOf, withErrors, type FormState } from "@/app/(auth)/form-state";
import { endedSession } from "@/app/_request/ended";
import { refusedState, unreadState } from "@/app/_request/outcome";
import { saidIn } from "@/app/_request/said-in";
import { valuesOf } from "@/app/_request/typed-values";
import { forgetPerson } from "@/lib/server/publish-forgotten";
import { reader } from "@/lib/server/language";
import { personNamedBy } from "@/lib/server/retention";
import { liftOrganisationHold, OrganisationHold, placeOrganisationHold, publishRetention, RetentionForm } from "@/lib/server/publish-retention";
import { currentActor } from "@/lib/server/session";

/** Sets how long an institution keeps, from its form. */
export async function setRetention(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const { organisation, years = {}, automatic } = saidIn(form, words.language);
  const read = RetentionForm.safeParse({ organisation, years: Object.fromEntries(Object.entries(years as object).map(([id, text]) => [id, Number(text)])), automatic: automatic === "yes" });
  if (!read.success) return withErrors(before, words.ui, read.error.issues.map(({ path }) => ({ field: path.join("."), message: words.t("retention.terms.whole") })), values);
  const answer = await publishRetention(actor, read.data);
  if (!("id" in answer)) return refusedState(before, "refusals" in answer ? answer : null, words, values);
  leadTo("/retention");
}

/** Holds everything of an institution. */
export async function holdInstitution(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const { organisation, authority, reason } = saidIn(form, words.language);
  const read = OrganisationHold.safeParse({ organisation, authority, reason });
  if (!read.success) return unreadState(before, read.error, words, values);
  const answer = await placeOrganisationHold(actor, read.data);
  if (!("id" in answer)) return refusedState(before, "refusals" in answer ? answer : null, words, values);
  leadTo("/retention");
}

/** Lifts it again. */
export async function releaseInstitution(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const { reason } = saidIn(form, words.language);
  const read = OrganisationHold.pick({ reason: true }).safeParse({ reason });
  if (!read.success) return unreadState(before, read.error, words, values);
  const answer = await liftOrganisationHold(actor, textOf(form, "id"), read.data.reason);
  if (!("id" in answer)) return refusedState(before, "refusals" in answer ? answer : null, words, values);
  leadTo("/retention");
}

/** Forgets somebody who has left. */
export async function forget(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const [address, rule] = [textOf(form, "person").trim(), textOf(form, "rule")];
  const missing = Object.entries({ person: address, rule }).flatMap(([field, text]) => (text === "" ? [{ field, message: words.t("pages.fillIn") }] : []));
  if (missing.length > 0) return withErrors(before, words.ui, missing, values);
  const person = await personNamedBy(actor, address);
  if (person === null) return withErrors(before, words.ui, [{ field: "person", message: words.t("retention.forget.unknown") }], values);
  const answer = await forgetPerson(actor, person, rule);
  if (!("forgotten" in answer)) return refusedState(before, "refusals" in answer ? answer : null, words, values);
  leadTo("/retention");
}
