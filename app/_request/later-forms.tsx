import { ButtonLink } from "@/app/_ui/button";
import { Panel } from "@/app/_ui/panel";
import type { ShownEvent } from "@/db/queries/request-events";
import { appealStep } from "@/lib/workflow/appeal";
import { reader } from "@/lib/server/language";
import type { OfferedMove } from "@/lib/server/moves-offered";
import type { DetailStep, RequestDetail } from "@/lib/server/request-detail";
import type { FormField } from "./form-input";
import { MoveForms } from "./move-form";
import { may } from "./may";
import { RequestForm } from "./request-form";
import { StepForm } from "./step-form";
import { outcomeWord } from "./step-tag";

const ways = ["appeal", "renew", "withdrawAmendment", "suspend", "reinstate", "reissue", "transfer", "correct"] as const;
const grave: readonly string[] = ["suspend", "withdrawAmendment"];

/** What can still be asked for, or done, once the first decision is behind a request: shown to whoever may. */
export async function LaterForms({ detail, events, moves }: { detail: RequestDetail; events: readonly ShownEvent[]; moves: readonly OfferedMove[] }) {
  const { t, format } = await reader();
  const amends = may(detail, "amend");
  const entries = events.flatMap((event) => ("withheld" in event || event.type === "comment.added" ? [] : [{ value: String(event.seq), label: `${event.seq} · ${t(`pages.event.${event.type.replace(".", "-")}`)} · ${format.shortDate(event.at)}` }]));
  const shown = ways.filter((command) => may(detail, command) && (command !== "correct" || entries.length > 0));
  if (shown.length === 0 && !amends && moves.length === 0) return null;
  const called = (command: (typeof ways)[number]) => t(command === "withdrawAmendment" && detail.amendment?.as === "renewal" ? "after.forms.withdrawRenewal" : `after.forms.${command}`);
  const reason: FormField = { is: "area", name: "reason", label: t("pages.end.reason"), rows: 2 };
  const fields: Readonly<Record<(typeof ways)[number], readonly FormField[]>> = {
    appeal: [reason],
    renew: [{ is: "hidden", name: "window.from", value: detail.permit?.validFrom ?? "" }, { is: "date", name: "window.to", label: t("after.amend.to") }, reason],
    withdrawAmendment: [reason],
    suspend: [reason],
    reinstate: [reason],
    reissue: [{ is: "hidden", name: "replaces", value: detail.permit?.number ?? "" }, reason],
    transfer: [{ is: "select", name: "to", label: t("after.forms.to"), options: detail.team.map((id) => ({ value: id, label: detail.names.people[id] ?? id })), empty: t("ui.answer.choose") }, reason],
    correct: [{ is: "select", name: "what", label: t("after.forms.what"), options: entries, empty: t("ui.answer.choose") }, { is: "area", name: "text", label: t("after.forms.right"), rows: 2 }],
  };
  return (
    <div data-screen>
      <Panel title={t("after.forms.title")} padded>
        {amends && <p className="pb-3"><ButtonLink href={`/requests/${detail.id}/amend`}>{t("after.amend.title")}</ButtonLink></p>}
        {shown.map((command) => (
          <RequestForm key={command} request={detail.id} command={command} folded={{ within: true, summary: called(command) }} next={command === "renew" ? `/requests/${detail.id}#amendment` : undefined} fields={fields[command]} label={called(command)} look={grave.includes(command) ? "danger" : "plain"} />
        ))}
        <MoveForms detail={detail} moves={moves} />
      </Panel>
    </div>
  );
}

/** What may be done at a step besides deciding it: the second look of an appeal, or dropping what is not needed any more. */
export async function StepForms({ detail, step }: { detail: RequestDetail; step: DetailStep }) {
  const { t } = await reader();
  const drops = detail.allowed.some((one) => one.command === "dropStep" && one.step === step.id && one.allowed);
  const looks = step.id === appealStep && detail.allowed.some(({ command, allowed }) => command === "decideAppeal" && allowed);
  const reason: FormField = { is: "area", name: "reason", label: t("pages.end.reason"), rows: 2 };
  return (
    <>
      {looks && (
        <div data-screen id="decideAppeal" tabIndex={-1}>
          <Panel title={t("after.forms.decideAppeal")} padded>
            <StepForm
              detail={detail}
              step={step}
              command="decideAppeal"
              fields={[{ is: "select", name: "outcome", label: t("after.forms.outcome"), options: (["upheld", "overturned"] as const).map((value) => ({ value, label: outcomeWord(value, t) })), empty: t("ui.answer.choose") }, reason]}
              label={t("after.forms.decideAppeal")}
              look="first"
            />
          </Panel>
        </div>
      )}
      {drops && (
        <div data-screen>
          <Panel title={t("after.forms.dropStep")} padded>
            <StepForm detail={detail} step={step} command="dropStep" fields={[reason]} label={t("after.forms.dropStep")} look="danger" />
          </Panel>
        </div>
      )}
    </>
  );
}
