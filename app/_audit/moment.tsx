import { Button, ButtonLink } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/inputs";
import { Panel } from "@/app/_ui/panel";
import type { CaseAt } from "@/lib/server/case-at";
import { reader } from "@/lib/server/language";

type Asked = { readonly at: string; readonly error: string | undefined };

/** Through the history of a case, moment by moment: the one before, the one after, any by its number or time, and back to today. Plain links and a plain form. */
export async function MomentBar({ id, shown, asked }: { id: string; shown: Pick<CaseAt, "seq" | "at" | "last"> | null; asked: Asked }) {
  const { t, ui, format } = await reader();
  const to = (seq: number) => `/audit/${id}?at=${seq}`;
  return (
    <Panel title={t("audit.moment.title")} count={shown ? t("audit.moment.of", { seq: shown.seq, last: shown.last }) : t("audit.moment.now")} padded screen>
      {shown && <p className="pb-3 text-sm"><b>{t("audit.moment.stood", { at: format.dateTime(shown.at) })}</b></p>}
      <form method="get" action={`/audit/${id}`} className="flex flex-wrap items-end gap-3">
        <TextField question={{ t: ui, name: "at", label: t("audit.moment.at"), hint: t("audit.moment.hint"), error: asked.error }} size="sm" defaultValue={asked.at} />
        <Button>{t("audit.moment.show")}</Button>
        {shown && shown.seq > 1 && <ButtonLink href={to(shown.seq - 1)}>{t("audit.moment.before")}</ButtonLink>}
        {shown && shown.seq < shown.last && <ButtonLink href={to(shown.seq + 1)}>{t("audit.moment.after")}</ButtonLink>}
        {shown && <ButtonLink href={`/audit/${id}`}>{t("audit.moment.today")}</ButtonLink>}
      </form>
    </Panel>
  );
}
