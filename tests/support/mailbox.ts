import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { drainOutbox } from "../../lib/server/notify.ts";

/** A mail as it arrived: to whom, and everything that a reader of it reads. */
export type Arrived = { readonly to: string; readonly text: string };

export type Mailbox = { readonly mails: readonly Arrived[]; /** Sends all that waits. */ readonly fill: () => Promise<void>; readonly stop: () => Promise<void> };

/** A mail server for a file of tests that keeps whatever it is given; settings that are read after this name it. */
export async function mailbox(): Promise<Mailbox> {
  const mails: Arrived[] = [];
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    onData(stream, _, taken) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => void keep(Buffer.concat(parts), mails).then(() => taken(), taken));
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as { port: number };
  Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "Causeway <causeway@example.org>", PUBLIC_URL: "http://localhost:3000" });
  return {
    mails,
    async fill() {
      while ((await drainOutbox()) > 0);
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function keep(raw: Buffer, mails: Arrived[]): Promise<void> {
  const { to = [], subject = "", text = "", html = "", attachments } = await PostalMime.parse(raw);
  const files = attachments.map(({ filename, content }) => `${filename} ${Buffer.from(content as ArrayBuffer).toString("utf8")}`);
  for (const { address = "" } of to) mails.push({ to: address, text: [subject, text, html, ...files].join("\n") });
}
