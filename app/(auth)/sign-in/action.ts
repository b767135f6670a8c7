"use server";

import { redirect } from "next/navigation";
import { signIn, refusalOf } from "@/lib/server/auth";
import { emailAddress } from "@/lib/access/email-address";
import { reader } from "@/lib/server/language";
import { localPath } from "@/lib/server/local-path";
import { type FormState, textOf, withErrors } from "../form-state";

/** Signs in and goes to `next`; otherwise the form comes back with the e-mail address that was typed. */
export async function signInHere(before: FormState, form: FormData): Promise<FormState> {
  const [email, password] = [textOf(form, "email"), textOf(form, "password")];
  const errors = await problemsOf(email, password);
  if (errors.length === 0) redirect(localPath(textOf(form, "next")));
  const { ui } = await reader();
  return withErrors(before, ui, errors, { email });
}

async function problemsOf(email: string, password: string): Promise<FormState["errors"]> {
  const { t, format } = await reader();
  const missing = [
    ...(email.trim() === "" ? [{ field: "email", message: t("auth.refused.emailMissing") }] : []),
    ...(email.trim() !== "" && !emailAddress(email) ? [{ field: "email", message: t("auth.refused.emailWrong") }] : []),
    ...(password === "" ? [{ field: "password", message: t("auth.refused.passwordMissing") }] : []),
  ];
  if (missing.length > 0) return missing;
  try {
    await signIn("credentials", { email, password, redirect: false });
    return [];
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal) throw error;
    if (refusal.code === "tooManyAttempts") return [{ field: "email", message: t("auth.refused.tooManyAttempts", { time: format.time(refusal.retryAt) }) }];
    return [{ field: "email", message: t("auth.refused.wrongCredentials") }];
  }
}
