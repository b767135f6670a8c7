import { isQuestion, mustBeNone, narrowingOf, questions } from "../../lib/insight/question.ts";
import { failure, wrongUsage } from "../failure.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "ask QUESTION [--from DAY] [--to DAY] [--organisation ID] [--json]";
export const summary = `answers a question of the whole record: ${questions.join(", ")}; exit 1 where what must be none is found`;
export const needs = "begun";

/** The answer, and then every row of it, a line each. */
export default async function ask(args: readonly string[], io: Io): Promise<number> {
  const { from, to, organisation, json = false } = readOptions(args, { from: { type: "string" }, to: { type: "string" }, organisation: { type: "string" }, json: { type: "boolean" } }, true);
  const [question = "", ...more] = args.filter((one, at) => !one.startsWith("--") && !["--from", "--to", "--organisation"].includes(args[at - 1] ?? ""));
  if (!isQuestion(question) || more.length > 0) throw wrongUsage(`${JSON.stringify(question.slice(0, 40))} is no question; ask one of ${questions.join(", ")}`);
  const { questionAnswer } = await import("../../lib/server/question-answer.ts");
  const { answerShape } = await import("../../lib/server/question-shape.ts");
  const asked = narrowingOf(question).safeParse({ ...(from !== undefined && { from }), ...(to !== undefined && { to }), ...(organisation !== undefined && { organisation }) });
  if (!asked.success) throw wrongUsage(asked.error.issues.map(({ path, message }) => `--${path.join(".")}: ${message}`).join("; "));
  const now = new Date();
  for (let cursor: string | undefined, count = 0; ; ) {
    const answer = await questionAnswer({ kind: "system" }, question, { ...asked.data, ...(cursor !== undefined && { cursor }) }, now);
    if (!answer) throw failure("the record answers nobody");
    const { items, next, ...head } = answerShape(answer, asked.data, "en");
    if (cursor === undefined) {
      count = head.count;
      if (json) io.json(head);
      else for (const line of [head.says, `${Object.entries(head.looked).map(([what, n]) => `${n} ${what}`).join(", ")} looked at`, head.rule.says, head.limits, head.seal ? `newest seal: ${head.seal.size} events, root ${head.seal.root}, ${head.seal.at}` : "nothing is sealed yet"]) io.line(line);
    }
    for (const { at, says, request, entries, ...rest } of items) {
      if (json) io.json({ at, says, request, entries, ...rest });
      else io.line([at ?? "", request?.number ?? "", says, entries.map(({ id, seq }) => `${id}#${seq}`).join(" ")].join("\t"));
    }
    await io.taken();
    if (next === null) return mustBeNone.includes(question) && count > 0 ? 1 : 0;
    cursor = next;
  }
}
