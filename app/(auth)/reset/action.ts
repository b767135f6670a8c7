"use server";

import { redirect } from "next/navigation";
import { reader } from "@/lib/server/language";
import { resetPassword } from "@/lib/server/sign-in-reset";
import { type FormState, textOf, withErrors } from "../form-state";

/** Takes the new password and leads to sign-in: whoever holds only the link has shown nothing yet but that they read the mail. */
export async function setPassword(before: FormState, form: FormData): Promise<FormState> {
  const { t, ui } = await reader();
  const password = textOf(form, "password");
  const again = (messages: readonly string[]) => withErrors(before, ui, messages.map((message) => ({ field: "password", message })), {});
  if (password === "") return again([t("auth.password.missing")]);
  const outcome = await resetPassword(textOf(form, "token"), password, new Date());
  if ("problems" in outcome) return again(outcome.problems.map((problem) => t(`auth.password.${problem}`)));
  // The page then says that the link is gone.
  if ("code" in outcome) redirect("/reset");
  redirect("/sign-in?changed=1");
}
