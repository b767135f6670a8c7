"use server";

import { leadTo } from "@/app/_ui/lead-to";
import type { FormState } from "@/app/(auth)/form-state";
import { endedSession } from "@/app/_request/ended";
import { refusedState, unreadState } from "@/app/_request/outcome";
import { valuesOf } from "@/app/_request/typed-values";
import { refusal } from "@/lib/request/refusal";
import { reader } from "@/lib/server/language";
import { publishSealMails, SealMailsForm } from "@/lib/server/publish-seal-mails";
import { currentActor } from "@/lib/server/session";

/** Names whom an institution has seals mailed to. */
export async function nameSealMails(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const asked = SealMailsForm.safeParse({ organisation: values.organisation, language: values.language, addresses: String(values.addresses ?? "").split(/\r?\n/) });
  if (!asked.success) return unreadState(before, asked.error, words, values);
  const answer = await publishSealMails(actor, asked.data);
  if ("notFound" in answer) return refusedState(before, { refusals: [refusal("notPermitted")] }, words, values);
  if ("refusals" in answer) return refusedState(before, answer, words, values);
  leadTo(`/seal-mails?saved=${answer.addresses.length}`);
}
