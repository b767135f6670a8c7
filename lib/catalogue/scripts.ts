import { Converter as FromSimplified } from "opencc-js/cn2t";
import { Converter as FromTraditional } from "opencc-js/t2cn";

const toSimplified = FromTraditional({ from: "hk", to: "cn" });
const toTraditional = FromSimplified({ from: "cn", to: "hk" });

/** Words in each script that Chinese is written in, as they were typed first: for what is kept as somebody wrote it. */
export function toOtherScripts(text: string): readonly string[] {
  const typed = text.normalize("NFKC");
  if (!/\p{Script=Han}/u.test(typed)) return [typed];
  return [...new Set([typed, toSimplified(typed), toTraditional(typed)])];
}
