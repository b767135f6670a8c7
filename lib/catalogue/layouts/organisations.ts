import { readRor } from "../../kind/identifiers.ts";
import type { Entry } from "../entry.ts";
import type { Layout, ReadRow, Row } from "../layouts.ts";

/** Research organisations of the Research Organization Registry, with their names in many languages (`lang:name | …`). */
export const rorLayout: Layout = {
  id: "ror",
  kind: "organisations",
  columns: ["ror_id", "name", "other_names", "status", "country"],
  read(row: Row): ReadRow {
    const ror = readRor(row.ror_id ?? "");
    if (!ror.ok) return { wrong: `${row.ror_id || "an empty cell"} is no ROR identifier` };
    if (!row.name) return { wrong: "no name" };
    const named = (row.other_names ?? "").split(" | ").flatMap((one) => {
      const [, lang = "", name = ""] = /^([a-z-]*):(.*)$/s.exec(one.trim()) ?? [];
      return name.trim() === "" ? [] : [{ lang, name: name.trim() }];
    });
    const pt = named.find(({ lang }) => lang === "pt")?.name;
    const chinese = named.find(({ lang, name }) => lang === "zh" || /^\p{Script=Han}+$/u.test(name))?.name;
    // A registry writes "zh" for both scripts; Hong Kong and Macao write the traditional one.
    const script = ["HK", "MO", "TW"].includes(row.country ?? "") ? "zh-Hant" : "zh-Hans";
    const names: Entry["names"] = { en: row.name, ...(pt && { pt }), ...(chinese && { [script]: chinese }) };
    const also = named.map(({ name }) => name).filter((name) => !Object.values(names).includes(name));
    return { code: ror.id, names, also, attributes: { status: row.status ?? "", country: row.country ?? "", city: row.city ?? "", website: row.website ?? "" } };
  },
};
