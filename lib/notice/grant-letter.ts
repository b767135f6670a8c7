import { letter, type Letter } from "./letter.ts";
import type { Reader } from "./notice-letter.ts";

/** What a mail about a standing grant names. */
export type Ending = { readonly number: string; readonly regime: string; readonly validUntil: string; readonly link: string };

/** The mail to the desk that keeps a standing grant which ends soon: which, until when, and where it is renewed. */
export function grantLetter({ number, regime, validUntil, link }: Ending, { name, language, t, format }: Reader): Letter {
  const values = { number, regime, day: format.date(validUntil) };
  return letter(language, t("mail.grant.subject", values), [
    t("mail.greeting", { name }),
    t("mail.grant.lead", values),
    { rows: [[t("mail.grant.number"), number], [t("mail.grant.regime"), regime], [t("mail.grant.until"), format.date(validUntil)]] },
    { words: t("mail.grant.open"), link },
    t("mail.grant.because"),
  ]);
}
