import { Button, ButtonLink } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { TextField } from "@/app/_ui/text-field";
import { More, Panel } from "@/app/_ui/panel";
import type { ShownEvent } from "@/db/queries/request-events";
import type { CaseAt } from "@/lib/server/case-at";
import { reader } from "@/lib/server/language";
import { typeWords } from "@/lib/server/type-words";
import { MomentSlider } from "./moment-slider";

type Asked = { readonly at: string; readonly error: string | undefined };
type Props = { readonly id: string; readonly events: readonly ShownEvent[]; readonly shown: Pick<CaseAt, "seq" | "last"> | null; readonly asked: Asked };

/** Through the history of a case, moment by moment: along a slider, one back, one on, by number or time, and back to today. Plain links and plain forms. */
export async function MomentBar({ id, events, shown, asked }: Props) {
  const { t, ui, format } = await reader();
  const to = (seq: number) => `/audit/${id}?at=${seq}#moment`;
  const last = shown?.last ?? events.at(-1)?.seq ?? 1;
  const at = shown?.seq ?? last;
  const stops = events.map((event) => ("withheld" in event ? t("audit.moment.of", { seq: event.seq, last }) : t("audit.moment.stop", { seq: event.seq, what: typeWords(event.type, t), at: format.dateTime(event.at) })));
  const isTyped = asked.at !== "" && !/^\d+$/.test(asked.at);
  return (
    <Panel id="moment" title={t("audit.moment.title")} count={shown ? t("audit.moment.of", { seq: shown.seq, last }) : t("audit.moment.now")} padded screen>
      {last > 1 && (
        <form method="get" action={`/audit/${id}#moment`} className="grid gap-3">
          <MomentSlider key={at} label={t("audit.moment.slide")} at={at} last={last} stops={stops} />
          <div className="flex flex-wrap items-center gap-3">
            <Button>{t("audit.moment.show")}</Button>
            {at > 1 && <ButtonLink href={to(at - 1)} look="quiet">{t("audit.moment.before")}</ButtonLink>}
            {shown && at < last && <ButtonLink href={to(at + 1)} look="quiet">{t("audit.moment.after")}</ButtonLink>}
            {shown && <ButtonLink href={`/audit/${id}#moment`} look="quiet">{t("audit.moment.today")}</ButtonLink>}
          </div>
        </form>
      )}
      <More within summary={t("audit.moment.byTime")} open={isTyped || asked.error !== undefined}>
        <ErrorSummary t={ui} errors={asked.error === undefined ? [] : [{ field: "at", message: asked.error, of: t("audit.moment.at") }]} />
        <form method="get" action={`/audit/${id}#moment`} className="flex flex-wrap items-end gap-3">
          <TextField question={{ t: ui, name: "at", label: t("audit.moment.at"), hint: t("audit.moment.hint"), error: asked.error }} size="sm" defaultValue={asked.at} />
          <Button>{t("audit.moment.show")}</Button>
        </form>
      </More>
    </Panel>
  );
}
