import type { FormState } from "@/app/(auth)/form-state";
import { listOrganisations } from "@/db/queries/organisations";
import { namedPeople } from "@/db/queries/named-people";
import type { PersonActor } from "@/lib/access/actor";
import { emailAddress } from "@/lib/access/email-address";
import { readAnswers } from "@/lib/kind/read-section";
import type { FactValue } from "@/lib/policy/condition";
import { readPeople } from "@/lib/request/read-people";
import type { Reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { problemSentence } from "./section-words";

type Values = FormState["values"];
export type SectionError = { readonly field: string; readonly message: string };
export type SectionRead = {
  readonly errors: readonly SectionError[];
  /** What could be read, as fields of saveDraft. */
  readonly change: Readonly<Record<string, unknown>> & { readonly facts?: Readonly<Record<string, FactValue | null>> };
};

/** One page of the form as it was sent: what can be read of it, and what cannot with the reason in words. */
export async function readSection(detail: RequestDetail, section: string, values: Values, { actor, words }: { readonly actor: PersonActor; readonly words: Reader }): Promise<SectionRead> {
  const { t, language } = words;
  if (section === "people") return readParties(detail, values, { actor, words });
  const { facts, problems, lines } = readAnswers(detail, section, values, language);
  const errors = problems.map(({ field, code, expected }) => ({ field, message: problemSentence(t, code, expected) }));
  if (lines === null) return { errors, change: { facts } };
  const wrong = lines.problems.map(({ line, cell, code, expected }) => ({ field: `lines.${line}.${cell}`, message: problemSentence(t, code, expected) }));
  return { errors: [...wrong, ...errors], change: { facts, ...(wrong.length === 0 && { lines: lines.lines }) } };
}

async function readParties(detail: RequestDetail, values: Values, { actor, words: { t, language } }: { readonly actor: PersonActor; readonly words: Reader }): Promise<SectionRead> {
  const { change, problems } = readPeople(values, await listOrganisations(), language);
  const kept = [values.team ?? []].flat().filter((id) => detail.team.includes(id));
  const typed = [values.teamAdd ?? ""].flat().join(" ").split(/[\s,;，；、]+/).filter((email) => email !== "");
  const found = await namedPeople(actor, { emails: typed });
  const unknown = typed.filter((email) => !found.some((one) => one.email === emailAddress(email)));
  const isRequester = found.some(({ id }) => id === detail.requester);
  const errors = [
    ...problems.map(({ field, code }) => ({ field, message: problemSentence(t, code, "") })),
    ...unknown.map((email) => ({ field: "teamAdd", message: t("form.team.unknown", { email: email.slice(0, 100) }) })),
    ...(isRequester ? [{ field: "teamAdd", message: t("form.team.requester") }] : []),
  ];
  const team = [...kept, ...(unknown.length === 0 && !isRequester ? found.map(({ id }) => id) : [])];
  return { errors, change: { ...change, team } };
}
