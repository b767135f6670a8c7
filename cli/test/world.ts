import { join } from "node:path";
import { causeway } from "../../tests/support/causeway.ts";
import { failure } from "../failure.ts";
import { ownFolder } from "./own-folder.ts";

/** A data folder with the demonstration world, made at the first question and once for all suites, which copy it. */
export function world(): Promise<string> {
  made ??= make();
  return made;
}

let made: Promise<string> | undefined;

async function make(): Promise<string> {
  const data = join(ownFolder(), "data");
  const { code, err } = await causeway(["seed"], { CAUSEWAY_DATA: data });
  if (code !== 0) throw failure(`the demonstration world could not be made: ${err.trim()}`);
  return data;
}
