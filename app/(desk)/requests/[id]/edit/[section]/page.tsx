import { notFound, redirect } from "next/navigation";
import { Columns, Stack } from "@/app/_ui/columns";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { TaskList } from "@/app/_ui/task-list";
import { Tag } from "@/app/_ui/tag";
import { CommandForm } from "@/app/_request/command-form";
import { Corridor } from "@/app/_request/corridor";
import { Findings } from "@/app/_request/findings";
import { Frame } from "@/app/_request/frame";
import { factField } from "@/app/_request/fact-field";
import { lineField } from "@/app/_request/line-field";
import { Papers } from "@/app/_request/papers";
import { AutoSave } from "@/app/_request/auto-save";
import { listOrganisations } from "@/db/queries/organisations";
import { kindDefinition } from "@/lib/kind/registry";
import { missingFacts, visibleSections } from "@/lib/kind/questions";
import { reader } from "@/lib/server/language";
import { requestDetail, type RequestDetail } from "@/lib/server/request-detail";
import { requireActor } from "@/lib/server/session";
import { editPages } from "../../../edit-pages";
import { saveSection } from "../../../actions";
import { CheckAnswers } from "./check-answers";

/** One page of the form: its questions, how far the others are, and what applies so far. */
export default async function EditSection({ params }: { params: Promise<{ id: string; section: string }> }) {
  const [actor, { t, ui }, { id, section }] = await Promise.all([requireActor(), reader(), params]);
  const detail = await requestDetail(actor, id);
  if (!detail) notFound();
  if (detail.status !== "draft") redirect(`/requests/${id}`);
  const pages = editPages(detail.kind, detail.facts);
  if (section !== "check" && !pages.includes(section)) notFound();
  return (
    <Frame>
      <PageHead title={detail.title || t("pages.untitled")} crumbs={[<a key="list" href="/requests">{t("pages.list.title")}</a>, <span key="number" className="font-mono">{detail.number}</span>]} tag={<Tag state="rest">{ui("status.draft")}</Tag>} />
      <div className="pb-6"><Corridor detail={detail} /></div>
      <Columns shape="form">
        <Tasks detail={detail} current={section} pages={pages} />
        <Panel padded title={<PageTitle section={section} />}>
          {section === "check" ? <CheckAnswers detail={detail} /> : section === "papers" ? <Papers detail={detail} next={`/requests/${id}/edit/papers`} onward={`/requests/${id}/edit/check`} /> : <Questions detail={detail} section={section} />}
        </Panel>
        <Stack><Findings detail={detail} /></Stack>
      </Columns>
    </Frame>
  );
}

async function PageTitle({ section }: { section: string }) {
  const { t } = await reader();
  return <>{t.has(`facts.sections.${section}.title`) ? t(`facts.sections.${section}.title`) : t(`pages.section.${section}`)}</>;
}

async function Tasks({ detail, current, pages }: { detail: RequestDetail; current: string; pages: readonly string[] }) {
  const { t } = await reader();
  const missing = new Set(missingFacts(detail.kind, detail.facts));
  const sections = visibleSections(detail.kind, detail.facts);
  const tasks = pages.map((id) => {
    const open = sections.find((one) => one.id === id)?.fields.filter(({ fact }) => missing.has(fact)).length ?? (id === "people" && (detail.host === null || detail.window === null) ? 1 : 0);
    return { href: `/requests/${detail.id}/edit/${id}`, name: t.has(`facts.sections.${id}.title`) ? t(`facts.sections.${id}.title`) : t(`pages.section.${id}`), state: id === current ? ("now" as const) : open === 0 ? ("done" as const) : ("open" as const), current: id === current, note: open > 0 ? t("pages.open", { count: open }) : undefined };
  });
  const check = { href: `/requests/${detail.id}/edit/check`, name: t("pages.section.check"), state: current === "check" ? ("now" as const) : ("open" as const), current: current === "check" };
  return <TaskList label={t("pages.section.all")} tasks={[...tasks, check]}>{t("pages.notSent")}</TaskList>;
}

async function Questions({ detail, section }: { detail: RequestDetail; section: string }) {
  const words = await reader();
  const { t, ui } = words;
  const asked = visibleSections(detail.kind, detail.facts).find(({ id }) => id === section);
  const fields = section === "people" ? await peopleFields(detail) : [...(asked?.lines ? lineField(detail.kind, detail.lines, words) : []), ...(asked?.fields ?? []).map((field) => factField(field, detail.facts, words))];
  return (
    <AutoSave key={section} words={{ saved: t("pages.saved"), conflict: t("form.conflict"), theirs: t("form.theirs"), mine: t("form.mine") }}>
      <CommandForm
        action={saveSection}
        words={{ error: ui("error"), optional: ui("optional") }}
        fields={[
          { is: "hidden", name: "requestId", value: detail.id },
          { is: "hidden", name: "section", value: section },
          { is: "hidden", name: "version", value: String(detail.version) },
          { is: "hidden", name: "commandId", value: crypto.randomUUID() },
          ...fields,
        ]}
        submits={[{ label: ui("act.continue"), look: "first" }, { label: ui("act.save"), name: "go", value: "stay" }]}
      />
    </AutoSave>
  );
}

async function peopleFields(detail: RequestDetail) {
  const { language, t } = await reader();
  const organisations = await listOrganisations();
  const units = kindDefinition(detail.kind).units;
  const offered = detail.findings.filter((finding) => finding.type === "facilitation" && detail.regimes[finding.id]?.status === "in_force");
  return [
    { is: "text" as const, name: "title", label: t("pages.label.title"), value: detail.title, size: "full" as const },
    { is: "text" as const, name: "host", label: t("pages.label.host"), hint: t("pages.label.hostHint"), value: detail.host === null ? "" : "organisation" in detail.host ? detail.host.organisation : detail.host.ror, list: organisations.filter(({ id }) => id !== detail.home).map(({ id, names }) => ({ value: id, label: names[language] })), size: "full" as const },
    { is: "text" as const, name: "endorser", label: t("pages.label.endorser"), hint: t("pages.label.endorserHint"), value: detail.endorser ?? "", inputMode: "email" as const, optional: true, size: "full" as const },
    { is: "date" as const, name: "window.from", label: t("pages.label.windowFrom"), hint: t("pages.label.windowHint"), value: detail.window?.from },
    { is: "date" as const, name: "window.to", label: t("pages.label.windowTo"), value: detail.window?.to },
    { is: "text" as const, name: "limit.value", label: t("pages.label.limit"), hint: t("pages.label.limitHint"), value: detail.limit?.value, inputMode: "decimal" as const, optional: true, size: "sm" as const },
    { is: "select" as const, name: "limit.unit", label: t("pages.label.unit"), options: units.map((unit) => ({ value: unit, label: t(`facts.units.${unit}.name`) })), value: detail.limit?.unit ?? units[0] },
    ...(offered.length > 0 ? [{ is: "some" as const, name: "claims", label: t("pages.label.claims"), hint: t("pages.label.claimsHint"), options: offered.map(({ id }) => ({ value: id, label: detail.regimes[id]?.title[language] ?? id })), value: [...detail.claims], optional: true }] : []),
  ];
}

