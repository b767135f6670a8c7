import { isId } from "@/lib/id";
import type { AuditRow } from "@/db/queries/audit-search";
import type { Translator } from "@/lib/server/translate";

/** By which name a part of the set-up goes; what has none but an id is told by what it is. */
function subjectWords(subject: string): string | null {
  const name = subject.replace(/^[\w-]+:/, "");
  return isId(name) ? null : name;
}

/** What an entry of the record is about, with the way to it where there is one, and by which name or number it goes. */
export function aboutOf({ requestId, title, number, setUp, account, isDossier }: AuditRow, t: Translator) {
  if (setUp) return { title: <>{t(`audit.of.${setUp.of}`)}</>, name: setUp.people.length > 0 ? <span className="font-sans text-xs">{setUp.people.join(" · ")}</span> : subjectWords(setUp.subject) };
  if (account) return { title: <a href={`/quotas/${account.organisation}/${account.quota}/${account.year}`}>{t("case.quota.name", { quota: account.quota, year: String(account.year) })}</a>, name: number ?? account.organisation };
  return { title: <a href={`/${isDossier ? "dossiers" : "audit"}/${requestId}`}>{title || t("pages.untitled")}</a>, name: number };
}
