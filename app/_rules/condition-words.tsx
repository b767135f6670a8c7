import { leafWords } from "@/lib/kind/leaf-words";
import type { Condition } from "@/lib/policy/condition";
import type { Reader } from "@/lib/server/language";

/** When a rule applies, in words made from its trigger: lists of which all, one, or none must be so. */
export function ConditionWords({ condition, words, should = true }: { condition: Condition; words: Reader; should?: boolean }) {
  const { language, t } = words;
  if ("attr" in condition) return <p>{leafWords(condition, should, language, t)}</p>;
  if ("not" in condition) return <ConditionWords condition={condition.not} words={words} should={!should} />;
  const together = "all" in condition === should;
  const parts = flat(condition);
  const [only] = parts;
  if (parts.length === 1 && only) return <ConditionWords condition={only} words={words} should={should} />;
  return (
    <div>
      <p className="text-xs text-ink-3">{t(together ? "rules.all" : "rules.any")}</p>
      <ul className="mt-1 grid list-disc gap-1 ps-5 marker:text-ink-3">
        {parts.map((part, at) => <li key={at}><ConditionWords condition={part} words={words} should={should} /></li>)}
      </ul>
    </div>
  );
}

/** Lists of the same kind inside one another read as one. */
function flat(condition: Exclude<Condition, { attr: string } | { not: Condition }>): readonly Condition[] {
  if ("all" in condition) return condition.all.flatMap((part) => ("all" in part ? flat(part) : [part]));
  return condition.any.flatMap((part) => ("any" in part ? flat(part) : [part]));
}
