import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Frame } from "@/app/_request/frame";
import { ButtonLink } from "@/app/_ui/button";
import { Columns, Stack } from "@/app/_ui/columns";
import { DefinitionList } from "@/app/_ui/definition-list";
import { HashMark } from "@/app/_ui/hash-mark";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { DifferencePanel } from "@/app/_workflow/difference";
import { WorkflowDrawn, WorkflowSteps } from "@/app/_workflow/steps";
import { moment, realClock } from "@/lib/server/clock";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { shownVersion } from "@/lib/server/workflow-detail";

type Params = { params: Promise<{ id: string; version: string }> };

const versionAt = cache(async (id: string, version: string) => (/^[1-9]\d{0,8}$/.test(version) ? shownVersion(await requireActor(), id, Number(version)) : null));

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const [{ t, ui, format }, { id, version }] = await Promise.all([reader(), params]);
  const found = await versionAt(id, version);
  return { title: found ? format.pair(ui(`kind.${found.kind}`), t("pages.version", { version: found.version })) : t("workflows.title") };
}

/** One published version: its steps, what it changed, and who stands behind it. */
export default async function VersionPage({ params }: Params) {
  const [words, { id, version }] = await Promise.all([reader(), params]);
  const found = await versionAt(id, version);
  if (!found) notFound();
  const { t, ui, format } = words;
  const { definition, before, difference, names, author, approver, from, publishedAt, isInForce, digest, proposal } = found;
  const is = isInForce ? "inForce" : from !== null && from > moment(realClock).today ? "coming" : "earlier";
  return (
    <Frame>
      <PageHead
        crumbs={[<Link key="all" href="/workflows">{t("workflows.title")}</Link>]}
        title={format.pair(ui(`kind.${found.kind}`), t("pages.version", { version: found.version }))}
        tag={<Tag state={is === "inForce" ? "done" : is === "coming" ? "moving" : "rest"}>{t(`workflows.is.${is}`)}</Tag>}
      />
      <Stack>
        <WorkflowDrawn definition={definition} words={words} />
        <Columns shape="aside">
          <Stack>
            <DifferencePanel before={before} after={definition} difference={difference} words={words} />
            <WorkflowSteps definition={definition} words={words} />
          </Stack>
          <Panel title={t("workflows.definition")} padded>
            <DefinitionList
              shape="narrow"
              answers={[
                { term: t("workflows.from"), value: format.date(from ?? publishedAt) },
                { term: t("workflows.author"), value: author === null ? t("workflows.own") : names[author] },
                ...(approver === null ? [] : [{ term: t("workflows.approver"), value: names[approver] }]),
                { term: t("workflows.published"), value: proposal === null ? format.date(publishedAt) : <Link href={`/workflows/proposals/${proposal}`}>{format.date(publishedAt)}</Link> },
                { term: t("workflows.digest"), value: <HashMark t={ui} hash={digest} /> },
              ]}
            />
            <div className="pt-3"><ButtonLink href={`/workflows/${id}/${found.version}/definition`} download>{t("workflows.file")}</ButtonLink></div>
          </Panel>
        </Columns>
      </Stack>
    </Frame>
  );
}
