import { asReader } from "../../db/client.ts";
import { allTerms } from "../../db/queries/retention.ts";
import { noTerms } from "../../lib/retention/due.ts";
import { keepingIds } from "../../lib/retention/keeping.ts";
import { publishRetention } from "../../lib/server/publish-retention.ts";
import { dueForErasure } from "../../lib/server/retention.ts";
import { actorNamed } from "../actor-named.ts";
import { failure, wrongUsage } from "../failure.ts";
import { refusalsInWords } from "../in-words.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "retention [--organisation ID] [--json] | retention --organisation ID --user EMAIL [--rule RULE --years N] [--automatic yes|no]";
export const summary = "lists what is due for erasure and under which rule; or has an organisation keep longer, or let what is due go by itself";
export const needs = "begun";

export default async function retention(args: readonly string[], io: Io): Promise<number> {
  const asked = readOptions(args, { organisation: { type: "string" }, user: { type: "string" }, rule: { type: "string" }, years: { type: "string" }, automatic: { type: "string" }, json: { type: "boolean" } });
  if (asked.rule !== undefined || asked.years !== undefined || asked.automatic !== undefined) return set(asked, io);
  for await (const batch of dueForErasure(asked.organisation === undefined ? null : [asked.organisation])) {
    for (const { id, number, kind, status, home, endedOn, until, kept, ground, stoppedBy, papers } of batch) {
      if (asked.json) io.json({ id, number, kind, status, organisation: home, endedOn, keptUntil: until, keptBy: kept.id, certainty: kept.certainty, rule: ground.id, law: ground.law.en, papers, stoppedBy });
      else io.line([number, home, kind, `ended ${endedOn}`, `kept until ${until} by ${kept.id} (${kept.certainty})`, `goes under ${ground.id}`, stoppedBy === null ? "" : `stopped by ${stoppedBy}`].join("\t"));
    }
    await io.taken();
  }
  return 0;
}

type Asked = { readonly organisation?: string | undefined; readonly user?: string | undefined; readonly rule?: string | undefined; readonly years?: string | undefined; readonly automatic?: string | undefined };

async function set({ organisation, user, rule, years, automatic }: Asked, io: Io): Promise<number> {
  if (!organisation || !user) throw wrongUsage("name the --organisation and the --user who changes it");
  if ((rule === undefined) !== (years === undefined)) throw wrongUsage("--rule and --years go together");
  if (rule !== undefined && !(keepingIds as readonly string[]).includes(rule)) throw wrongUsage(`--rule is one of ${keepingIds.join(", ")}`);
  if (years !== undefined && !/^[1-9]\d{0,2}$/.test(years)) throw wrongUsage("--years is a whole number");
  if (automatic !== undefined && automatic !== "yes" && automatic !== "no") throw wrongUsage("--automatic is yes or no");
  const before = (await asReader({ kind: "system" }, allTerms)).get(organisation) ?? noTerms;
  const answer = await publishRetention(await actorNamed(user), { organisation, years: { ...before.years, ...(rule !== undefined && { [rule]: Number(years) }) }, automatic: automatic === undefined ? before.automatic : automatic === "yes" });
  if ("notFound" in answer) throw failure(`${user} may not set this for ${organisation}`);
  if ("refusals" in answer) throw failure(refusalsInWords(answer.refusals));
  io.line(`set for ${organisation}`);
  return 0;
}
