import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyingNow, weighingOf } from "@/app/_request/live-answers";
import type { LiveSection } from "@/app/_request/live-section";
import { formValue } from "../../../lib/kind/parse-form-value.ts";
import { visibleSections } from "../../../lib/kind/questions.ts";
import { formKinds } from "../../../lib/kind/registry.ts";
import { languages } from "../../../lib/language.ts";
import type { FactValue, Facts } from "../../../lib/policy/condition.ts";
import { evaluate } from "../../../lib/policy/evaluate.ts";
import { packs } from "../../../lib/policy/registry.ts";
import { readableFacts } from "../../../lib/request/answers.ts";
import { weighAnswers, type ServedRules } from "../../../lib/request/applying.ts";
import { served } from "../../../lib/server/served-rules.ts";
import { anyAnswers, anyClaims } from "../../support/any-answers.ts";

/* What a browser is sent, as it arrives: everything below goes through JSON. */

describe.each(formKinds)("the rules that browsers get about %s", (kind) => {
  const arrived = Object.fromEntries(languages.map((language) => [language, JSON.parse(served(packs, kind, language).body) as ServedRules]));
  const [answers, claims] = [anyAnswers(kind), anyClaims(kind)];
  const window = fc.option(fc.constantFrom({ from: "2026-12-01" }, { from: "2027-08-01" }));

  test("come to what the server's come to, for any answers, in any language", () => {
    const property = fc.property(answers, claims, window, fc.constantFrom(...languages), (facts, claimed, days, language) => {
      const { evaluation, facts: read } = weighAnswers(arrived[language]?.packs ?? [], { kind, facts, claims: claimed, window: days });
      const server = evaluate(packs, readableFacts(kind, facts, days), claimed);
      const used = new Set(evaluation.packs.map(({ id }) => id));
      expect(read).toEqual(readableFacts(kind, facts, days));
      // A pack that says nothing about the kind is not sent.
      expect(evaluation).toEqual({ ...server, packs: server.packs.filter(({ id }) => used.has(id)) });
    });
    fc.assert(property, { numRuns: 300 });
  });

  test("weigh a page while it is typed as the server does once it is saved", () => {
    const english = arrived.en as ServedRules;
    const property = fc.property(answers, answers, claims, (saved, typed, claimed) => {
      for (const { id, fields } of visibleSections(kind, saved)) {
        const live: LiveSection = { kind, section: id, language: "en", facts: saved, claims: claimed, window: null, rates: [], rules: "", known: [], words: { confirming: { ror: "", here: "", away: "", days: "", settles: "" }, money: { whole: "", rate: "", builtIn: "" }, problems: {} } };
        const values = Object.fromEntries(fields.map(({ fact }) => [fact, formValue(typed[fact], "en")]));
        const merged = { ...saved, ...Object.fromEntries(fields.map(({ fact }) => [fact, typed[fact]])) };
        const stands = Object.fromEntries(Object.entries(merged).filter((entry): entry is [string, FactValue] => entry[1] !== undefined && !isEmptyList(entry[1])));
        const had = Object.fromEntries(Object.entries(weighingOf(live, values).facts).filter(([, value]) => !isEmptyList(value)));
        expect(had).toEqual(stands);
        expect(applyingNow(english, live, values).map((one) => one.id)).toEqual(
          evaluate(packs, readableFacts(kind, merged as Facts, null), claimed).findings.map((one) => one.id).filter((finding) => english.packs.some(({ regimes }) => regimes.some((rule) => rule.id === finding && rule.status === "in_force"))),
        );
      }
    });
    fc.assert(property, { numRuns: 60 });
  });

  test("come in one language, with a word for every fact they read", () => {
    for (const language of languages) {
      const { body } = served(packs, kind, language);
      expect(body).not.toContain('"zh-Hant":');
      expect(Object.entries(arrived[language]?.words ?? {}).filter(([key, word]) => word === "" || word === `facts.${key}`)).toEqual([]);
    }
  });
});

function isEmptyList(value: FactValue): boolean {
  return Array.isArray(value) && value.length === 0;
}
