import { quantityWords } from "@/lib/server/quantity-words";
import type { CheckedPermit } from "@/db/queries/permit-check";
import { format } from "@/lib/format";
import { kindDefinition } from "@/lib/kind/registry";
import { type Language, languages, ownNames, type Text } from "@/lib/language";
import type { PermitPaper } from "@/lib/pdf/permit-paper";
import type { Block, Said } from "@/lib/pdf/printed";
import type { PermitCredential, PermitItem, PermitTerms } from "@/lib/permit/credential";
import { cities, isCity } from "@/lib/place/cities";
import { controlPoint, controlPointName } from "@/lib/place/control-points";
import { isJurisdiction, jurisdictionNames } from "@/lib/place/jurisdictions";
import { isZone, zoneName } from "@/lib/place/zones";
import type { Kind } from "@/lib/policy/pack";
import type { Reader } from "@/lib/server/language";
import { requirementName } from "@/lib/server/requirement-name";
import { translator } from "@/lib/server/translate";

type Printing = { readonly claims: PermitCredential; readonly token: string; readonly status: CheckedPermit["status"]; readonly language: Language; readonly site: string; readonly at: string };

/** A permit for paper: what its credential says and nothing besides, in every language, and how it stands while it is printed. */
export function permitPaper({ claims, token, status, language, site, at }: Printing): PermitPaper {
  const { permit: terms, name: holder } = claims.credentialSubject;
  const address = `${site}/permits/${terms.number}`;
  const file = `${terms.number}.jwt`;
  const own = wordsIn(language);
  const nameIn = (one: Language) => (holder.find((name) => name["@language"] === one) ?? holder[0])?.["@value"] ?? "";
  const holds = status === "valid" ? "yes" : status === "not-yet" ? "not-yet" : "no";
  return {
    language,
    at,
    number: terms.number,
    name: inFour(({ t }) => t("pages.permit.title")),
    standing: { holds, said: inFour(({ t }) => t(`pages.verdict.${status}`)) },
    code: { text: address, said: inFour(({ t }) => t("credential.code")) },
    blocks: [
      ...languages.map((one): Block => ({ is: "part", language: one, blocks: termsIn(wordsIn(one), { terms, holder: nameIn(one), status, at }) })),
      ...listed(inFour(({ t }) => t("credential.terms.items")), terms.items.map((item) => itemSaid(item, terms.kind as Kind))),
      ...listed(inFour(({ t }) => t("credential.terms.conditions")), terms.conditions),
    ],
    card: { kind: inFour(({ ui }) => ui(`kind.${terms.kind}`)), route: inFour(({ language: one }) => `${placeName(terms.corridor.from, one)} → ${placeName(terms.corridor.to, one)}`), window: `${terms.window.from} – ${terms.window.to}` },
    foot: own.format.sentences([own.t("permit.paper.asOf", { at: own.format.dateTime(at) }), own.t("permit.paper.attached", { file })]),
    page: own.t("finder.pdf.page", { page: "{page}", pages: "{pages}" }),
    credential: { file, token, about: own.t("permit.paper.attached", { file }) },
  };
}

type Terms = { readonly terms: PermitTerms; readonly holder: string; readonly status: CheckedPermit["status"]; readonly at: string };

function termsIn(words: Reader, { terms, holder, status, at }: Terms): Block[] {
  const { language, t, ui, format: { list, date, dateTime, number, series, aside, shortDate, pair } } = words;
  const { corridor, limit, window, crossings, conditions, requirements, controlPoints } = terms;
  const points = controlPoints.map((id) => pointName(id, language));
  const rests = requirements.map(({ regime, reference, validUntil }) => {
    const remarks = [reference, validUntil && t("pages.requirements.validUntil", { day: shortDate(validUntil) })].filter((one) => one !== undefined);
    return remarks.length === 0 ? requirementName(regime, language, t) : aside(requirementName(regime, language, t), series(remarks));
  });
  return [
    { is: "heading", level: 3, text: pair(ownNames[language], t(`pages.verdict.${status}`)) },
    {
      is: "rows",
      rows: [
        [t("permit.paper.holder"), holder],
        [t("permit.paper.kind"), ui(`kind.${terms.kind}`)],
        [ui("queue.corridor"), `${placeName(corridor.from, language)} → ${placeName(corridor.to, language)}${corridor.mode === null ? "" : ` · ${t(`facts.mode.options.${corridor.mode}`)}`}`],
        ...(points.length === 0 ? [] : [[t("pages.permit.point"), list(points, "disjunction")] as const]),
        [t("pages.permit.valid"), t("rules.fromTo", { from: date(window.from), to: date(window.to) })],
        [t("credential.terms.limit"), quantityWords(limit, words)],
        [t("permit.paper.crossings"), crossings === undefined ? t("permit.paper.anyNumber") : number(crossings)],
        [t("credential.terms.conditions"), conditions.length === 0 ? t("facts.answers.none") : t("permit.paper.below", { count: conditions.length })],
        [t("permit.paper.restsOn"), rests.length === 0 ? t("facts.answers.none") : series(rests)],
      ],
    },
    { is: "text", text: t("permit.paper.check", { at: dateTime(at) }), look: "quiet" },
  ];
}

function listed(said: Text, items: readonly (string | Said)[]): Block[] {
  return items.length === 0 ? [] : [{ is: "title", level: 2, said }, { is: "list", items }];
}

/** A line of what may cross: its own name as it was written, then how much and what, in each language. */
function itemSaid({ name, role, fields, quantity, container, each, cas, un, hs, due }: PermitItem, kind: Kind): Said {
  const codes = [cas && `CAS ${cas}`, un, hs && `HS ${hs}`].filter(Boolean);
  const plain = [name, ...codes].filter(Boolean).join(" · ");
  const named = (id: string | undefined, language: Language) => id && (kindDefinition(kind).lines?.nameOf(id, language) ?? id);
  const said = inFour((words) => {
    const { language, format: { joined, date, aside } } = words;
    const much = quantityWords(quantity, words);
    return joined([named(role, language), named(fields, language), container ? aside(much, joined([named(container, language), each && each.value !== "" ? quantityWords(each, words) : null])) : much, due && date(due)]);
  });
  return plain === "" ? { said } : { name: plain, said };
}

function placeName({ jurisdiction, city, zone }: PermitTerms["corridor"]["from"], language: Language): string {
  const inside = isZone(zone) && zone !== "none" ? zoneName(zone)[language] : null;
  const place = isCity(city) ? cities[city].name[language] : isJurisdiction(jurisdiction) ? jurisdictionNames[jurisdiction][language] : jurisdiction;
  return inside === null ? place : format(language).aside(place, inside);
}

function pointName(id: string, language: Language): string {
  const point = controlPoint(id);
  return point ? controlPointName(point)[language] : id;
}

function inFour(say: (words: Reader) => string): Text {
  return Object.fromEntries(languages.map((language) => [language, say(wordsIn(language))])) as Text;
}

function wordsIn(language: Language): Reader {
  return { language, t: translator(language), ui: translator(language, "ui"), format: format(language) };
}
