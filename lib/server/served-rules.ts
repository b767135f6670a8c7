import { createHash } from "node:crypto";
import { asReader } from "../../db/client.ts";
import { fieldOf } from "../kind/catalogue.ts";
import { optionsOf } from "../kind/parse-fact.ts";
import { readBy } from "../kind/questions.ts";
import type { Language } from "../language.ts";
import { authorities, type AuthorityId } from "../policy/authorities.ts";
import type { Kind, Pack, Regime } from "../policy/pack.ts";
import type { ServedRule, ServedRules } from "../request/applying.ts";
import { rulebookInForce } from "./policy.ts";
import { type Translator, translator } from "./translate.ts";

export type Served = { readonly rules: ServedRules; readonly body: string; readonly digest: string };

/** The rules in force about a kind in a language, as browsers get them. */
export async function servedRules(kind: Kind, language: Language): Promise<Served> {
  const { packs } = await asReader({ kind: "public" }, rulebookInForce);
  const kept = made.get(packs) ?? new Map<string, Served>();
  made.set(packs, kept);
  const key = `${kind} ${language}`;
  const found = kept.get(key) ?? served(packs, kind, language);
  kept.set(key, found);
  return found;
}

/** Made once for an edition of the rules. */
const made = new WeakMap<readonly Pack[], Map<string, Served>>();

/** Where a browser finds them; another rule or another word is another address. */
export function rulesPath({ rules: { kind, language }, digest }: Served): string {
  return `/packs/${kind}/${language}/${digest}`;
}

/** What these packs say about a kind, with words in one language. */
export function served(packs: readonly Pack[], kind: Kind, language: Language): Served {
  const t = translator(language);
  const about = packs.map((pack) => ({ ...pack, regimes: pack.regimes.filter(({ kinds }) => kinds.includes(kind)) })).filter(({ regimes }) => regimes.length > 0);
  const facts = [...new Set(about.flatMap(({ regimes }) => regimes.flatMap(({ trigger }) => readBy(trigger))))];
  const rules: ServedRules = { kind, language, packs: about.map((pack) => packOf(pack, language, t)), words: wordsFor(facts, t) };
  const body = JSON.stringify(rules);
  return { rules, body, digest: createHash("sha256").update(body).digest("hex").slice(0, 32) };
}

function packOf({ id, version, from, to, regimes }: Pack, language: Language, t: Translator): ServedRules["packs"][number] {
  return { id, version, from, to, regimes: regimes.map((regime) => ruleOf(regime, language, t)) };
}

function ruleOf(regime: Regime, language: Language, t: Translator): ServedRule {
  const { id, type, status, kinds, trigger, papers, from, to, versions, substitutes, facilitates, confidence, due, jurisdiction, title, citations, authority, time } = regime;
  return {
    id,
    type,
    status,
    kinds,
    trigger,
    papers,
    from,
    to,
    versions: versions.map((version) => ({ ...version, note: null })),
    substitutes,
    facilitates,
    confidence,
    due,
    jurisdiction,
    title: title[language],
    usually: [t(`ui.regimeType.${type}`), ...(time.value > 0 ? [t(`pages.time.${time.unit}`, { count: time.value })] : [])].join(" · "),
    authority: authorities[authority as AuthorityId]?.[language] ?? authority,
    citations: citations.map(({ text }) => text[language]),
  };
}

function wordsFor(facts: readonly string[], t: Translator): Record<string, string> {
  const named = facts.flatMap((fact) => {
    const field = fieldOf(fact);
    // Places have names of their own, which stand in the code.
    const options = field && (field.type.is === "choice" || field.type.is === "choices") ? optionsOf(field).map((option) => `${fact}.options.${option}`) : [];
    return field ? [`${fact}.short`, ...options] : [];
  });
  return Object.fromEntries(["answers.yes", "answers.no", "answers.none", ...named].map((key) => [key, t(`facts.${key}`)]));
}
