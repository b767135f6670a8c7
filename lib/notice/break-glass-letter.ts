import { type Block, letter, type Letter } from "./letter.ts";
import type { Reader } from "./notice-letter.ts";

/** What a mail about an access by break-glass names. */
export type BrokenGlass = { readonly number: string; readonly who: string; readonly reason: string; readonly from: string; readonly until: string; readonly link: string };

/** The mail to a request's organisations and desks: who opened it, why, until when, and where every such access is listed. */
export function breakGlassLetter({ number, who, reason, from, until, link }: BrokenGlass, { name, language, t, format }: Reader): Letter {
  const blocks: Block[] = [
    t("mail.greeting", { name }),
    t("mail.breakGlass.lead", { number, who }),
    { rows: [[t("mail.breakGlass.reason"), reason], [t("mail.breakGlass.from"), format.dateTime(from)], [t("mail.breakGlass.until"), format.dateTime(until)]] },
    t("mail.breakGlass.means"),
    { words: t("mail.breakGlass.open"), link },
    t("mail.breakGlass.because"),
  ];
  return letter(language, t("mail.breakGlass.subject", { number }), blocks);
}
