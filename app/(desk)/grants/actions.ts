"use server";

import { leadTo } from "@/app/_ui/lead-to";
import { textOf, withErrors, type FormState } from "@/app/(auth)/form-state";
import { endedSession } from "@/app/_request/ended";
import { unitSaid } from "@/app/_request/known-units";
import { refusedState } from "@/app/_request/outcome";
import { valuesOf } from "@/app/_request/typed-values";
import { QuotaForm } from "@/lib/account/set-quota";
import { readNumber } from "@/lib/kind/number-text";
import { reader } from "@/lib/server/language";
import { publishQuota } from "@/lib/server/publish-quota";
import { currentActor } from "@/lib/server/session";

const asked = ["regime", "number", "issued", "validFrom", "validUntil"] as const;

/** Registers a standing grant, or what one has become, from its form: an account of the year in which it was issued, or the account of the one that it renews. */
export async function registerGrant(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const values = valuesOf(form);
  if (actor.kind !== "person") return endedSession(before, values, words);
  const said = (name: string) => textOf(form, name).trim();
  const amount = readNumber(said("limit.value"), words.language);
  const limit = said("limit.value") === "" && said("limit.unit") === "" ? {} : { limit: { value: amount.ok ? amount.text : said("limit.value"), unit: unitSaid(said("limit.unit"), words) } };
  const grant = Object.fromEntries(asked.flatMap((name) => (said(`grant.${name}`) === "" ? [] : [[name, said(`grant.${name}`)]])));
  const [, renewed, ofYear] = /^([a-z][a-z0-9-]*) (\d{4})$/.exec(said("renews")) ?? [];
  const read = QuotaForm.safeParse({ quota: renewed ?? said("quota"), year: Number(ofYear ?? said("grant.issued").slice(0, 4)), commandId: said("commandId"), desk: said("desk"), ...limit, grant });
  if (!read.success) {
    const wrong = (field: string) => (said(field) === "" || field.startsWith("grant.") || field === "desk" || field === "commandId" ? "pages.fillIn" : `quotas.wrong.${field.replace("limit.", "")}`);
    const fields = [...new Set(read.error.issues.map(({ path }) => (path.join(".") === "year" ? "grant.issued" : path.join("."))))];
    return withErrors(before, words.ui, fields.map((field) => ({ field, message: words.t(wrong(field)) })), values);
  }
  const { quota, year, ...command } = read.data;
  const answer = await publishQuota(actor, { quota, year, organisation: command.desk.slice(0, command.desk.lastIndexOf(".")) }, command);
  if ("refusals" in answer) return refusedState(before, answer, words, values);
  leadTo("/grants");
}
