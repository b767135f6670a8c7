import { createWriteStream, existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Taken } from "../../lib/server/take-away/taken.ts";
import { holdsAnywhere } from "../../lib/access/can.ts";
import { eventFormatNames } from "../../lib/audit/export/formats.ts";
import { actorNamed } from "../actor-named.ts";
import { failure, wrongUsage } from "../failure.ts";
import { cannotBeWritten } from "../file.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "take-away --user EMAIL --out FILE [--format FORM] [--question QUERY] [--request ID] [--bom] [--json]";
export const summary = `writes what an auditor may see to a file: every event that a question finds (QUERY is what stands after the question mark of its address), as ${eventFormatNames.join(", ")}; or one request with its papers and proofs as a ZIP archive`;
export const needs = "database";

export default async function takeAway(args: readonly string[], io: Io): Promise<number> {
  const { user = "", out = "", format, question, request, bom = false, json = false } = readOptions(args, { user: { type: "string" }, out: { type: "string" }, format: { type: "string" }, question: { type: "string" }, request: { type: "string" }, bom: { type: "boolean" }, json: { type: "boolean" } });
  if ((format === undefined) === (request === undefined)) throw wrongUsage("either --format, for events, or --request, for one case with its papers");
  const form = eventFormatNames.find((one) => one === format);
  if (format !== undefined && !form) throw wrongUsage(`--format ${JSON.stringify(format.slice(0, 20))} is none of ${eventFormatNames.join(", ")}`);
  if (existsSync(out)) throw failure(`${out} is there already`);
  const taken = form ? await eventsFor(user, { form, question: question ?? "", bom }) : await bundleFor(user, request ?? "");
  await write(taken, out);
  const { rows, withheld } = taken.progress();
  if (json) io.json({ file: out, rows, withheld });
  else io.line(form ? `${out}: ${rows} events; ${withheld} more are not for ${user}.` : `${out}: ${rows} parts.`);
  return 0;
}

async function eventsFor(user: string, { form, question, bom }: { readonly form: (typeof eventFormatNames)[number]; readonly question: string; readonly bom: boolean }): Promise<Taken> {
  const actor = await actorNamed(user);
  if (!holdsAnywhere(actor, "audit.search")) throw failure(`${user} audits nothing`);
  const [{ eventsTaken }, { recordAddress }, { questionOption }] = await Promise.all([import("../../lib/server/take-away/events.ts"), import("../../lib/server/take-away/question.ts"), import("../question-option.ts")]);
  const asked = await questionOption(actor, question);
  return eventsTaken(actor, { question: asked.question, format: form, bom, heads: "ids", language: actor.language, about: [["question", question], ["user", user]], name: "events", asked: recordAddress(asked.params) });
}

async function bundleFor(user: string, request: string): Promise<Taken> {
  const actor = await actorNamed(user);
  const { bundled } = await import("../../lib/server/take-away/bundle.ts");
  const found = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(request) ? await bundled(actor, { requests: [request.toLowerCase()], language: actor.language }) : "notFound";
  if (found === "notFound") throw failure(`${user} sees no request ${JSON.stringify(request.slice(0, 40))} with a record`);
  if (found === "notPermitted") throw failure(`${user} audits nothing`);
  if (found === "bundleTooLarge") throw failure("its papers are more than one archive can hold");
  return found;
}

/** A file that could not be written to its end does not stay. */
async function write({ pieces }: Taken, out: string): Promise<void> {
  const file = createWriteStream(out, { flags: "wx", mode: 0o600 });
  try {
    await pipeline(pieces, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw failure(`${out} is there already`);
    await rm(out, { force: true });
    throw code?.startsWith("E") && !code.startsWith("ERR_") ? cannotBeWritten(out, error) : error;
  }
}
