import { problemSentence } from "../../lib/server/check-shipped.ts";
import { type PackFile, readPackFile } from "../../lib/server/pack-file.ts";
import { translator } from "../../lib/server/translate.ts";
import { packProblems } from "../../lib/policy/check/packs.ts";
import type { PackProblemCode } from "../../lib/policy/check/problem.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import type { Pack } from "../../lib/policy/pack.ts";
import { packs as shipped } from "../../lib/policy/registry.ts";
import type { Refusal } from "../../lib/request/refusal.ts";
import { actorNamed } from "../actor-named.ts";
import { failure, wrongUsage } from "../failure.ts";
import { textIn } from "../file.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "packs check|publish [--user EMAIL] FILE… | packs drop --user EMAIL ID…";
export const summary = "checks rule packs written as JSON, or publishes them for a policy administrator; they take the place of packs with their ids; or leaves packs out, until somebody publishes them again";
export const needs = "own";

type Given = { readonly path: string; readonly file: PackFile; readonly at: number; readonly body: unknown };

export default async function packs(args: readonly string[], io: Io): Promise<number> {
  const [what, ...rest] = args;
  const paths = rest.filter((one, at) => !one.startsWith("--") && rest[at - 1] !== "--user");
  if ((what !== "check" && what !== "publish" && what !== "drop") || paths.length === 0) throw wrongUsage(`usage: ${usage}`);
  if (what === "drop") return drop(userIn(rest), paths, io);
  const given = paths.flatMap(readGiven);
  const lines = what === "check" ? check(given) : await publishFor(userIn(rest), given);
  for (const line of lines) io.complain(line);
  if (lines.length > 0) return 1;
  io.line(`${given.length} ${given.length === 1 ? "pack" : "packs"} ${what === "check" ? "without a fault" : "published"}`);
  return 0;
}

/** Beside the packs that come with the project, without a database. */
function check(given: readonly Given[]): string[] {
  const ids = new Set(given.map(({ body }) => (body as Partial<Pack> | null)?.id));
  const problems = packProblems(given.map(({ body }) => body), shipped.filter(({ id }) => !ids.has(id)));
  return problems.map(({ at, path, ...said }) => lineFor(given[at] as Given, path, problemSentence(said)));
}

async function drop(user: string, ids: readonly string[], io: Io): Promise<number> {
  const { dropPacks } = await import("../../lib/server/drop-packs.ts");
  const answer = await actingFor(user, (actor) => dropPacks(actor, ids));
  if ("refusals" in answer) for (const one of answer.refusals) io.complain(refusalLine(one, []));
  else io.line(`${ids.length} ${ids.length === 1 ? "pack" : "packs"} left out`);
  return "refusals" in answer ? 1 : 0;
}

async function publishFor(user: string, given: readonly Given[]): Promise<string[]> {
  const { publishPacks } = await import("../../lib/server/publish-packs.ts");
  const answer = await actingFor(user, (actor) => publishPacks(actor, given.map(({ body }) => body)));
  return "refusals" in answer ? answer.refusals.map((one) => refusalLine(one, given)) : [];
}

async function actingFor<T>(user: string, act: (actor: PersonActor) => Promise<T>): Promise<T> {
  const { withRecord } = await import("../serve/database.ts");
  const answers: T[] = [];
  await withRecord("schema", async () => {
    answers.push(await act(await actorNamed(user)));
    return 0;
  });
  return answers[0] as T;
}

function refusalLine({ code, path = "", params = {} }: Refusal, given: readonly Given[]): string {
  if (code !== "brokenRule") return translator("en")(`refusals.${code}`, params);
  const [number = "", of, ...inside] = path.split(".");
  const sentence = problemSentence({ code: params.problem as PackProblemCode, found: String(params.found), expected: String(params.expected) });
  const one = of === "pack" ? given[Number(number)] : undefined;
  return one ? lineFor(one, inside.map((part) => (/^\d+$/.test(part) ? Number(part) : part)), sentence) : `${path}: ${sentence}`;
}

function lineFor({ path, file, at }: Given, inside: readonly (string | number)[], sentence: string): string {
  return `${path}:${file.lineOf(at, inside)}: ${inside.join(".")}: ${sentence}`;
}

function readGiven(path: string): Given[] {
  const file = readPackFile(textIn(path));
  if ("notJson" in file) throw failure(`${path}:${file.notJson}: this is not JSON`);
  return file.bodies.map((body, at) => ({ path, file, at, body }));
}

function userIn(args: readonly string[]): string {
  const { user } = readOptions(args, { user: { type: "string" } }, true);
  if (!user) throw wrongUsage(`--user is missing; usage: ${usage}`);
  return user;
}
