import { parseArgs, type ParseArgsConfig } from "node:util";
import { wrongUsage } from "./failure.ts";

/** The options of a verb by name; anything else on the line, or a missing value, is wrong usage. */
export function readOptions<const T extends NonNullable<ParseArgsConfig["options"]>>(args: readonly string[], options: T, allowPositionals = false) {
  try {
    return parseArgs({ args: withNegatives(args, options), options, strict: true, allowPositionals }).values;
  } catch (error) {
    const [firstSentence = ""] = (error as Error).message.split(/\. |\.?\n/);
    throw wrongUsage(firstSentence.replaceAll("'", ""));
  }
}

/**
 * Holds a command line to a verb's usage before anything is opened: `--name VALUE` takes a value, `--name` none, and what
 * stands outside brackets must be given.
 */
export function checkUsage(usage: string, args: readonly string[]): void {
  const named = [...usage.matchAll(/(\[)?--([a-z-]+)( [A-Z|]+)?/g)].map(([, bracket, name = "", value]) => ({ name, required: !bracket, type: value ? ("string" as const) : ("boolean" as const) }));
  // A verb with words of its own, such as `catalogue import KIND FILE`, or with a file, reads them itself.
  const hasWords = /^\S+ \[?[a-zA-Z]/.test(usage);
  const given = readOptions(args, Object.fromEntries(named.map(({ name, type }) => [name, { type }])), hasWords);
  const missing = named.filter(({ name, required }) => required && !given[name]);
  if (missing.length > 0) throw wrongUsage(`${missing.map(({ name }) => `--${name}`).join(", ")} missing; usage: ${usage}`);
}

/** `--days -5` as `--days=-5`: the parser takes a value that begins with a dash for an option. */
function withNegatives(args: readonly string[], options: NonNullable<ParseArgsConfig["options"]>): string[] {
  return args.flatMap((one, at) => {
    const before = args[at - 1] ?? "";
    if (/^-\d/.test(one) && takesValue(before, options)) return [];
    const next = args[at + 1] ?? "";
    return [/^-\d/.test(next) && takesValue(one, options) ? `${one}=${next}` : one];
  });
}

function takesValue(arg: string, options: NonNullable<ParseArgsConfig["options"]>): boolean {
  return arg.startsWith("--") && options[arg.slice(2)]?.type === "string";
}
