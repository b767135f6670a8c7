import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { drainOutbox } from "../../lib/server/notify.ts";

/** A mail as it arrived: to whom, everything that a reader of it reads, what it is made of, and its very bytes. */
export type Arrived = { readonly to: string; readonly text: string; readonly parts: Email; readonly raw: string };

export type Mailbox = {
  readonly mails: Arrived[];
  /** What the server says in place of taking what comes: of an address, of a mail. */
  readonly says: { address?: string; mail?: string };
  /** Sends all that waits, by a clock that is some milliseconds fast. */
  readonly fill: (fast?: number) => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A mail server for a file of tests that keeps whatever it is given; settings that are read after this name it. */
export async function mailbox(): Promise<Mailbox> {
  const mails: Arrived[] = [];
  const says: Mailbox["says"] = {};
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    onRcptTo: (_, __, done) => done(says.address === undefined ? null : refusal(says.address)),
    onData(stream, _, taken) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => (says.mail === undefined ? void keep(Buffer.concat(parts), mails).then(() => taken(), taken) : taken(refusal(says.mail))));
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as { port: number };
  Object.assign(process.env, { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: "Causeway <causeway@example.org>", PUBLIC_URL: "http://localhost:3000" });
  return {
    mails,
    says,
    async fill(fast = 0) {
      while ((await drainOutbox(() => new Date(Date.now() + fast))) > 0);
    },
    async stop() {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      delete process.env.SMTP_URL;
    },
  };
}

function refusal(said: string): Error {
  return Object.assign(new Error(said), { responseCode: Number(said.slice(0, 3)) });
}

async function keep(raw: Buffer, mails: Arrived[]): Promise<void> {
  const parts = await PostalMime.parse(raw);
  const { to = [], subject = "", text = "", html = "", attachments } = parts;
  const files = attachments.map(({ filename, content }) => `${filename} ${Buffer.from(content as ArrayBuffer).toString("utf8")}`);
  for (const { address = "" } of to) mails.push({ to: address, text: [subject, text, html, ...files].join("\n"), parts, raw: raw.toString("utf8") });
}
