import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { CommandForm } from "@/app/_request/command-form";
import { Frame } from "@/app/_request/frame";
import { Columns, Stack } from "@/app/_ui/columns";
import { DataTable } from "@/app/_ui/data-table";
import { PageHead } from "@/app/_ui/page-head";
import { More, Panel } from "@/app/_ui/panel";
import { RowList } from "@/app/_ui/row-list";
import { Tag } from "@/app/_ui/tag";
import { moment, realClock } from "@/lib/server/clock";
import { type Reader, reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { type ListedWorkflow, listedWorkflows } from "@/lib/server/workflow-detail";
import { keepsPolicy } from "@/lib/workflow/proposal/decide";
import { proposeVersion } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("workflows.title") };
}

/** Every workflow with its versions and what is proposed; whoever keeps the rules proposes another here. */
export default async function WorkflowsPage() {
  const [actor, words] = await Promise.all([requireActor(), reader()]);
  const found = await listedWorkflows(actor);
  if (!found) notFound();
  const { t } = words;
  const panels = found.workflows.map((one) => <Listed key={one.id} one={one} names={found.names} words={words} />);
  return (
    <Frame>
      <PageHead title={t("workflows.title")} lead={t("workflows.lead")} />
      {keepsPolicy(actor) ? <Columns shape="aside"><Stack>{panels}</Stack><Panel title={t("workflows.form.title")} padded screen><ProposalForm words={words} /></Panel></Columns> : <Stack>{panels}</Stack>}
    </Frame>
  );
}

type Names = Readonly<Record<string, string>>;

function Listed({ one: { id, kind, inForce, versions, proposals }, names, words }: { one: ListedWorkflow; names: Names; words: Reader }) {
  const { t, ui, format } = words;
  const { today } = moment(realClock);
  const open = proposals.filter(({ status }) => status === "proposed");
  const ended = proposals.filter(({ status }) => status === "rejected" || status === "withdrawn");
  const row = (proposal: ListedWorkflow["proposals"][number]) => ({
    id: proposal.id,
    title: <Link href={`/workflows/proposals/${proposal.id}`}>{t("workflows.number", { version: proposal.version })}</Link>,
    detail: t("workflows.proposed", { day: format.date(proposal.proposedAt), who: names[proposal.author] ?? "" }),
    end: <Tag state={proposal.status === "proposed" ? "moving" : "rest"}>{t(`workflows.is.${proposal.status}`)}</Tag>,
  });
  return (
    <Panel title={ui(`kind.${kind}`)} count={<span className="font-mono">{id}</span>}>
      {open.length > 0 && <div className="border-b border-line"><RowList items={open.map(row)} /></div>}
      <DataTable
        caption={ui(`kind.${kind}`)}
        rows={versions}
        keyOf={({ version }) => String(version)}
        columns={[
          { id: "version", head: t("workflows.version"), look: "short", cell: ({ version }) => <Link href={`/workflows/${id}/${version}`}>{t("workflows.number", { version })}</Link> },
          { id: "state", head: t("workflows.state"), look: "short", cell: ({ version, from }) => { const is = version === inForce ? "inForce" : from !== null && from > today ? "coming" : "earlier"; return <Tag state={is === "inForce" ? "done" : is === "coming" ? "moving" : "rest"}>{t(`workflows.is.${is}`)}</Tag>; } },
          { id: "from", head: t("workflows.from"), look: "short", cell: ({ from, publishedAt }) => format.date(from ?? publishedAt) },
          { id: "author", head: t("workflows.author"), cell: ({ author }) => (author === null ? t("workflows.own") : (names[author] ?? "–")) },
          { id: "approver", head: t("workflows.approver"), cell: ({ approver }) => (approver === null ? "–" : (names[approver] ?? "–")) },
        ]}
      />
      {ended.length > 0 && <More summary={format.aside(t("workflows.proposals"), format.number(ended.length))}><RowList items={ended.map(row)} /></More>}
    </Panel>
  );
}

function ProposalForm({ words: { t, ui } }: { words: Reader }) {
  return (
    <CommandForm
      compact
      action={proposeVersion}
      words={{ error: ui("error"), optional: ui("optional") }}
      fields={[
        { is: "hidden", name: "id", value: crypto.randomUUID() },
        { is: "file", name: "file", label: t("workflows.form.file"), hint: t("workflows.form.fileHint") },
        { is: "area", name: "definition", label: t("workflows.form.text"), rows: 8 },
        { is: "date", name: "effectiveFrom", label: t("workflows.form.from"), hint: t("workflows.form.fromHint") },
        { is: "area", name: "note", label: t("workflows.form.note"), hint: t("workflows.form.noteHint"), optional: true, rows: 2 },
      ]}
      submits={[{ label: t("workflows.form.send"), look: "first" }]}
    />
  );
}
