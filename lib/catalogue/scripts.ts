import { Converter } from "opencc-js/cn2t";
import { simplified } from "./simplified.ts";

let converter: ((text: string) => string) | undefined;

/** Words in each script that Chinese is written in, as they were typed first: for what is kept as somebody wrote it. */
export function toOtherScripts(text: string): readonly string[] {
  const typed = text.normalize("NFKC");
  if (!/\p{Script=Han}/u.test(typed)) return [typed];
  const traditional = (converter ??= Converter({ from: "cn", to: "hk" }));
  return [...new Set([typed, simplified(typed), traditional(typed)])];
}
