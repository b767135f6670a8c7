import type { Command } from "../request/command.ts";
import { readTrace, type TraceRead } from "../permit/trace.ts";
import { documentStore, keptDocument } from "./document-store.ts";

/** What the logger's file holds that a command names; null for any other command, and where there is no such file. Read before the request is locked: whether it is a paper of the request is decided under the lock. */
export async function traceNamed(requestId: string, command: Command): Promise<TraceRead | null> {
  if (command.type !== "recordTrace" || !/^[0-9a-f-]{36}$/.test(command.document)) return null;
  const bytes = await keptDocument(documentStore(), requestId, command.document);
  return bytes && readTrace(new TextDecoder().decode(bytes));
}
