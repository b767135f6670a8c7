import { parseArgs, type ParseArgsConfig } from "node:util";
import { wrongUsage } from "./failure.ts";

/** The options of a verb by name; anything else on the line, or a missing value, is wrong usage. */
export function readOptions<const T extends NonNullable<ParseArgsConfig["options"]>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const [firstSentence = ""] = (error as Error).message.split(". ");
    throw wrongUsage(firstSentence.replaceAll("'", ""));
  }
}
