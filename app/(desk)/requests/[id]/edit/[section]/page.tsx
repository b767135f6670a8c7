import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { DossierPanel } from "@/app/_dossier/dossier-panel";
import { SharedPapers } from "@/app/_dossier/shared-papers";
import { caseTitle } from "@/app/_request/case-title";
import { Columns, Stack } from "@/app/_ui/columns";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { type Task, TaskList } from "@/app/_ui/task-list";
import { Tag } from "@/app/_ui/tag";
import { Applies } from "@/app/_request/applies";
import { Corridor } from "@/app/_request/corridor";
import { Frame } from "@/app/_request/frame";
import { KeptForm } from "@/app/_request/kept-form";
import { hasLeftBehind } from "@/app/_request/left-behind";
import { endedWords } from "@/app/_request/outcome";
import { Papers } from "@/app/_request/papers";
import { sectionFields } from "@/app/_request/section-fields";
import { statusTag } from "@/app/_request/words";
import { SectionForm } from "@/app/_request/section-form";
import { appliesWords, applyingTo, formWords, liveSection } from "@/app/_request/section-live";
import type { PersonActor } from "@/lib/access/actor";
import { missingFacts, visibleSections } from "@/lib/kind/questions";
import { reader, type Reader } from "@/lib/server/language";
import { requestDetail, type RequestDetail } from "@/lib/server/request-detail";
import { currentActor, requireActor } from "@/lib/server/session";
import { editPages, pageOf } from "../../../edit-pages";
import { saveSection } from "../../../actions";
import { CheckAnswers } from "./check-answers";

export async function generateMetadata({ params }: { params: Promise<{ id: string; section: string }> }): Promise<Metadata> {
  const [{ t }, { id, section }] = await Promise.all([reader(), params]);
  return caseTitle(id, "title", sectionTitle(section, t));
}

/** One page of the form: its questions, how far the others are, and what applies so far. */
export default async function EditSection({ params, searchParams }: { params: Promise<{ id: string; section: string }>; searchParams: Promise<{ filled?: string }> }) {
  const [words, { id, section }, { filled }] = await Promise.all([reader(), params, searchParams]);
  if ((await currentActor()).kind !== "person" && (await isPosted())) return <KeptPage id={id} section={section} />;
  const actor = await requireActor();
  const { t, ui } = words;
  const detail = await requestDetail(actor, id);
  if (!detail) notFound();
  if (detail.status !== "draft" && (await hasLeftBehind())) return <NoDraft detail={detail} />;
  if (detail.status !== "draft") redirect(`/requests/${id}`);
  const pages = editPages(detail.kind, detail.facts);
  if (section !== "check" && !pages.includes(section)) notFound();
  return (
    <Frame>
      <PageHead title={detail.title || t("pages.untitled")} crumbs={[<a key="list" href="/requests">{t("pages.list.title")}</a>, <span key="number" className="font-mono">{detail.number}</span>]} tag={<Tag state="rest">{ui("status.draft")}</Tag>} />
      <div className="pb-6"><Corridor detail={detail} /></div>
      <Columns shape="form">
        <Tasks detail={detail} current={section} pages={pages} />
        <Panel begin padded title={sectionTitle(section, t)}>
          {filled !== undefined && <p role="status" className="mb-4 border-s-4 border-harbour ps-4 text-sm font-medium">{t("tables.look")}</p>}
          {section === "check" ? <CheckAnswers detail={detail} actor={actor} /> : section === "papers" ? <Papers detail={detail} next={`/requests/${id}/edit/papers`} onward={`/requests/${id}/edit/check`} /> : <Questions detail={detail} section={section} actor={actor} />}
        </Panel>
        <Stack><Applies initial={await applyingTo(detail, words)} live={await liveSection(detail, section, words)} words={appliesWords(words)} />{section === "papers" && <SharedPapers detail={detail} next={`/requests/${id}/edit/papers`} />}{section === "check" && <DossierPanel request={id} isOwn />}</Stack>
      </Columns>
    </Frame>
  );
}

