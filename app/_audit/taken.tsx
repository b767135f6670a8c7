import type { TakenAway } from "@/db/queries/audit-search";
import { isId } from "@/lib/id";
import { reader } from "@/lib/server/language";

/** What somebody took away as a file: `Events: sample, status = open, CSV, 12 rows`. */
export async function Taken({ taken: { what = "events", asked, format: form, rows, isWhole } }: { taken: TakenAway }) {
  const { t, format } = await reader();
  const name = t(`audit.taken.${what}`);
  const how = [form.toUpperCase(), rows === null ? t("audit.taken.begun") : t("audit.taken.rows", { count: rows }), isWhole === false && t("audit.taken.broken")];
  if (what === "record" && isId(asked)) return <><a href={`/audit/${asked}`}>{name}</a> · {format.joined(how)}</>;
  const question = what === "bundle" || what === "record" ? asked : [...new URLSearchParams(asked)].map(([field, value]) => (field === "q" ? value : `${field} = ${value}`)).join(" · ");
  return <>{format.pair(name, question === "" ? t("audit.taken.everything") : question)} · {format.joined(how)}</>;
}
