import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { lineInSource, type Sought } from "../policy/check/line-in-source.ts";
import { packProblems } from "../policy/check/packs.ts";
import type { PackProblem } from "../policy/check/problem.ts";
import type { Pack } from "../policy/pack.ts";
import { translator } from "./translate.ts";

/** What is wrong with the packs that come with the project, each with its file and line: `lib/policy/packs/cn-goods.ts:41: …`. */
export function shippedProblems(packs: readonly Pack[], root = projectRoot): string[] {
  const lines = packProblems(packs).map((problem) => `${placeOf(packs[problem.at] as Pack, problem, root)}: ${problemSentence(problem)}`);
  // A condition that several rules share stands on one line.
  return [...new Set(lines)];
}

/** One clear line about what is wrong, for an operator. */
export function problemSentence({ code, found, expected }: Pick<PackProblem, "code" | "found" | "expected">): string {
  return translator("en")(`rules.problems.${code}`, { found, expected });
}

const projectRoot = fileURLToPath(new URL("../../", import.meta.url));

function placeOf(pack: Pack, { path, found }: PackProblem, root: string): string {
  const regimes: readonly { readonly id: string }[] = Array.isArray(pack.regimes) ? pack.regimes : [];
  const number = path[0] === "regimes" && typeof path[1] === "number" ? path[1] : -1;
  const regime = regimes[number]?.id;
  // What is missing stands nowhere: what it is missing from does.
  const sought = { regime, nth: regimes.slice(0, Math.max(0, number)).filter(({ id }) => id === regime).length, path: found === "" ? path.slice(0, -1) : path, found };
  const file = join(root, "lib/policy/packs", `${pack.id}.ts`);
  if (!existsSync(file)) return `lib/policy/packs, pack ${pack.id}, ${path.join(".")}`;
  const { line, at } = inFileOrWhatItNames(file, sought);
  return `${relative(root, at)}:${line}`;
}

/** Conditions and texts that packs share stand in files beside them. */
function inFileOrWhatItNames(file: string, sought: Sought): { readonly line: number; readonly at: string } {
  const text = readFileSync(file, "utf8");
  const own = lineInSource(text, sought);
  if (own.exact || sought.found === "") return { line: own.line, at: file };
  for (const [, name = ""] of text.matchAll(/from "(\.\/[\w-]+\.ts)"/g)) {
    const beside = join(dirname(file), name);
    const there = lineInSource(readFileSync(beside, "utf8"), { ...sought, regime: undefined, path: [] });
    if (there.exact) return { line: there.line, at: beside };
  }
  return { line: own.line, at: file };
}