function sectionTitle(section: string, t: Reader["t"]): string {
  return [`facts.sections.${section}.title`, `pages.section.${section}`].filter((key) => t.has(key)).map((key) => t(key))[0] ?? "";
}

async function Tasks({ detail, current, pages }: { detail: RequestDetail; current: string; pages: readonly string[] }) {
  const { t } = await reader();
  const missing = new Set(missingFacts(detail.kind, detail.facts));
  const sections = visibleSections(detail.kind, detail.facts);
  const doubtful = (id: string) => detail.warnings.filter(({ path }) => pageOf(path, detail.kind, detail.facts) === id).length;
  const tasks = pages.map((id): Task => {
    const open = sections.find((one) => one.id === id)?.fields.filter(({ fact }) => missing.has(fact)).length ?? (id === "people" ? [detail.host, detail.window].filter((part) => part === null).length : 0);
    const wrong = doubtful(id);
    const attached = id === "papers" && detail.documents.length > 0 ? t("form.tasks.papers", { count: detail.documents.length }) : undefined;
    return {
      href: `/requests/${detail.id}/edit/${id}`,
      name: sectionTitle(id, t),
      state: wrong > 0 ? "error" : id === current ? "now" : open > 0 || (id === "papers" && !attached) ? "open" : "done",
      current: id === current,
      note: wrong > 0 ? t("form.tasks.doubtful", { count: wrong }) : open > 0 ? t("pages.open", { count: open }) : attached,
    };
  });
  const against = detail.allowed.find(({ command }) => command === "submit")?.reasons.length ?? 0;
  const check: Task = { href: `/requests/${detail.id}/edit/check`, name: t("pages.section.check"), state: current === "check" ? "now" : "open", current: current === "check", note: against > 0 ? t("form.tasks.against", { count: against }) : undefined };
  return <TaskList label={t("pages.section.all")} tasks={[...tasks, check]}>{t("pages.notSent")}</TaskList>;
}

async function Questions({ detail, section, actor }: { detail: RequestDetail; section: string; actor: PersonActor }) {
  const words = await reader();
  const { ui } = words;
  const [fields, live] = await Promise.all([sectionFields(detail, section, actor, words), liveSection(detail, section, words)]);
  return (
    <SectionForm
      key={section}
      action={saveSection}
      at={`/requests/${detail.id}/edit/${section}`}
      version={String(detail.version)}
      words={formWords(words)}
      live={live}
      fields={[
        { is: "hidden", name: "requestId", value: detail.id },
        { is: "hidden", name: "section", value: section },
        { is: "hidden", name: "commandId", value: crypto.randomUUID() },
        ...fields,
      ]}
      submits={[{ label: ui("act.continue"), look: "first" }, { label: ui("act.save"), name: "go", value: "stay" }]}
    />
  );
}

/** What was sent after the session had ended is kept on the page that it comes back to. */
async function KeptPage({ id, section }: { id: string; section: string }) {
  const { t } = await reader();
  return (
    <Frame width="read">
      <KeptForm action={saveSection} at={`/requests/${id}/edit/${section}`} words={endedWords(t)} label={t("form.saveKept")} />
    </Frame>
  );
}

/** What was sent when the draft was one no more, because it was submitted elsewhere, is said and shown in these surroundings: leading on would lose it. */
async function NoDraft({ detail }: { detail: RequestDetail }) {
  const { t, ui } = await reader();
  return (
    <Frame>
      <PageHead title={detail.title || t("pages.untitled")} crumbs={[<a key="list" href="/requests">{t("pages.list.title")}</a>, <a key="number" href={`/requests/${detail.id}`} className="font-mono">{detail.number}</a>]} tag={<Tag state={statusTag[detail.status]}>{ui(`status.${detail.status}`)}</Tag>} />
    </Frame>
  );
}

/** Whether this page is drawn as the answer to a form that was sent without scripts. */
async function isPosted(): Promise<boolean> {
  return (await headers()).get("content-type")?.startsWith("multipart/form-data") ?? false;
}
