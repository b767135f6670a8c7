import type { Layout, ReadRow, Row } from "../layouts.ts";

/** The Harmonized System: chapters, headings and subheadings. */
export const hsLayout: Layout = {
  id: "harmonized-system",
  kind: "hs-codes",
  columns: ["hscode", "description", "level"],
  read(row: Row): ReadRow {
    const code = (row.hscode ?? "").replaceAll(".", "").trim();
    if (!/^\d{2}(\d{2}){0,2}$/.test(code)) return { wrong: `${row.hscode || "an empty cell"} is no HS code` };
    const name = (row.description ?? "").trim();
    if (name === "") return { wrong: "no description" };
    const spelled = [code.slice(0, 4), code.slice(4)].filter((part) => part !== "").join(".");
    return { code, names: { en: name }, also: spelled === code ? [] : [spelled], attributes: { level: row.level ?? "" } };
  },
};
