import { createTransport, type Transporter } from "nodemailer";
import type { Letter } from "../notice/letter.ts";
import { onConsole } from "./mail-on-console.ts";
import { settings } from "./settings.ts";

export type Mail = Letter & {
  readonly to: string;
  /** The same mail has the same id however often it is sent, so that a mailbox can tell. */
  readonly id?: string;
  /** Shown on the console as one line: there may be many. */
  readonly brief?: true;
  /** Line by line as it was written, in a form that a program reads out of the saved mail. */
  readonly asWritten?: true;
};

/** Sends a mail, or throws what the mail server said. Without an SMTP server it stands on the operator's console instead. */
export async function deliver(mail: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM, PUBLIC_URL } = settings();
  // Standard error: standard output may belong to a command that prints JSON.
  if (!SMTP_URL) return void process.stderr.write(onConsole(mail));
  const { to, subject, text, html, id, asWritten } = mail;
  await transport(SMTP_URL).sendMail({
    from: MAIL_FROM,
    // An object is taken as one address, whatever characters it holds; a string would be parsed as a list.
    to: { name: "", address: to },
    subject,
    text,
    html,
    // Nobody's holiday notice should answer.
    headers: { "Auto-Submitted": "auto-generated" },
    ...(asWritten && { textEncoding: "quoted-printable" as const }),
    ...(id && { messageId: `<${id}@${new URL(PUBLIC_URL).hostname}>` }),
  });
}

/** The same for a mail that is sent once: what it is about has happened already, and a mail server that is down must not undo it. Never throws. */
export async function sendMail(mail: Mail): Promise<void> {
  try {
    await deliver(mail);
  } catch (error) {
    console.error(`mail: could not be sent: ${mailProblem(error)}`);
  }
}

/** What kept a mail from being sent, without anybody's address. */
export function mailProblem(error: unknown): string {
  const { code, responseCode, name } = error as { code?: string; responseCode?: number; name?: string };
  return [code ?? name ?? "unknown reason", responseCode].filter(Boolean).join(" ");
}

/** Whether the mail server will never take a mail for this address. */
export function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  return code === "EENVELOPE" && responseCode >= 500;
}

const transports: Record<string, Transporter> = {};

function transport(url: string): Transporter {
  return (transports[url] ??= createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, disableFileAccess: true, disableUrlAccess: true }));
}
