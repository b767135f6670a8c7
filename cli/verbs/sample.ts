import { draw } from "../../lib/audit/sampling/draw.ts";
import { SampleSize, Seed, StrataBy } from "../../lib/audit/sampling/asked.ts";
import type { Item } from "../../lib/audit/sampling/population.ts";
import { newSeed } from "../../lib/server/new-seed.ts";
import type { DrawnSample } from "../../lib/server/draw-sample.ts";
import { failure, wrongUsage } from "../failure.ts";
import { refusalsInWords } from "../in-words.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "sample --size N [--seed TEXT] [--by KEYS] [--at-least-one] [--question TEXT] [--user EMAIL] [--json] < IDS";
export const summary = "draws a sample that anybody can draw again, from ids on standard input (id, or id, a tab and its stratum, one a line); or, as an auditor, from the requests that match a question, by kind,corridor,outcome,month,desk,organisation";
export const needs = "own";

type Found = { readonly seed: string; readonly drawn: DrawnSample["drawn"] | Exclude<ReturnType<typeof draw<Item>>, { readonly refusals: unknown }> };

export default async function sample(args: readonly string[], io: Io): Promise<number> {
  const { size: many = "", seed: typed, by: keys, "at-least-one": atLeastOne = false, question, user, json = false } = readOptions(args, { size: { type: "string" }, seed: { type: "string" }, by: { type: "string" }, "at-least-one": { type: "boolean" }, question: { type: "string" }, user: { type: "string" }, json: { type: "boolean" } });
  const size = SampleSize.safeParse(many);
  if (!size.success) throw wrongUsage(`--size ${JSON.stringify(many.slice(0, 40))} is no whole number from 1 to 500`);
  const seed = Seed.safeParse(typed ?? newSeed());
  if (!seed.success) throw wrongUsage("--seed is a line of at most 200 characters");
  const by = StrataBy.safeParse(keys === undefined ? [] : keys.split(","));
  if (!by.success) throw wrongUsage("--by names kind, corridor, outcome, month, desk or organisation, each once, with commas between");
  if (user === undefined && (question !== undefined || by.data.length > 0)) throw wrongUsage("a question is asked as an auditor: --user EMAIL; from standard input the strata come with the ids");
  const asked = { size: size.data, seed: seed.data, atLeastOne };
  const { drawn } = user === undefined ? fromLines(itemsIn(await io.input()), asked) : await fromQuestion(user, { question: question ?? "", sample: { ...asked, by: by.data } });
  const { population, strata, sample: items } = drawn;
  if (json) io.json({ seed: asked.seed, size: asked.size, atLeastOne, population, strata, items });
  else {
    io.complain(`seed ${asked.seed}, ${items.length} of ${population.size}, population ${population.digest}`);
    for (const one of items) io.line([one.item, ...("number" in one ? [String(one.number)] : []), ...(one.stratum === undefined ? [] : [one.stratum])].join("\t"));
  }
  return 0;
}

function itemsIn(text: string): Item[] {
  const lines = text.split(/\r\n|\n/).filter((line) => line.trim() !== "");
  const items = lines.map((line): Item => {
    const [item = "", stratum] = line.split("\t");
    return { item: item.trim(), ...(stratum !== undefined && { stratum: stratum.trim() }) };
  });
  if (items.some(({ stratum }) => (stratum === undefined) !== (items[0]?.stratum === undefined))) throw failure("either every line names a stratum, after a tab, or none does");
  return items;
}

function fromLines(items: readonly Item[], asked: { readonly size: number; readonly seed: string; readonly atLeastOne: boolean }): Found {
  const drawn = draw(items, asked);
  if ("refusals" in drawn) throw failure(refusalsInWords(drawn.refusals));
  return { seed: asked.seed, drawn };
}

async function fromQuestion(user: string, { question, sample: asked }: { readonly question: string; readonly sample: Parameters<typeof import("../../lib/server/draw-sample.ts").drawSample>[1]["sample"] }): Promise<Found> {
  const { withDatabase } = await import("../serve/database.ts");
  const [{ personActor }, { drawSample }, { questionOption }] = await Promise.all([import("../../lib/server/person.ts"), import("../../lib/server/draw-sample.ts"), import("../question-option.ts")]);
  const found: Awaited<ReturnType<typeof drawSample>>[] = [];
  await withDatabase("database", async () => {
    const actor = await personActor(user);
    return found.push(actor && (await drawSample(actor, { question: (await questionOption(actor, question)).params, sample: asked })));
  });
  const [one] = found;
  if (!one) throw failure(`${user} audits nothing here`);
  if ("refusals" in one) throw failure(refusalsInWords(one.refusals));
  return one;
}
