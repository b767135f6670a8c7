import type { Origin, Told } from "../catalogue/entry.ts";
import { cellProposals, factProposals, type Row, type Standing, standing } from "../catalogue/tells.ts";
import { visibleFields } from "../kind/questions.ts";
import { kindDefinition } from "../kind/registry.ts";
import type { Draft, Warning } from "./draft.ts";

const codes = { fills: "tableFills", offers: "tableOffers", differs: "tableDiffers" } as const satisfies Record<Exclude<Standing, "agrees">, string>;

/**
 * What published tables say of a draft and the draft does not: what they would fill in, where they leave a choice, where an answer
 * is another. Only said: the form fills in what its reader then sees and sends, a command stores what it was given.
 */
export function tableWarnings({ kind, facts, lines }: Pick<Draft, "kind" | "facts" | "lines">, told: readonly Told[]): Warning[] {
  const table = kindDefinition(kind).lines;
  if (table === null) return [];
  const rows = lines as readonly Row[];
  const cells = rows.flatMap((row, at) =>
    cellProposals(table, row, told, "en").flatMap((one) => {
      // A name is nobody's to compare: the table's is one of many.
      const stands = standing(one, String(row[one.cell] ?? ""));
      return one.cell === "item" && stands === "differs" ? [] : warning(stands, `lines.${at}.${one.cell}`, one, { because: one.typed });
    }),
  );
  const asked = new Set(visibleFields(kind, facts).map(({ fact }) => fact));
  const answers = factProposals(table, rows, told).filter(({ fact }) => asked.has(fact));
  return [...cells, ...answers.flatMap((one) => warning(standing(one, String(facts[one.fact] ?? "")), `facts.${one.fact}`, one, { lines: one.lines.join(", ") }))];
}

function warning(stands: Standing, path: string, { values, from }: { readonly values: readonly string[]; readonly from: readonly Origin[] }, params: Readonly<Record<string, string>>): Warning[] {
  if (stands === "agrees") return [];
  return [{ code: codes[stands], path, params: { values: values.join(" | "), ...params, sources: from.map(({ source, on }) => (on === null ? source : `${source} ${on}`)).join(", ") } }];
}
