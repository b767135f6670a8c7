import { readUnNumber } from "../../kind/identifiers.ts";
import type { Entry } from "../entry.ts";
import type { Layout, ReadRow, Row } from "../layouts.ts";

/** Transport classes as the facts name them: the division counts only for toxic and infectious substances. */
function transportClass(text: string): string | undefined {
  const [whole = "", division] = text.trim().split(".");
  const name = whole === "6" && division ? `6.${division.slice(0, 1)}` : whole;
  return /^([1-5789]|6\.[12])$/.test(name) ? name : undefined;
}

function unEntry(number: string | undefined, classText: string, name: string, more: Entry["attributes"]): ReadRow {
  const code = readUnNumber((number ?? "").replaceAll(/\s/g, ""));
  if (!code) return { wrong: `${number} is no UN number` };
  const un = transportClass(classText);
  if (!un) return { wrong: `${classText || "an empty cell"} is no transport class` };
  if (name === "") return { wrong: "no name" };
  return { code, names: { en: name }, also: [code.slice(2), `UN ${code.slice(2)}`], attributes: { class: un, ...more } };
}

/** UN numbers from the table of the ADR. */
export const adrLayout: Layout = {
  id: "adr",
  kind: "un-numbers",
  columns: ["un_number", "class", "description"],
  read: (row: Row): ReadRow => unEntry(row.un_number, row.class ?? "", row.description ?? "", row.class_code ? { classCode: row.class_code } : {}),
};

/** Packing groups from the table of 49 CFR 172.101; a substance has a row for each group. */
export const cfr49Layout: Layout = {
  id: "49cfr172.101",
  kind: "un-numbers",
  columns: ["un_id", "class_division", "packing_group", "proper_shipping_name"],
  read(row: Row): ReadRow {
    const groups = (row.packing_group ?? "").split(/[\s,|]+/).filter((group) => /^I{1,3}$/.test(group));
    return unEntry(row.un_id, row.class_division ?? "", oneLine(row.proper_shipping_name), groups.length > 0 ? { packingGroups: groups } : {});
  },
};

/** Cells of that table break their lines with a bar. */
function oneLine(text = ""): string {
  return text.replaceAll(/\s*\|?\s*\n\s*/g, " ").trim();
}
