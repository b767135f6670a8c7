import { type Block, letter, type Letter } from "./letter.ts";
import type { Reader } from "./notice-letter.ts";

/** What a mail about a proposal names. */
export type Proposed = { readonly workflow: string; readonly version: number; readonly effectiveFrom: string; readonly author: string; readonly note: string | null; readonly link: string };

/** The mail to whoever may approve a new version of a workflow: what was put forward, by whom, from which day on, and where it is decided. */
export function proposalLetter({ workflow, version, effectiveFrom, author, note, link }: Proposed, { name, language, t, format }: Reader): Letter {
  const values = { workflow, version: String(version), who: author };
  const blocks: Block[] = [
    t("mail.greeting", { name }),
    t("mail.proposal.lead", values),
    { rows: [[t("mail.proposal.workflow"), t("mail.proposal.version", values)], [t("mail.proposal.from"), format.date(effectiveFrom)], ...(note === null ? [] : [[t("mail.proposal.note"), note] as const])] },
    { words: t("mail.proposal.open"), link },
    t("mail.proposal.because"),
  ];
  return letter(language, t("mail.proposal.subject", values), blocks);
}
