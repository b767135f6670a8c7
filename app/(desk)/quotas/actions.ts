"use server";

import { leadTo } from "@/app/_ui/lead-to";
import { textOf, withErrors, type FormState } from "@/app/(auth)/form-state";
import { endedSession } from "@/app/_request/ended";
import { unitSaid } from "@/app/_request/known-units";
import { refusedState } from "@/app/_request/outcome";
import { valuesOf } from "@/app/_request/typed-values";
import { QuotaForm } from "@/lib/account/set-quota";
import { readNumber } from "@/lib/kind/number-text";
import { type Reader, reader } from "@/lib/server/language";
import { publishQuota } from "@/lib/server/publish-quota";
import { currentActor } from "@/lib/server/session";

/** Sets or changes a year's quota, from its form. */
export async function setQuotaAction(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const said = (name: string) => textOf(form, name).trim();
  const reason = said("reason");
  const amount = readNumber(said("limit.value"), words.language);
  const read = QuotaForm.required({ limit: true }).safeParse({ quota: said("quota"), year: Number(said("year")), commandId: said("commandId"), desk: said("desk"), limit: { value: amount.ok ? amount.text : said("limit.value"), unit: unitSaid(said("limit.unit"), words) }, ...(reason !== "" && { reason }) });
  if (!read.success) return withErrors(before, words.ui, read.error.issues.map(({ path, code }) => wrongIn(path.join("."), { said, code }, words)), values);
  const { quota, year, ...command } = read.data;
  const answer = await publishQuota(actor, { quota, year, organisation: command.desk.slice(0, command.desk.lastIndexOf(".")) }, command);
  if ("refusals" in answer) return refusedState(before, answer, words, values);
  leadTo("/quotas");
}

/** What was left empty is to be filled in; what was typed is told what it should look like. */
function wrongIn(field: string, { said, code }: { readonly said: (name: string) => string; readonly code: string }, { t }: Pick<Reader, "t">): FormState["errors"][number] {
  const known = ["quota", "year", "limit.value", "limit.unit"].includes(field) && said(field) !== "";
  return { field, message: known ? t(`quotas.wrong.${field.replace("limit.", "")}`) : t(code === "too_big" ? "pages.tooLong" : "pages.fillIn") };
}
