import type { Metadata } from "next";
import type { FormField } from "@/app/_request/form-input";
import { Frame } from "@/app/_request/frame";
import { refusalSentence } from "@/app/_request/outcome";
import { PageHead } from "@/app/_ui/page-head";
import { inbox } from "@/db/queries/inbox";
import { rejectionCodes } from "@/lib/request/commands/reject";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { decideRows } from "../actions";
import { readRow } from "../rows";
import { BatchForm, type BatchRow } from "./batch-form";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("pages.batch.title") };
}

/** As many as one call decides. */
const most = 50;

/** What was ticked in the queue, to be decided by the same words; each is decided for itself, and what became of it is said. */
export default async function BatchPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, words, search] = await Promise.all([requireActor(), reader(), searchParams]);
  const { language, t, ui, format } = words;
  const ticked = [search.row ?? []].flat().flatMap((row) => readRow(row) ?? []).slice(0, most);
  const { items } = ticked.length === 0 ? { items: [] } : await inbox(actor, { only: ticked.map(({ request }) => request), limit: 100 });
  const rows = ticked.flatMap(({ request, step }): BatchRow[] => {
    const item = items.find((one) => one.request.id === request && one.step.id === step);
    if (!item) return [];
    const [against] = item.separation;
    const due = item.dueOn && t("pages.due", { day: format.date(item.dueOn) });
    return [{ value: `${request} ${step}`, number: item.request.number, title: item.request.title || t("pages.untitled"), detail: format.joined([item.step.names[language], due]), against: against && refusalSentence(against, words, { [step]: item.step.names }) }];
  });
  const fields: FormField[] = [
    { is: "hidden", name: "batch", value: crypto.randomUUID() },
    { is: "one", name: "type", label: t("pages.batch.what"), options: types.map((value) => ({ value, label: t(`pages.batch.type.${value}`) })) },
    { is: "area", name: "text", label: t("pages.batch.text"), hint: t("pages.batch.textHint"), optional: true },
    { is: "select", name: "code", label: t("pages.decide.why"), hint: t("pages.batch.codeHint"), options: rejectionCodes.map((code) => ({ value: code, label: t(`pages.rejection.${code}`) })), value: "other" },
  ];
  return (
    <Frame width="desk">
      <PageHead title={t("pages.batch.title")} crumbs={[<a key="desk" href="/inbox">{t("pages.inbox.title")}</a>]} lead={t("pages.batch.lead")} />
      <BatchForm
        action={decideRows}
        rows={rows}
        fields={fields}
        words={{ error: ui("error"), optional: ui("optional"), rows: t("pages.batch.rows"), none: t("pages.batch.none"), submit: t("pages.batch.submit"), results: t("pages.batch.results"), refused: t("pages.batch.refused"), back: t("pages.batch.back") }}
      />
    </Frame>
  );
}

const types = ["approve", "approveWithConditions", "return", "reject", "claim", "release"] as const;
