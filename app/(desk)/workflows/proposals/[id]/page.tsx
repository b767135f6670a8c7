import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CommandForm } from "@/app/_request/command-form";
import { Frame } from "@/app/_request/frame";
import { refusalSentence } from "@/app/_request/outcome";
import { Button } from "@/app/_ui/button";
import { Columns, Stack } from "@/app/_ui/columns";
import { DefinitionList } from "@/app/_ui/definition-list";
import { EmptyState } from "@/app/_ui/empty-state";
import { HashMark } from "@/app/_ui/hash-mark";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { Tag, type TagState } from "@/app/_ui/tag";
import { DifferencePanel } from "@/app/_workflow/difference";
import { WorkflowDrawn, WorkflowSteps } from "@/app/_workflow/steps";
import { isId } from "@/lib/id";
import { type Reader, reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { type ShownProposal, shownProposal } from "@/lib/server/workflow-detail";
import type { ProposalStatus } from "@/lib/workflow/proposal/proposal";
import { decideOnProposal } from "../../actions";

type Params = { params: Promise<{ id: string }> };

const proposalAt = cache(async (id: string) => (isId(id) ? shownProposal(await requireActor(), id) : null));
const tags = { proposed: "moving", approved: "done", rejected: "stop", withdrawn: "rest" } as const satisfies Record<ProposalStatus, TagState>;

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const [{ t, ui, format }, { id }] = await Promise.all([reader(), params]);
  const found = await proposalAt(id);
  return { title: found ? format.pair(ui(`kind.${found.proposal.kind}`), t("pages.version", { version: found.proposal.version })) : t("workflows.title") };
}

/** One proposal: what it would change, what stands against it today, and the decision on it. */
export default async function ProposalPage({ params }: Params) {
  const [words, { id }] = await Promise.all([reader(), params]);
  const found = await proposalAt(id);
  if (!found) notFound();
  const { t, ui, format } = words;
  const { proposal, before, difference, digest, names } = found;
  const by = (person: string, at: string) => t("workflows.decided", { day: format.date(at), who: names[person] ?? "" });
  return (
    <Frame>
      <PageHead crumbs={[<Link key="all" href="/workflows">{t("workflows.title")}</Link>]} title={format.pair(ui(`kind.${proposal.kind}`), t("pages.version", { version: proposal.version }))} tag={<Tag state={tags[proposal.status]}>{t(`workflows.is.${proposal.status}`)}</Tag>} lead={proposal.note ?? undefined} />
      <Stack>
        <WorkflowDrawn definition={proposal.definition} words={words} />
        <Columns shape="aside">
          <Stack>
            <DifferencePanel before={before} after={proposal.definition} difference={difference} words={words} />
            <WorkflowSteps definition={proposal.definition} words={words} />
          </Stack>
          <Stack>
            {proposal.status === "proposed" && <Against found={found} words={words} />}
            {proposal.status === "proposed" && <Decision found={found} words={words} />}
            <Panel title={t("workflows.definition")} padded>
              <DefinitionList
                shape="narrow"
                answers={[
                  { term: t("workflows.from"), value: format.date(proposal.effectiveFrom) },
                  { term: t("workflows.author"), value: by(proposal.author, proposal.proposedAt) },
                  ...(proposal.decidedBy !== null && proposal.decidedAt !== null ? [{ term: t(`workflows.is.${proposal.status}`), value: by(proposal.decidedBy, proposal.decidedAt) }] : []),
                  ...(proposal.reason === null ? [] : [{ term: t("workflows.reason"), value: proposal.reason }]),
                  ...(proposal.status === "approved" ? [{ term: t("workflows.version"), value: <Link href={`/workflows/${proposal.workflow}/${proposal.version}`}>{t("workflows.number", { version: proposal.version })}</Link> }] : []),
                  { term: t("workflows.digest"), value: <HashMark t={ui} hash={digest} /> },
                ]}
              />
            </Panel>
          </Stack>
        </Columns>
      </Stack>
    </Frame>
  );
}

/** Every fault with its place and the request that shows it. */
function Against({ found: { problems }, words }: { found: ShownProposal; words: Reader }) {
  const { t } = words;
  return (
    <Panel title={t("workflows.against")} padded>
      {problems.length === 0 ? <EmptyState>{t("workflows.nothingAgainst")}</EmptyState> : <ul className="grid list-disc gap-2 ps-5 text-sm marker:text-stop">{problems.map((one) => <li key={one.path} className="break-words">{refusalSentence(one, words)}</li>)}</ul>}
    </Panel>
  );
}

function Decision({ found: { proposal, allowed }, words }: { found: ShownProposal; words: Reader }) {
  const { t, ui } = words;
  const isAuthor = allowed.some(({ command, allowed: may }) => command === "withdraw" && may);
  const shown = allowed.filter(({ command, reasons }) => (command === "withdraw" ? isAuthor : !isAuthor && !reasons.some(({ code }) => code === "notPermitted")));
  if (shown.length === 0) return null;
  return (
    <Panel title={t("workflows.decide")} padded screen>
      {isAuthor && <p className="pb-3 text-sm text-ink-2">{t("refusals.ownProposal")}</p>}
      <div className="grid gap-5">
        {shown.map(({ command, allowed: may, reasons }) =>
          may ? (
            <CommandForm
              key={command}
              compact
              action={decideOnProposal}
              words={{ error: ui("error"), optional: ui("optional") }}
              fields={[
                { is: "hidden", name: "id", value: proposal.id },
                { is: "hidden", name: "type", value: command },
                { is: "hidden", name: "commandId", value: crypto.randomUUID() },
                ...(command === "approve" ? [] : [{ is: "area" as const, name: "reason", label: t("workflows.reason"), rows: 2, optional: command === "withdraw" }]),
              ]}
              submits={[{ label: t(`workflows.${command}`), look: command === "approve" ? "first" : "plain" }]}
            />
          ) : (
            <Button key={command} reason={words.format.sentences([...new Set(reasons.filter(({ code }) => code !== "brokenWorkflow").map((one) => refusalSentence(one, words)))]) || t("workflows.against")}>{t(`workflows.${command}`)}</Button>
          ),
        )}
      </div>
    </Panel>
  );
}
