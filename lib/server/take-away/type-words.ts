import type { Translator } from "../translate.ts";

/** Where the words for an entry's type stand: requests, dossiers, accounts and working papers have theirs in places of their own. */
const places = ["pages.event", "dossier.type", "quotas.type", "papers.type"];

/** What a kind of entry is called. */
export function typeWords(type: string, t: Translator): string {
  const name = type.replace(".", "-");
  const place = places.find((one) => t.has(`${one}.${name}`));
  return place ? t(`${place}.${name}`) : type;
}
