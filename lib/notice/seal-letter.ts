import { letter, type Letter } from "./letter.ts";
import type { Reader } from "./notice-letter.ts";

/** What a mail with a seal says. `note` is the seal as it stands. */
export type MailedSeal = { readonly day: string; readonly size: number; readonly sealedAt: string; readonly note: string; readonly host: string; readonly organisation: string; readonly link: string };

/** The daily mail with the newest seal: the note as it stands, so that the saved mail itself can be checked. */
export function sealLetter({ day, size, sealedAt, note, host, organisation, link }: MailedSeal, { language, t, format }: Pick<Reader, "language" | "t" | "format">): Letter {
  return letter(language, t("seals.mail.subject", { day: format.date(day) }), [t("seals.mail.text", { host, size: format.number(size), at: format.dateTime(sealedAt) }), note.trimEnd(), t("seals.mail.why"), t("seals.mail.check"), { link, words: link }, t("seals.mail.because", { organisation })]);
}
