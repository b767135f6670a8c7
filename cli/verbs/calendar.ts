import { basename } from "node:path";
import { calendars, isCalendar } from "../../lib/calendar/calendar-year.ts";
import type { ImportedYear } from "../../lib/server/calendars.ts";
import { actorNamed } from "../actor-named.ts";
import { failure, wrongUsage } from "../failure.ts";
import { bytesIn } from "../file.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "calendar import [CODE] FILE [--user EMAIL] [--json]";
export const summary = `loads a further year of the days off of ${calendars.join(", ")} from a published list: CSV (date, name), JSON or ICS. The calendar follows from the file's name, or CODE says it`;
export const needs = "schema";

export default async function calendar(args: readonly string[], io: Io): Promise<number> {
  const { user, json = false } = readOptions(args, { user: { type: "string" }, json: { type: "boolean" } }, true);
  const [what, ...rest] = args.filter((one, at) => !one.startsWith("--") && args[at - 1] !== "--user");
  const [code, path] = rest.length === 2 ? [rest[0]?.toUpperCase(), rest[1]] : [undefined, rest[0]];
  if (what !== "import" || path === undefined || rest.length > 2) throw wrongUsage(`usage: ${usage}`);
  if (code !== undefined && !isCalendar(code)) throw wrongUsage(`there is no calendar ${code.slice(0, 20)}: ${calendars.join(", ")}`);
  const { importCalendar } = await import("../../lib/server/calendars.ts");
  const result = await importCalendar(user === undefined ? { kind: "system" } : await actorNamed(user), { name: basename(path), bytes: bytesIn(path), calendar: code });
  if ("refusals" in result) throw failure(`${user ?? "the system"} may not change calendars`);
  if (!result.ok) throw failure(`${path}: ${result.why}`);
  const { years, wrong } = result;
  if (json) io.json({ years, wrong });
  else {
    for (const { line, why } of wrong) io.complain(`${path}:${line}: ${why}; left out`);
    for (const year of years) io.line(inWords(year));
    if (years.length === 0) io.complain(`${path}: no whole year is in it`);
  }
  return years.length === 0 || years.some(({ is }) => is === "contradicts") ? 1 : 0;
}

function inWords({ calendar: of, year, is, days }: ImportedYear): string {
  const differing = `${days.slice(0, 10).join(", ")}${days.length > 10 ? ` and ${days.length - 10} more` : ""}`;
  const said = { new: "loaded", unchanged: "known already, nothing changes", changed: `loaded anew, with other days: ${differing}`, contradicts: `not taken: it contradicts the published list that comes with Causeway on ${differing}` } as const;
  return `${of} ${year}: ${said[is]}`;
}
