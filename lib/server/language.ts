import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { PersonActor } from "../access/actor.ts";
import { type Format, format } from "../format.ts";
import { Language, negotiateLanguage } from "../language.ts";
import { publishOwn } from "./publish-own.ts";
import { currentActor } from "./session.ts";
import { type Translator, translator } from "./translate.ts";

export const languageCookie = "language";

/** The language a page is written in: what was chosen here, else what the person chose elsewhere, else what the browser asks for. */
export const currentLanguage: () => Promise<Language> = cache(async () => {
  const chosen = Language.safeParse((await cookies()).get(languageCookie)?.value);
  if (chosen.success) return chosen.data;
  const actor = await currentActor();
  if (actor.kind === "person") return actor.language;
  return negotiateLanguage((await headers()).get("accept-language"));
});

export type Reader = {
  readonly language: Language;
  /** Words by whole key, `ui.nav.home`. */
  readonly t: Translator;
  /** Words of the parts in `app/_ui`, whose keys stand without their namespace. */
  readonly ui: Translator;
  readonly format: Format;
};

/** Everything a page needs to speak its reader's language. */
export async function reader(): Promise<Reader> {
  const language = await currentLanguage();
  return { language, t: translator(language), ui: translator(language, "ui"), format: format(language) };
}

/** Remembers a person's language, for mails and for their next browser. */
export async function keepLanguage(actor: PersonActor, language: Language): Promise<void> {
  if (actor.language === language) return;
  await publishOwn(actor, { language });
}
