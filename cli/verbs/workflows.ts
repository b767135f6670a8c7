import { v7 as newId } from "uuid";
import { asReader } from "../../db/client.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { isId } from "../../lib/id.ts";
import type { Refusal } from "../../lib/request/refusal.ts";
import { parseJson } from "../../lib/server/parse-json.ts";
import { executeOnProposal, type ProposalAnswer, proposeWorkflow } from "../../lib/server/publish-workflow.ts";
import { translator } from "../../lib/server/translate.ts";
import { listedWorkflows } from "../../lib/server/workflow-detail.ts";
import { problemsOfWorkflow, workflowProblemSentence } from "../../lib/server/workflow-problems.ts";
import { brokenWorkflow } from "../../lib/workflow/check/problem.ts";
import { ProposalCommand, ProposeWorkflow } from "../../lib/workflow/proposal/command.ts";
import { failure, wrongUsage } from "../failure.ts";
import { actorNamed } from "../actor-named.ts";
import { bytesIn } from "../file.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "workflows check|propose|approve|reject|withdraw|list [--user EMAIL] [--from DAY] [--reason TEXT] [--json] [FILE… | ID]";
export const summary = "proves workflows written as JSON; puts a new version forward for a policy administrator, from a day on, which another approves or rejects; lists versions and proposals";
export const needs = "schema";

const options = { user: { type: "string" }, from: { type: "string" }, reason: { type: "string" }, json: { type: "boolean" } } as const;
const inEnglish = translator("en");

export default async function workflows(args: readonly string[], io: Io): Promise<number> {
  const { user, from, reason, json = false } = readOptions(args, options, true);
  const valued = ["--user", "--from", "--reason"];
  const [what = "", ...named] = args.filter((one, at) => !one.startsWith("--") && !valued.includes(args[at - 1] ?? ""));
  const [first] = named;
  switch (what) {
    case "check":
      return named.length === 0 ? wrong() : check(named, json, io);
    case "list":
      return list(await userOf(user), io);
    case "propose": {
      if (first === undefined || named.length > 1 || from === undefined) return wrong();
      const asked = ProposeWorkflow.safeParse({ definition: bodyIn(first), effectiveFrom: from, ...(reason !== undefined && { note: reason }) });
      if (!asked.success) throw failure(`${first}: ${asked.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ")}`);
      return say(await proposeWorkflow(await userOf(user), asked.data), { json, at: `${first}: ` }, io);
    }
    case "approve":
    case "reject":
    case "withdraw": {
      const command = ProposalCommand.safeParse({ type: what, commandId: newId(), ...(reason !== undefined && what !== "approve" && { reason }) });
      if (first === undefined || named.length > 1 || !command.success) return wrong();
      if (!isId(first)) throw failure(`there is no proposal ${first.slice(0, 40)}`);
      const answer = await executeOnProposal(await userOf(user), first, command.data);
      if ("notFound" in answer) throw failure(`there is no proposal ${first}`);
      return say(answer, { json, at: "" }, io);
    }
    default:
      return wrong();
  }
}

function wrong(): never {
  throw wrongUsage(`usage: ${usage}`);
}

async function check(paths: readonly string[], json: boolean, io: Io): Promise<number> {
  let found = 0;
  for (const path of paths) {
    const problems = await asReader({ kind: "system" }, (tx) => problemsOfWorkflow(tx, bodyIn(path)));
    found += problems.length;
    if (json) io.json({ file: path, ok: problems.length === 0, problems });
    else for (const one of problems) io.complain(`${path}: ${workflowProblemSentence(brokenWorkflow(one).params ?? {}, inEnglish, "en")}`);
  }
  if (!json && found === 0) io.line(`${paths.length} ${paths.length === 1 ? "workflow" : "workflows"} without a fault`);
  return found === 0 ? 0 : 1;
}

function say(answer: ProposalAnswer | { readonly refusals: readonly Refusal[] }, { json, at }: { readonly json: boolean; readonly at: string }, io: Io): number {
  if ("refusals" in answer) {
    if (json) io.json(answer);
    else for (const { code, params = {} } of answer.refusals) io.complain(`${at}${code === "brokenWorkflow" ? workflowProblemSentence(params, inEnglish, "en") : inEnglish(`refusals.${code}`, params)}`);
    return 1;
  }
  const { id, workflow, version, effectiveFrom, status } = answer;
  if (json) io.json(answer);
  else io.line(`${workflow} version ${version}, in force from ${effectiveFrom}: ${status} (${id})`);
  return 0;
}

/** One object a line: a workflow with its versions and proposals. */
async function list(actor: PersonActor, io: Io): Promise<number> {
  const found = await listedWorkflows(actor);
  if (!found) throw failure(`${actor.email} reads no workflows`);
  for (const one of found.workflows) io.json(one);
  return 0;
}

function userOf(user: string | undefined): Promise<PersonActor> {
  if (user === undefined) throw wrongUsage(`--user is missing; usage: ${usage}`);
  return actorNamed(user);
}

function bodyIn(path: string): unknown {
  const body = parseJson(bytesIn(path));
  if (body === undefined) throw failure(`${path}: this is not JSON, or none that can be kept`);
  return body;
}
