import { z } from "zod";
import { EmptyState } from "@/app/_ui/empty-state";
import { Pager } from "@/app/_ui/pager";
import { documentReadCount, documentReadsOf } from "@/db/queries/documents";
import { reader } from "@/lib/server/language";
import { deskNames } from "@/lib/server/place-names";
import { requireActor } from "@/lib/server/session";
import { readWhy } from "./read-why";

/** Who opened which paper of a request, when, and as what; a page of them, `after` the reading that the address names, on the page that is `here`. */
export async function PaperReads({ request, after, here }: { request: string; after: unknown; here: string }) {
  const [actor, { language, t, ui, format }] = await Promise.all([requireActor(), reader()]);
  const before = z.uuid().safeParse(after).data;
  const [{ items, next }, { count, more }] = await Promise.all([documentReadsOf(actor, request, { before, limit: 25 }), documentReadCount(actor, request)]);
  if (items.length === 0 && before === undefined) return <EmptyState>{t("pages.papers.nobody")}</EmptyState>;
  const names = await deskNames(actor, items.flatMap(({ desk }) => (desk === null ? [] : [desk])), language);
  return (
    <>
      <ul className="grid gap-2 text-sm empty:hidden">
        {items.map((read) => (
          <li key={read.id}>
            {read.document === null ? t("pages.papers.openedRequest", { person: read.person }) : t("pages.papers.opened", { person: read.person, document: read.document })}
            <span className="block text-xs text-ink-3">
              <time dateTime={read.at}>{format.dateTime(read.at)}</time> · {readWhy(read, names, { t, format })}
            </span>
          </li>
        ))}
      </ul>
      <Pager t={ui} list="reads" older={next === null ? undefined : `${here}?reads=${next}`} newer={before === undefined ? undefined : `${here}?reads=newest`} shown={t(more ? "pages.papers.readsMore" : "pages.papers.readsCount", { count })} />
    </>
  );
}
