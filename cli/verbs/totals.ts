import { organisationByIdOrRor } from "../../db/config.ts";
import { asReader } from "../../db/client.ts";
import { accountsOfYear } from "../../db/queries/accounts.ts";
import { readRor } from "../../lib/kind/identifiers.ts";
import { yearTotals } from "../../lib/server/year-totals.ts";
import { failure, wrongUsage } from "../failure.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "totals --organisation ROR --year YEAR [--json]";
export const summary = "what statutes count for an organisation in a calendar year, how far the next threshold is, and what is left of its quotas";
export const needs = "begun";

export default async function totals(args: readonly string[], io: Io): Promise<number> {
  const { organisation: named = "", year = "", json } = readOptions(args, { organisation: { type: "string" }, year: { type: "string" }, json: { type: "boolean" } });
  if (!/^[12]\d{3}$/.test(year.trim())) throw wrongUsage(`--year ${JSON.stringify(year.slice(0, 40))} is no year, written as 2026`);
  const ror = readRor(named.trim());
  const organisation = await asReader({ kind: "system" }, (tx) => organisationByIdOrRor(tx, ror.ok ? ror.id : named.trim()));
  if (!organisation) throw failure(`no organisation is called ${JSON.stringify(named.slice(0, 60))}: name its ROR or its id here`);
  const [counted, accounts] = await Promise.all([yearTotals(organisation.id, year.trim()), accountsOfYear({ kind: "system" }, organisation.id, Number(year))]);
  const whose = { organisation: organisation.id, ror: organisation.ror, year: Number(year) };
  for (const { fact, requests, ...one } of counted) {
    if (json) io.json({ ...whose, kind: "statutory", fact, ...one, requests });
    else io.line([fact, one.jurisdiction ?? one.person, `${one.total} ${one.unit}`, `${one.used} gone`, `${one.reserved} to go`, one.next ? `${one.next.left} to ${one.next.above ? "more than " : ""}${one.next.value}` : ""].join("\t"));
  }
  for (const { quota, grant, unit, limit, reserved, used, left, desk } of accounts) {
    if (json) io.json({ ...whose, ...(grant ? { kind: "grant", regime: grant.regime, number: grant.number } : { kind: "quota" }), quota, desk, unit, limit, reserved, used, left });
    else io.line([quota, desk, `${left} of ${limit} ${unit} left`, `${used} used`, `${reserved} set aside`].join("\t"));
  }
  return 0;
}
