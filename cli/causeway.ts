import { text } from "node:stream/consumers";
import { isFailure, outsideProblem, wrongUsage } from "./failure.ts";
import { checkUsage } from "./options.ts";
import type { Io } from "./verb.ts";
import { isVerb, verbs } from "./verbs.ts";

/** The operator's command: `causeway VERB [OPTION…]`. Answers the exit code: 0 done, 1 refused or not verified, 2 wrong usage. */
export default async function causeway(args: readonly string[]): Promise<number> {
  const [name = "help", ...rest] = args;
  const verb = name === "--help" || name === "-h" ? "help" : name;
  if (verb !== "start") console.log = console.info = console.error;
  try {
    if (!isVerb(verb)) throw wrongUsage(`there is no verb ${JSON.stringify(verb.slice(0, 40))}; help lists them`);
    return await run(verb, rest);
  } catch (error) {
    if (isFailure(error)) {
      io.complain(`causeway: ${error.message}`);
      return error.exitCode;
    }
    const outside = outsideProblem(error);
    if (outside === null) throw error;
    io.complain(`causeway: ${outside}`);
    return 1;
  }
}

async function run(name: keyof typeof verbs, args: readonly string[]): Promise<number> {
  const verb = await verbs[name]();
  if (args.includes("--help")) {
    io.line(`causeway ${verb.usage}`);
    return 0;
  }
  checkUsage(verb.usage, args);
  if (verb.needs === "nothing" || verb.needs === "own") return verb.default(args, io);
  const { withRecord } = await import("./serve/database.ts");
  return withRecord(verb.needs, () => verb.default(args, io));
}

const io: Io = {
  line: (line) => void process.stdout.write(`${line}\n`),
  json: (value) => void process.stdout.write(`${JSON.stringify(value)}\n`),
  taken: () => new Promise((taken) => void process.stdout.write("", () => taken())),
  complain: (line) => void process.stderr.write(`${line}\n`),
  input: () => text(process.stdin),
};
