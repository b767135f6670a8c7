import { createTransport } from "nodemailer";
import { settings } from "./settings.ts";

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/**
 * Sends a mail. Without an SMTP server it stands on the operator's console instead. Never throws: what the mail is about
 * has happened already, and a mail server that is down must not undo it; the console then names the failure, not the reader.
 */
export async function sendMail(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = settings();
  if (!SMTP_URL) return show(mail);
  try {
    await createTransport(SMTP_URL).sendMail({ from: MAIL_FROM, ...mail });
  } catch (error) {
    console.error(`mail: could not be sent: ${(error as { code?: string }).code ?? "unknown reason"}`);
  }
}

/** A box, so that a mail on the console is not taken for a log; no line down its right side, for links are longer than any box. */
function show({ to, subject, text }: Mail): void {
  const lines = ["", "┌── Mail, not sent: SMTP_URL is not set ──", `│ To: ${to}`, `│ Subject: ${subject}`, "│", ...text.split("\n").map((line) => `│ ${line}`), "└──", ""];
  // Standard error: standard output may belong to a command that prints JSON.
  process.stderr.write(lines.join("\n"));
}
