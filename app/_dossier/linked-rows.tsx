import { KindIcon } from "@/app/_ui/kind-icon";
import { RouteGlyph } from "@/app/_ui/route-glyph";
import { RowList } from "@/app/_ui/row-list";
import { Tag } from "@/app/_ui/tag";
import { cityName, statusTag } from "@/app/_request/words";
import type { LinkedItem, LinkedSeen } from "@/db/queries/linked-requests";
import { reader, type Reader } from "@/lib/server/language";

/** The requests of a dossier: role and number of each, and of those that the reader sees what it is, whose move, and the days that matter. */
export async function LinkedRows({ requests }: { requests: readonly LinkedItem[] }) {
  const words = await reader();
  const { language, t, ui } = words;
  return (
    <RowList
      items={requests.map(({ request, number, role, seen }) => ({
        id: request,
        title: (
          <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <span className="text-xs font-normal text-ink-3">{t(`dossier.role.${role}`)}</span>
            {seen ? <><KindIcon kind={seen.kind} className="size-4 text-ink-3" /><a href={`/requests/${request}`}>{seen.title || t("pages.untitled")}</a></> : null}
            <span className="font-mono text-2xs font-normal text-ink-3">{number}</span>
          </span>
        ),
        detail: seen ? <><RouteGlyph t={ui} from={cityName(seen.fromCity, language)} to={cityName(seen.toCity, language)} /><span className="block">{standing(seen, words)}</span></> : t("dossier.withheld"),
        end: seen && <Tag state={statusTag[seen.status]}>{ui(`status.${seen.status}`)}</Tag>,
      }))}
    />
  );
}

/** Whose move it is, since when, and when it crosses. */
function standing({ status, open, requester, changedAt, crossing, permitUntil }: LinkedSeen, { language, t, format }: Reader): string {
  const moves = status === "draft" ? [t("dossier.move.draft", { who: requester })] : status === "returned" ? [t("dossier.move.returned", { who: requester })] : open.map(({ who, deskNames, officeNames, since }) => t("dossier.move.desk", { desk: format.joined([who ?? deskNames?.[language], officeNames?.[language]]), day: format.nearDate(since ?? changedAt) }));
  const days = [crossing && t("dossier.crossing", { day: format.nearDate(crossing) }), permitUntil && t("dossier.until", { day: format.nearDate(permitUntil) })];
  return [...moves, ...days].filter(Boolean).join(" · ");
}
