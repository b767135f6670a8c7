import { four } from "../../place/four.ts";
import type { Line, LineTable, ReadLines } from "../line-table.ts";
import { defineLines } from "../lines/define-lines.ts";
import { fieldClasses } from "./field-classes.ts";

const mostCounted = 2_000_000_000;

/** With this request, or earlier since 1 January: both count towards the year. */
const moments = {
  now: four("This transfer", "本次", "本次", "Esta transferência"),
  earlier: four("Earlier this year", "今年較早", "今年此前", "Antes, este ano"),
};

/**
 * The data sets, or the transfers of them: how many records, of how many persons, and of how many of them something sensitive.
 * The totals count this transfer and the earlier ones of the year that were written down; others of the institution may have
 * provided more, so a count that was typed stands when it is larger.
 */
export const dataLines: LineTable = defineLines({
  cells: {
    set: { is: "text", most: 120, needed: true },
    fields: { is: "choice", names: fieldClasses, needed: true },
    recipient: { is: "text", most: 120, needed: false },
    when: { is: "choice", names: moments, needed: false },
    records: { is: "whole", min: 1, max: mostCounted, needed: true },
    persons: { is: "whole", min: 0, max: mostCounted, needed: false },
    sensitive: { is: "whole", min: 0, max: mostCounted, needed: false },
  },
  catalogues: { recipient: { of: "organisations", writes: "name", tells: [] } },
  most: 200,
  totalsAreLeast: true,
  facts(lines): ReadLines["facts"] {
    if (lines.length === 0) return {};
    return { "data.pi_count": sum(lines, "persons"), "data.sensitive_count": sum(lines, "sensitive") };
  },
  limitFrom(lines) {
    const now = lines.filter(({ when }) => when !== "earlier");
    return now.length === 0 ? undefined : { value: String(sum(now, "records")), unit: "record" };
  },
});

/** Nobody, where nothing is written: a set of measurements has no persons. */
function sum(lines: readonly Line[], cell: "records" | "persons" | "sensitive"): number {
  return lines.reduce((total, line) => total + Number(line[cell] ?? 0), 0);
}
