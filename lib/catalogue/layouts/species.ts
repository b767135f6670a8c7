import { readUnNumber } from "../../kind/identifiers.ts";
import type { Entry } from "../entry.ts";
import type { Layout, ReadRow, Row } from "../layouts.ts";

const appendices: Readonly<Record<string, string>> = { "1": "I", "2": "II", "3": "III", I: "I", II: "II", III: "III" };

/** Species of the CITES appendices, by their scientific and Chinese names. */
export const citesLayout: Layout = {
  id: "cites-zh",
  kind: "cites-species",
  columns: ["binomial", "cnName", "appendix"],
  read(row: Row): ReadRow {
    const name = (row.binomial ?? "").trim();
    const appendix = appendices[(row.appendix ?? "").trim()];
    if (name === "") return { wrong: "no scientific name" };
    if (!appendix) return { wrong: `${row.appendix || "an empty cell"} is no appendix` };
    const chinese = (row.cnName ?? "").trim();
    return { code: name, names: { en: name, ...(chinese && { "zh-Hans": chinese }) }, also: [row.family ?? ""].filter((one) => one !== ""), attributes: { appendix, ...(row.comment && { comment: row.comment }) } };
  },
};

const categories: Readonly<Record<string, string>> = { 第一类: "cat1", 第二类: "cat2", 第三类: "cat3", 第四类: "cat4" };

/** The Mainland's list of pathogens that infect people: category, laboratory level, transport. */
export const nhcPathogens: Layout = {
  id: "nhc-2023",
  kind: "pathogens",
  columns: ["kind", "no", "name_zh", "name_latin_or_en", "hazard_class"],
  read(row: Row): ReadRow {
    const category = categories[(row.hazard_class ?? "").trim()];
    if (!row.name_zh || !row.no) return { wrong: "no name" };
    if (!category) return { wrong: `${row.hazard_class || "an empty cell"} is no category` };
    const un = row.un_number ? readUnNumber(row.un_number) : null;
    // No number above these has been given out: what is higher is a slip of the pen.
    if (un === undefined || (un && Number(un.slice(2)) > highestUnNumber)) return { wrong: `${row.un_number} is no UN number` };
    const latin = (row.name_latin_or_en ?? "").trim();
    // A letter behind the level points to a footnote.
    const [level] = /^BSL-[1-4]/.exec((row.lab_level_culture ?? "").trim()) ?? [];
    // Two of the list's own numbers stand twice: the name tells entries apart.
    const attributes: Entry["attributes"] = { category, ...(level && { laboratory: level }), ...(row.transport_category && { transport: row.transport_category }), ...(un && { un }) };
    return { code: `${row.kind} ${row.name_zh}`, names: { "zh-Hans": row.name_zh, ...(latin && { en: latin }) }, also: [], attributes };
  },
};

const highestUnNumber = 3600;

/** Hazard groups of the United Kingdom, by taxon. */
export const hsePathogens: Layout = {
  id: "hse",
  kind: "pathogens",
  columns: ["taxon_id", "name", "hse_hazard_group"],
  read(row: Row): ReadRow {
    if (!/^\d{1,9}$/.test(row.taxon_id ?? "")) return { wrong: `${row.taxon_id || "an empty cell"} is no taxon` };
    if (!row.name) return { wrong: "no name" };
    const group = row.hse_hazard_group ?? "";
    // Groups stand beside some taxa only; a star marks agents that do not usually infect through the air.
    if (!/^([1-4]\*?)?$/.test(group)) return { wrong: `${group} is no hazard group` };
    return { code: `taxon-${row.taxon_id}`, names: { en: row.name }, also: [], attributes: group === "" ? {} : { hazardGroup: group } };
  },
};
