import type { Mail } from "./mail.ts";

/**
 * A mail that nobody sends, for the operator's console. Consoles are kept as logs: of a person's address the first letter and the domain are left, and of what was
 * written to them only its links, by which an operator can help whoever asks. What goes to nobody, the demonstration's addresses, stands there whole.
 */
export function onConsole({ to, subject, text, brief }: Pick<Mail, "to" | "subject" | "text" | "brief">): string {
  const isNobodys = reserved.test(to);
  const address = isNobodys ? to : to.replace(/^(.).*(?=@)/su, "$1…");
  if (brief) return `mail, not sent: ${address}: ${subject}\n`;
  const said = isNobodys ? text.trimEnd().split("\n") : (text.match(/https?:\/\/\S+/g) ?? []);
  // A box, so that it is not taken for a log; no line down its right side, for links are longer than any box.
  return ["", "┌── Mail, not sent: SMTP_URL is not set ──", `│ To: ${address}`, `│ Subject: ${subject}`, "│", ...said.map((line) => `│ ${line}`), "└──", ""].join("\n");
}

/** Domains that are nobody's and never will be (RFC 2606, 2). */
const reserved = /[@.](example|test|invalid|localhost)$/i;
