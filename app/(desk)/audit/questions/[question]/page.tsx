import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AnswerProof } from "@/app/_audit/answer-proof";
import { AnswerRows } from "@/app/_audit/answer-rows";
import { QuestionForm } from "@/app/_audit/question-form";
import { readNarrowing } from "@/app/_audit/read-narrowing";
import { Rooms } from "@/app/_audit/rooms";
import { Frame } from "@/app/_request/frame";
import { Stack } from "@/app/_ui/columns";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Remark } from "@/app/_ui/remark";
import { PageHead } from "@/app/_ui/page-head";
import { Pager, PastList } from "@/app/_ui/pager";
import { More, Panel } from "@/app/_ui/panel";
import { isQuestion, mustBeNone } from "@/lib/insight/question";
import { questionAnswer } from "@/lib/server/question-answer";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { holdsAnywhere } from "@/lib/access/can";

type Props = { params: Promise<{ question: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ question }, { t }] = await Promise.all([params, reader()]);
  return { title: t(isQuestion(question) ? `ask.question.${question}` : "ask.title") };
}

/** One question with its answer: the number, what was looked at and by which rule, the rows, and what it cannot tell. */
export default async function QuestionPage({ params, searchParams }: Props) {
  const [actor, { t, ui, language }, { question }, asked] = await Promise.all([requireActor(), reader(), params, searchParams]);
  if (!isQuestion(question) || !holdsAnywhere(actor, "audit.search")) notFound();
  const { narrowing, texts, errors } = readNarrowing(question, asked, t);
  const answer = narrowing && (await questionAnswer(actor, question, narrowing, new Date()));
  if (answer === null && narrowing) notFound();
  const address = (change: Record<string, string>) => `/audit/questions/${question}?${new URLSearchParams({ ...texts, ...change })}`;
  const isNarrowed = Object.entries(texts).some(([name, text]) => name !== "cursor" && text !== "");
  const state = !mustBeNone.includes(question) ? "rest" : answer?.count === 0 ? "done" : "stop";
  return (
    <Frame width="desk" list={answer && answer.count > 0 ? "found" : undefined}>
      <PageHead title={t(`ask.question.${question}`)} crumbs={[<a key="questions" href="/audit/questions">{t("ask.title")}</a>]} />
      <Rooms current="questions" />
      {errors.length > 0 && <div className="pt-5"><ErrorSummary t={ui} errors={errors} /></div>}
      {answer && <Remark state={state}><b className="text-lg">{t(`ask.answer.${question}`, { count: answer.count })}</b></Remark>}
      <div data-screen className="pb-4">
        <More within summary={t("ask.again")} open={errors.length > 0 || isNarrowed || undefined}><QuestionForm actor={actor} question={question} texts={texts} errors={errors} /></More>
      </div>
      <Stack>
        {answer && answer.count > 0 && <Panel id="found" title={t("ask.found")}><PastList t={ui} list="found" goesOn={answer.next !== null} /><AnswerRows answer={answer} language={language} /></Panel>}
        {answer && <Panel title={t("ask.looked.panel")} padded><AnswerProof actor={actor} answer={answer} asked={narrowing ?? {}} /></Panel>}
      </Stack>
      {answer && <Pager t={ui} list="found" newer={texts.cursor ? address({ cursor: "" }) : undefined} older={answer.next ? address({ cursor: answer.next }) : undefined} />}
    </Frame>
  );
}
