import { listOrganisations } from "@/db/queries/organisations";
import { namedPeople } from "@/db/queries/named-people";
import { numberForInput } from "@/lib/kind/number-text";
import { kindDefinition } from "@/lib/kind/registry";
import type { Actor } from "@/lib/access/actor";
import { fill } from "@/lib/fill";
import { confirmPeople } from "@/lib/request/confirmed";
import type { Reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import type { FormField } from "./form-input";
import { confirmingWords } from "./section-words";
import { doubtAt } from "./outcome";

/** The page about parties and dates: whom it concerns, when it may cross, how much, and which programmes are claimed. */
export async function peopleFields(detail: RequestDetail, actor: Actor, words: Reader): Promise<FormField[]> {
  const { language, t, format } = words;
  const [organisations, people] = await Promise.all([listOrganisations(), namedPeople(actor, { ids: detail.team, emails: detail.endorser ? [detail.endorser] : [] })]);
  const units = kindDefinition(detail.kind).units;
  const offered = detail.findings.filter((finding) => finding.type === "facilitation" && detail.regimes[finding.id]?.status === "in_force");
  const host = detail.host === null ? "" : "organisation" in detail.host ? (detail.names.organisations[detail.host.organisation]?.[language] ?? detail.host.organisation) : detail.host.ror;
  const window = { from: detail.window?.from ?? "", to: detail.window?.to ?? "" };
  const confirmed = confirmPeople({ host, "window.from": window.from, "window.to": window.to }, { known: organisations, places: placesOf(detail), words: confirmingWords(t), language });
  const endorser = people.find(({ email }) => email === detail.endorser?.trim().toLowerCase());
  const who = (person: (typeof people)[number]) => ({ name: person.name, organisation: person.organisation?.[language] ?? "–" });
  const doubtful = (path: string) => doubtAt(path, detail, words);
  return [
    { is: "text", name: "title", label: t("pages.label.title"), hint: t("pages.new.titleHint"), value: detail.title, size: "full", doubtful: doubtful("title") },
    {
      is: "text",
      name: "host",
      label: t("pages.label.host"),
      hint: t("pages.label.hostHint"),
      value: host,
      list: organisations.filter(({ id }) => id !== detail.home).map(({ names, ror }) => ({ value: names[language], label: ror ? `ROR ${ror}` : "", names: Object.values(names) })),
      catalogue: { of: "organisations", writes: "code" },
      size: "full",
      confirmed: confirmed.host,
    },
    {
      is: "text",
      name: "endorser",
      label: t("pages.label.endorser"),
      hint: t("pages.label.endorserHint"),
      value: detail.endorser ?? "",
      inputMode: "email",
      optional: true,
      size: "full",
      confirmed: endorser && t("form.endorserIs", who(endorser)),
      doubtful: doubtful("endorser"),
    },
    ...(detail.team.length > 0
      ? [{ is: "some" as const, name: "team", label: t("form.team.label"), hint: t("form.team.keep"), options: detail.team.map((id) => ({ value: id, label: memberName(people.find((one) => one.id === id), who, id, format), help: people.find((one) => one.id === id)?.email })), value: [...detail.team], optional: true }]
      : []),
    { is: "text", name: "teamAdd", label: t("form.team.add"), hint: t("form.team.hint"), inputMode: "email", optional: true, size: "full" },
    { is: "day", name: "window.from", label: t("pages.label.windowFrom"), hint: t("pages.label.windowHint"), value: window.from, confirmed: confirmed["window.from"] },
    { is: "day", name: "window.to", label: t("pages.label.windowTo"), value: window.to, confirmed: confirmed["window.to"], doubtful: doubtful("window") },
    {
      is: "amount",
      name: "limit.value",
      label: t("pages.label.limit"),
      hint: t("pages.label.limitHint"),
      value: detail.limit ? numberForInput(detail.limit.value, language) : undefined,
      optional: true,
      unit: { name: "limit.unit", label: t("pages.label.unit"), options: units.map((unit) => ({ value: unit, label: t(`facts.units.${unit}.name`) })), chosen: detail.limit?.unit ?? units[0] },
    },
    ...(offered.length > 0 ? [{ is: "some" as const, name: "claims", label: t("pages.label.claims"), hint: t("pages.label.claimsHint"), options: offered.map(({ id }) => claimOption(id, detail, words)), value: [...detail.claims], optional: true }] : []),
  ];
}

/** The places whose offices have to work on a day that counts. */
export function placesOf({ facts }: Pick<RequestDetail, "facts">): string[] {
  return [facts["from.jur"], facts["to.jur"]].filter((place): place is string => typeof place === "string");
}

function memberName<P>(person: P | undefined, who: (person: P) => { name: string; organisation: string }, id: string, { within }: Reader["format"]): string {
  if (person === undefined) return id;
  const { name, organisation } = who(person);
  return within(name, organisation);
}

function claimOption(id: string, { regimes }: Pick<RequestDetail, "regimes">, { language, t, format }: Reader) {
  const regime = regimes[id];
  const replaced = (regime?.substitutes ?? []).flatMap((one) => regimes[one]?.title[language] ?? []);
  return { value: id, label: regime?.title[language] ?? id, help: replaced.length > 0 ? fill(t("form.wouldReplace", { names: "{names}" }), { names: format.series(replaced) }) : undefined };
}
