import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { askedWords } from "@/app/_audit/asked-words";
import { TakeAwayForm } from "@/app/_takeaway/form";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { Frame } from "@/app/_request/frame";
import { holdsAnywhere } from "@/lib/access/can";
import { eventFormatNames } from "@/lib/audit/export/formats";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { countMatching, readRecordQuestion, recordAddress, recordParams } from "@/lib/server/take-away/question";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("takeaway.title") };
}

/** What a question to the record finds, as a file: which form, and how far it has come. What is asked wrongly is told where it is asked. */
export default async function TakeAwayPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, words, given] = await Promise.all([requireActor(), reader(), searchParams]);
  if (!holdsAnywhere(actor, "audit.search")) notFound();
  const { t, format } = words;
  const params = recordParams(given);
  const read = await readRecordQuestion(actor, params);
  if ("problems" in read) redirect(`/audit?${recordAddress(params)}`);
  const { all, more } = await countMatching(actor, read.question);
  const question = format.series(askedWords(params, words));
  return (
    <Frame>
      <PageHead
        title={t("takeaway.title")}
        crumbs={[<a key="record" href={`/audit?${recordAddress(params)}`}>{t("pages.audit.title")}</a>, question || t("takeaway.everything")]}
        lead={t(more ? "takeaway.leadMany" : "takeaway.lead", { count: more ? format.number(all) : all })}
      />
      <Panel padded>
        <TakeAwayForm action="/audit/take-away/file" all={more ? null : all} asked={params} formats={eventFormatNames} error={typeof given.wrong === "string" ? t("takeaway.noForm") : undefined} />
      </Panel>
    </Frame>
  );
}
