"use server";

import { refresh } from "next/cache";
import { cookies, headers } from "next/headers";
import { after } from "next/server";
import { leadTo } from "@/app/_ui/lead-to";
import { attemptAfter, type FormState, textOf, textsOf, withErrors } from "@/app/(auth)/form-state";
import { keyScopes } from "@/lib/access/configuration";
import { Language } from "@/lib/language";
import { changePassword } from "@/lib/server/change-password";
import { clientAddress } from "@/lib/server/client-address";
import { issueKey, revokeKey } from "@/lib/server/keys";
import { languageCookie, reader } from "@/lib/server/language";
import { keepProfile } from "@/lib/server/profile";
import { requireActor, sessionToken } from "@/lib/server/session";
import { isHttps } from "@/lib/server/sign-in-cookie";
import { sayChanged } from "@/lib/server/sign-in-reset";
import { endListedSession, endOtherSessions } from "@/lib/server/sign-in-sessions";

/** Keeps name and language. The page comes back in the new language. */
export async function saveAccount(before: FormState, form: FormData): Promise<FormState> {
  const [actor, { t, ui }] = await Promise.all([requireActor(), reader()]);
  const typed = { name: textOf(form, "name"), language: textOf(form, "language") };
  const outcome = await keepProfile(actor, typed);
  if ("problems" in outcome) return withErrors(before, ui, outcome.problems.map(({ field, code }) => ({ field, message: t(`account.you.${code}`) })), typed);
  const jar = await cookies();
  jar.set(languageCookie, Language.parse(typed.language), { path: "/", maxAge: 365 * 24 * 60 * 60, sameSite: "lax", secure: isHttps() });
  leadTo("/account?done=saved");
}

/** Changes the password and ends every other session. */
export async function savePassword(before: FormState, form: FormData): Promise<FormState> {
  const [actor, { t, ui, format }] = await Promise.all([requireActor(), reader()]);
  const [current, next] = [textOf(form, "current"), textOf(form, "next")];
  const again = (field: string, messages: readonly string[]) => withErrors(before, ui, messages.map((message) => ({ field, message })), {});
  if (current === "") return again("current", [t("auth.refused.passwordMissing")]);
  if (next === "") return again("next", [t("auth.password.missing")]);
  const outcome = await changePassword(actor, { current, next, address: clientAddress(await headers()) }, new Date());
  if ("problems" in outcome) return again("next", outcome.problems.map((problem) => t(`auth.password.${problem}`)));
  if ("retryAt" in outcome) return again("current", [t("auth.refused.tooManyAttempts", { time: format.time(outcome.retryAt) })]);
  if ("code" in outcome) return again("current", [t("account.password.wrong")]);
  await endOtherSessions(actor, (await sessionToken()) ?? "");
  after(() => sayChanged(actor));
  return { attempt: attemptAfter(before), errors: [], values: {}, done: t("account.password.changed") };
}

export async function endSession(form: FormData): Promise<void> {
  const actor = await requireActor();
  await endListedSession(actor, textOf(form, "id"));
  leadTo("/account/sessions?done=ended");
}

export async function endOthers(): Promise<void> {
  const actor = await requireActor();
  await endOtherSessions(actor, (await sessionToken()) ?? "");
  leadTo("/account/sessions?done=othersEnded");
}

/** Makes a key and shows it, this once. */
export async function makeKey(before: FormState, form: FormData): Promise<FormState> {
  const [actor, { t, ui }] = await Promise.all([requireActor(), reader()]);
  const name = textOf(form, "name");
  const scopes = keyScopes.filter((scope) => textsOf(form, "scopes").includes(scope));
  const outcome = await issueKey(actor, { name, scopes }, new Date());
  if ("code" in outcome) {
    const field = outcome.code === "scopeMissing" ? "scopes" : "name";
    return withErrors(before, ui, [{ field, message: t(`account.keys.${outcome.code}`) }], { name, scopes });
  }
  // The list above the form has one more.
  refresh();
  return { attempt: attemptAfter(before), errors: [], values: {}, secret: { title: t("account.keys.newTitle", { name: name.trim() }), text: t("account.keys.new"), value: outcome.key } };
}

export async function endKey(form: FormData): Promise<void> {
  const actor = await requireActor();
  await revokeKey(actor, textOf(form, "id"), new Date());
  leadTo("/account/keys?done=revoked");
}
