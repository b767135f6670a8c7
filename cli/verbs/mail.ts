import { asActor, asReader } from "../../db/client.ts";
import { reviveGivenUp, undone } from "../../db/outbox.ts";
import { mostAttempts } from "../../lib/notice/retry.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "mail [--again] [--json]";
export const summary = "lists what is still to be told by mail, and what was given up; --again tries the latter once more";
export const needs = "begun";

export default async function mail(args: readonly string[], io: Io): Promise<number> {
  const { again, json } = readOptions(args, { again: { type: "boolean" }, json: { type: "boolean" } });
  if (again) await asActor({ kind: "system" }, (tx) => reviveGivenUp(tx, mostAttempts, new Date().toISOString()));
  const rows = await asReader({ kind: "system" }, undone);
  for (const { requestId, topic, attempts, nextAt, problem } of rows) {
    const givenUp = attempts >= mostAttempts;
    if (json) io.json({ request: requestId, of: topic, attempts, next: givenUp ? null : nextAt, problem });
    else io.line([requestId, topic, `${attempts} attempts`, givenUp ? "given up" : `next ${nextAt}`, problem ?? ""].join("\t"));
  }
  return rows.some(({ attempts }) => attempts >= mostAttempts) ? 1 : 0;
}
