import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Rooms } from "@/app/_audit/rooms";
import { Frame } from "@/app/_request/frame";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { RowList } from "@/app/_ui/row-list";
import { holdsAnywhere } from "@/lib/access/can";
import { mustBeNone, questions, usualRule } from "@/lib/insight/question";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("ask.title") };
}

/** What an auditor can ask of the record, each with a page of its own. */
export default async function QuestionsPage() {
  const [actor, { t }] = await Promise.all([requireActor(), reader()]);
  if (!holdsAnywhere(actor, "audit.search")) notFound();
  return (
    <Frame>
      <PageHead title={t("ask.title")} lead={t("ask.lead")} />
      <Rooms current="questions" />
      <div className="pt-5">
        <Panel>
          <RowList
            items={questions.map((question) => ({
              id: question,
              title: <a href={`/audit/questions/${question}`}>{t(`ask.question.${question}`)}</a>,
              detail: <span className="block max-w-read">{t(`ask.rule.${question}`, usualRule)}</span>,
              end: <span className={`text-xs ${mustBeNone.includes(question) ? "font-semibold" : "text-ink-3"}`}>{t(mustBeNone.includes(question) ? "ask.mustBeNone" : "ask.informs")}</span>,
            }))}
          />
        </Panel>
      </div>
    </Frame>
  );
}
