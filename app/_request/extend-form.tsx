import { Button } from "@/app/_ui/button";
import { Panel } from "@/app/_ui/panel";
import { reader } from "@/lib/server/language";
import type { DetailStep, RequestDetail } from "@/lib/server/request-detail";
import { refusalSentence } from "./outcome";
import { StepForm } from "./step-form";

/** More time for a step, given by the head of its desk; nobody else sees it. What stands against it is said. */
export async function ExtendForm({ detail, step }: { detail: RequestDetail; step: DetailStep }) {
  const words = await reader();
  const { t } = words;
  const may = detail.allowed.find((one) => one.command === "extend" && one.step === step.id);
  if (!may || step.clock === null || may.reasons.some(({ code }) => code === "notPermitted")) return null;
  const here = `/requests/${detail.id}/decide/${step.id}`;
  return (
    <div data-screen>
      <Panel title={t("pages.clock.extend.title")} padded>
        {may.allowed ? (
          <StepForm
            detail={detail}
            step={step}
            command="extend"
            fields={[
              { is: "number", name: "workingDays", label: t("pages.clock.extend.days"), hint: t("pages.clock.extend.hint", { most: step.clock.workingDays }) },
              { is: "area", name: "reason", label: t("pages.clock.extend.why"), rows: 2 },
            ]}
            label={t("pages.clock.extend.extend")}
            next={here}
          />
        ) : <Button reason={words.format.sentences(may.reasons.map((reason) => refusalSentence(reason, words, detail.names.steps)))}>{t("pages.clock.extend.extend")}</Button>}
      </Panel>
    </div>
  );
}
