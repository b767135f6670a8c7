import { EmptyState } from "@/app/_ui/empty-state";
import type { DocumentRead } from "@/db/queries/documents";
import { reader } from "@/lib/server/language";
import { deskNames } from "@/lib/server/place-names";
import { requireActor } from "@/lib/server/session";
import { readWhy } from "./read-why";

/** Who opened which paper, when, and as what. */
export async function PaperReads({ reads }: { reads: readonly DocumentRead[] }) {
  const [actor, { language, t, format }] = await Promise.all([requireActor(), reader()]);
  if (reads.length === 0) return <EmptyState>{t("pages.papers.nobody")}</EmptyState>;
  const names = await deskNames(actor, reads.flatMap(({ desk }) => (desk === null ? [] : [desk])), language);
  return (
    <ul className="grid gap-2 text-sm">
      {reads.map((read) => (
        <li key={read.id}>
          {read.document === null ? t("pages.papers.openedRequest", { person: read.person }) : t("pages.papers.opened", { person: read.person, document: read.document })}
          <span className="block text-xs text-ink-3">
            <time dateTime={read.at}>{format.dateTime(read.at)}</time> · {readWhy(read, names, { t, format })}
          </span>
        </li>
      ))}
    </ul>
  );
}
