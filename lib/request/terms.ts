import type { Text } from "../language.ts";
import { kinds, type Kind } from "../policy/pack.ts";

/** Terms a requester accepts before submitting. A changed text is a new version; old acceptances keep theirs. */
export type Terms = { readonly id: string; readonly version: number; readonly kinds: readonly Kind[]; readonly title: Text; readonly body: Text };

export const allTerms: readonly Terms[] = [
  {
    id: "true-answers",
    version: 1,
    kinds,
    title: { en: "True and complete answers", "zh-Hant": "如實完整作答", "zh-Hans": "如实完整作答", pt: "Respostas verdadeiras e completas" },
    body: {
      en: "What I state here is true and complete to the best of my knowledge. If it changes, I say so before the crossing.",
      "zh-Hant": "我在此所述，就我所知均屬真確完整。如有變動，我會在過境前通知。",
      "zh-Hans": "我在此所述，就本人所知真实、完整。如有变动，将在过境前告知。",
      pt: "O que aqui declaro é verdadeiro e completo, tanto quanto sei. Se algo mudar, comunico-o antes da passagem.",
    },
  },
  {
    id: "material-use",
    version: 1,
    kinds: ["sample", "reagent"],
    title: { en: "Use of the material", "zh-Hant": "材料用途", "zh-Hans": "材料用途", pt: "Uso do material" },
    body: {
      en: "The material is used only for the purpose stated, by the receiving side named, under the transfer agreement. It is not passed on without a new request.",
      "zh-Hant": "材料只供所列接收方按轉移協議用於所述用途；未經另行申請，不會轉交他人。",
      "zh-Hans": "材料仅由所列接收方按转移协议用于所述用途；未经另行申请，不转交他人。",
      pt: "O material destina-se apenas à finalidade declarada, pela parte receptora indicada, nos termos do acordo de transferência. Não é cedido a terceiros sem novo pedido.",
    },
  },
];

/** Terms by their id alone, or by `id@version`. */
export function termsNamed(named: string): Terms | undefined {
  const [id, version] = named.split("@");
  return allTerms.find((terms) => terms.id === id && (version === undefined || String(terms.version) === version));
}

/** The terms in force for a kind. */
export function termsFor(kind: Kind): readonly Terms[] {
  return allTerms.filter((terms) => terms.kinds.includes(kind));
}
