import type { TakenAway } from "@/db/queries/audit-search";
import { isId } from "@/lib/id";
import { type Reader, reader } from "@/lib/server/language";
import { recordParams } from "@/lib/server/take-away/question";
import { askedWords } from "./asked-words";

/** What somebody took away as a file: `Events: sample; Step approved · CSV, 12 rows`. */
export async function Taken({ taken: { what, asked, format: form, rows, isWhole } }: { taken: TakenAway }) {
  const words = await reader();
  const { t, format } = words;
  const name = t(`audit.taken.${what}`);
  const how = [form.toUpperCase(), rows === null ? t("audit.taken.begun") : t(what === "bundle" ? "audit.taken.parts" : "audit.taken.rows", { count: rows }), isWhole === false && t("audit.taken.broken")];
  if (what === "record" && isId(asked)) return <><a href={`/audit/${asked}`}>{name}</a> · {format.joined(how)}</>;
  const question = what === "bundle" || what === "record" ? asked : questionWords(what, asked, words);
  return <>{format.pair(name, question === "" ? t("audit.taken.everything") : question)} · {format.joined(how)}</>;
}

/** The question of an address; of a list, whose from and to are places, its places and order stand as its address has them. */
function questionWords(what: "events" | "requests", asked: string, words: Reader): string {
  const { from, to, desk, ...params } = recordParams(Object.fromEntries(new URLSearchParams(asked)));
  if (what === "events") return words.format.series(askedWords({ ...params, from, to, desk }, words));
  const rest = [...new URLSearchParams(asked)].filter(([name]) => !(name in params)).map(([name, value]) => `${name} = ${value}`);
  return words.format.series([...askedWords(params, words), ...rest]);
}
