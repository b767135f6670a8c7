"use server";

import { redirect } from "next/navigation";
import { textOf, type FormState } from "@/app/(auth)/form-state";
import { endedSession } from "@/app/_request/ended";
import { refusedState, unreadState } from "@/app/_request/outcome";
import { valuesOf } from "@/app/_request/typed-values";
import { QuotaForm } from "@/lib/account/set-quota";
import { reader } from "@/lib/server/language";
import { publishQuota } from "@/lib/server/publish-quota";
import { currentActor } from "@/lib/server/session";

/** Sets or changes a year's quota, from its form. */
export async function setQuotaAction(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const said = (name: string) => textOf(form, name).trim();
  const reason = said("reason");
  const read = QuotaForm.safeParse({ quota: said("quota"), year: Number(said("year")), commandId: said("commandId"), desk: said("desk"), limit: { value: said("limit.value"), unit: said("limit.unit") }, ...(reason !== "" && { reason }) });
  if (!read.success) return unreadState(before, read.error, words, values);
  const { quota, year, ...command } = read.data;
  const answer = await publishQuota(actor, { quota, year, organisation: command.desk.slice(0, command.desk.lastIndexOf(".")) }, command);
  if ("refusals" in answer) return refusedState(before, answer, words, values);
  redirect("/quotas");
}
