import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Rooms } from "@/app/_audit/rooms";
import { Frame } from "@/app/_request/frame";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { RowList } from "@/app/_ui/row-list";
import { Tag } from "@/app/_ui/tag";
import { holdsAnywhere } from "@/lib/access/can";
import { mustBeNone, questions } from "@/lib/insight/question";
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
              detail: t(`ask.rule.${question}`, { perAnswer: 2, perPaper: 60, least: 1, days: 90 }),
              end: mustBeNone.includes(question) ? <Tag state="unsure">{t("ask.mustBeNone")}</Tag> : undefined,
            }))}
          />
        </Panel>
      </div>
    </Frame>
  );
}
