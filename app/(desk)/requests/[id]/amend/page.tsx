import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { amend } from "@/app/_request/amend-action";
import { amendable } from "@/app/_request/amendable";
import { caseDetail } from "@/app/_request/case-detail";
import { caseTitle } from "@/app/_request/case-title";
import { CommandForm } from "@/app/_request/command-form";
import { factField } from "@/app/_request/fact-field";
import { Frame } from "@/app/_request/frame";
import { hiddenFields } from "@/app/_request/hidden";
import { refusalSentence } from "@/app/_request/outcome";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { numberForInput } from "@/lib/kind/number-text";
import { reader } from "@/lib/server/language";

type Params = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return caseTitle((await params).id);
}

/** An amendment by difference: the answers as they stand, of which what is changed is asked for, and nothing else. */
export default async function AmendPage({ params }: Params) {
  const [words, { id }] = await Promise.all([reader(), params]);
  const { t, ui } = words;
  const detail = await caseDetail(id);
  const may = detail?.allowed.find(({ command }) => command === "amend");
  if (!detail || !may || detail.window === null || detail.limit === null || may.reasons.some(({ code }) => code === "notPermitted")) notFound();
  return (
    <Frame width="read">
      <PageHead title={t("after.amend.title")} crumbs={[<a key="case" href={`/requests/${id}`} className="font-mono">{detail.number}</a>, detail.title]} lead={t("after.amend.lead")} />
      <Panel padded>
        {may.allowed ? (
          <CommandForm
            action={amend}
            words={{ error: ui("error"), optional: ui("optional") }}
            fields={[
              ...hiddenFields("amend", id),
              { is: "area", name: "reason", label: t("pages.end.reason") },
              { is: "date", name: "window.from", label: t("after.amend.from"), value: detail.window.from },
              { is: "date", name: "window.to", label: t("after.amend.to"), value: detail.window.to },
              { is: "text", name: "limit.value", label: t("after.amend.limit"), hint: t(`facts.units.${detail.limit.unit}.name`), value: numberForInput(detail.limit.value, words.language), size: "sm", inputMode: "decimal" },
              ...amendable(detail).map((field) => factField(field, detail.facts, words)),
            ]}
            submits={[{ label: t("after.amend.send"), look: "first" }]}
          />
        ) : <ul className="grid gap-1 text-sm">{may.reasons.map((reason, at) => <li key={at}>{refusalSentence(reason, words, detail.names.steps)}</li>)}</ul>}
      </Panel>
    </Frame>
  );
}
