"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { clientAddress } from "@/lib/server/client-address";
import { emailAddress } from "@/lib/access/email-address";
import { reader } from "@/lib/server/language";
import { mayAskForReset, sendReset } from "@/lib/server/sign-in-reset";
import { type FormState, textOf, withErrors } from "../form-state";

/** Answers the same whoever asks. Whether there is an account is looked up once the answer has gone. */
export async function askForReset(before: FormState, form: FormData): Promise<FormState> {
  const email = textOf(form, "email");
  const { t, ui, format } = await reader();
  const again = (message: string) => withErrors(before, ui, [{ field: "email", message }], { email });
  if (email.trim() === "") return again(t("auth.refused.emailMissing"));
  if (!emailAddress(email)) return again(t("auth.refused.emailWrong"));
  const now = new Date();
  const allowance = await mayAskForReset(email, clientAddress(await headers()), now);
  if (!allowance.allowed) return again(t("auth.refused.tooManyAttempts", { time: format.time(allowance.retryAt) }));
  after(() => sendReset(email, now));
  redirect("/forgot/sent");
}
