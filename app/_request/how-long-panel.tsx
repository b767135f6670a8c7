import { Histogram } from "@/app/_ui/histogram";
import { Panel } from "@/app/_ui/panel";
import { howLong } from "@/lib/server/how-long";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";

/** How long the step that a case stands at usually takes, from real cases, and where this one is among them. */
export async function HowLong({ detail }: { detail: RequestDetail }) {
  const { language, t, format } = await reader();
  const step = detail.steps.find(({ status }) => status === "open");
  if (!step || detail.target.at !== "live") return null;
  const spread = await howLong(detail.target.state.workflow.id, step.id);
  const here = step.time?.day;
  return (
    <Panel title={t("case.howLong.title")} count={spread ? t("case.howLong.count", { n: spread.n }) : undefined} padded>
      <p className="pb-2 text-sm text-ink-2">{step.name[language]}</p>
      {spread !== null && <p className="pb-2 text-xs text-ink-3">{t("case.howLong.measured")}</p>}
      {spread === null ? <p className="text-sm text-ink-2">{t("case.howLong.few")}</p> : (
        <Histogram
          counts={spread.counts}
          here={here}
          half={{ day: spread.half, words: t("case.howLong.half", { day: format.number(spread.half) }) }}
          nine={{ day: spread.nine, words: t("case.howLong.nine", { day: format.number(spread.nine) }) }}
          label={t("case.howLong.label", { n: spread.n, half: spread.half, nine: spread.nine })}
        />
      )}
    </Panel>
  );
}
