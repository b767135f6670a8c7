import { accountEventTypes } from "../account/events.ts";
import { dossierEventTypes } from "../dossier/events.ts";
import type { Translator } from "./translate.ts";

/** What a kind of entry of the record is called, whichever chain it is of. */
export function typeWords(type: string, t: Translator): string {
  const name = type.replace(".", "-");
  if ((accountEventTypes as readonly string[]).includes(type)) return t(`quotas.type.${name}`);
  return (dossierEventTypes as readonly string[]).includes(type) ? t(`dossier.type.${name}`) : t(`pages.event.${name}`);
}
