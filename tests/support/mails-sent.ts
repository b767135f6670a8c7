import { vi } from "vitest";
import { drainOutbox } from "../../lib/server/notify.ts";

/** Sends what waits in the outbox and answers a line a mail, with its address and subject: what an operator without a mail server sees. */
export async function mailsSent(): Promise<string[]> {
  const written: string[] = [];
  const console = vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
  while ((await drainOutbox()) > 0);
  console.mockRestore();
  return written.filter((line) => line.startsWith("mail, not sent"));
}
