"use server";

import { type FormState, isForm } from "@/app/(auth)/form-state";
import { sendCommand } from "./actions";

/** A crossing that is recorded as it happens: when the button is pressed, not when the page was drawn. */
export async function crossNow(before: FormState, form: FormData): Promise<FormState> {
  if (isForm(form)) form.set("at", new Date().toISOString());
  return sendCommand(before, form);
}
