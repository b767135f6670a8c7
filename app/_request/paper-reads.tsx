import { EmptyState } from "@/app/_ui/empty-state";
import type { DocumentRead } from "@/db/queries/documents";
import { reader } from "@/lib/server/language";

/** Who opened which paper, and when. */
export async function PaperReads({ reads }: { reads: readonly DocumentRead[] }) {
  const { t, format } = await reader();
  if (reads.length === 0) return <EmptyState>{t("pages.papers.nobody")}</EmptyState>;
  return (
    <ul className="grid gap-2 text-sm">
      {reads.map(({ id, document, person, at }) => <li key={id}>{t("pages.papers.opened", { person, document })}<span className="block text-xs text-ink-3"><time dateTime={at}>{format.dateTime(at)}</time></span></li>)}
    </ul>
  );
}
