import { readCas } from "../../kind/identifiers.ts";
import type { Layout, ReadRow, Row } from "../layouts.ts";

/** Chemicals by CAS registry number, with their synonyms. */
export const casLayout: Layout = {
  id: "chemicals",
  kind: "cas",
  columns: ["cas", "formula", "name", "synonyms"],
  read(row: Row): ReadRow {
    const cas = readCas(row.cas ?? "");
    if (!cas.ok) return { wrong: `${row.cas || "an empty cell"} is no CAS number` };
    const name = row.name || row.iupac_name;
    if (!name) return { wrong: "no name" };
    const synonyms = (row.synonyms ?? "").split(" | ").map((one) => one.trim()).filter((one) => one !== "");
    return { code: cas.id, names: { en: name }, also: [row.iupac_name ?? "", ...synonyms].filter((one) => one !== "" && one !== name).slice(0, 40), attributes: row.formula ? { formula: row.formula } : {} };
  },
};

/** Chemicals of the schedules of the Chemical Weapons Convention. */
export const cwcLayout: Layout = {
  id: "cwc",
  kind: "cas",
  columns: ["schedule", "item", "name", "cas"],
  read(row: Row): ReadRow {
    const cas = readCas(row.cas ?? "");
    if (!cas.ok) return { wrong: `${row.cas || "an empty cell"} is no CAS number` };
    if (!/^[123]$/.test(row.schedule ?? "")) return { wrong: `${row.schedule || "an empty cell"} is no schedule` };
    if (!row.name) return { wrong: "no name" };
    return { code: cas.id, names: { en: row.name }, also: [], attributes: { cwc: row.schedule ?? "" } };
  },
};
