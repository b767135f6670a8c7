import { leafWords } from "@/lib/kind/leaf-words";
import type { Condition, Leaf } from "@/lib/policy/condition";
import type { Reader } from "@/lib/server/language";

/** When a rule applies, in words made from its trigger: lists of which all, one, or none must be so. */
export function ConditionWords({ condition, words, should = true, leaf = ofAnswer }: { condition: Condition; words: Reader; should?: boolean; leaf?: LeafWords }) {
  const { t } = words;
  if ("attr" in condition) return <p>{leaf(condition, should, words)}</p>;
  if ("not" in condition) return <ConditionWords condition={condition.not} words={words} should={!should} leaf={leaf} />;
  const together = "all" in condition === should;
  const parts = flat(condition);
  const [only] = parts;
  if (parts.length === 1 && only) return <ConditionWords condition={only} words={words} should={should} leaf={leaf} />;
  return (
    <div>
      <p className="text-xs text-ink-3">{t(together ? "rules.all" : "rules.any")}</p>
      <ul className="mt-1 grid list-disc gap-1 ps-5 marker:text-ink-3">
        {parts.map((part, at) => <li key={at}><ConditionWords condition={part} words={words} should={should} leaf={leaf} /></li>)}
      </ul>
    </div>
  );
}

/** One comparison in words; rules compare answers alone, steps of workflows more than that. */
export type LeafWords = (leaf: Leaf, should: boolean, words: Reader) => string;

function ofAnswer(leaf: Leaf, should: boolean, { language, t }: Reader): string {
  return leafWords(leaf, should, language, t);
}

/** Lists of the same kind inside one another read as one. */
function flat(condition: Exclude<Condition, { attr: string } | { not: Condition }>): readonly Condition[] {
  if ("all" in condition) return condition.all.flatMap((part) => ("all" in part ? flat(part) : [part]));
  return condition.any.flatMap((part) => ("any" in part ? flat(part) : [part]));
}
