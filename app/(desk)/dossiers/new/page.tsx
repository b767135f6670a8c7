import type { Metadata } from "next";
import { startTogether } from "@/app/_dossier/actions";
import { proposalOptions } from "@/app/_dossier/proposal-options";
import { CommandForm } from "@/app/_request/command-form";
import { Frame } from "@/app/_request/frame";
import { headline } from "@/app/_request/headline";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { propose } from "@/lib/dossier/propose";
import { addressOf, type Query, readAnswers } from "@/lib/finder/answers";
import { reader } from "@/lib/server/language";
import { rulesReader } from "@/lib/server/rules-in-force";
import { requireActor } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("dossier.start.title") };
}

/** Starts together what the finder proposed: everything stands there once more, to be ticked off or on, before it begins. */
export default async function StartTogether({ searchParams }: { searchParams: Promise<Query> }) {
  await requireActor();
  const [words, query] = await Promise.all([rulesReader(), searchParams]);
  const { t, ui, format } = words;
  const { answers } = readAnswers(query, words.language);
  const { kind, facts, claims } = answers;
  const proposals = kind === null ? [] : propose(words.rules.packs, { kind, facts, claims });
  const chosen = [query.with ?? []].flat();
  return (
    <Frame width="read">
      <PageHead title={t("dossier.start.title")} lead={t("dossier.start.lead")} />
      <Panel padded>
        {kind === null ? (
          <EmptyState link={<a href="/finder">{ui("nav.finder")}</a>}>{t("dossier.start.nothing")}</EmptyState>
        ) : (
          <CommandForm
            action={startTogether}
            words={{ error: ui("error"), optional: ui("optional") }}
            fields={[
              { is: "hidden", name: "id", value: crypto.randomUUID() },
              { is: "hidden", name: "answers", value: addressOf(answers) },
              { is: "text", name: "title", label: t("dossier.open.name"), hint: t("dossier.open.hint"), size: "full", value: headline(kind, facts, words) },
              ...(proposals.length > 0 ? [{ is: "some" as const, name: "with[]", label: t("dossier.finder.which"), hint: format.pair(t("dossier.start.first"), ui(`kind.${kind}`)), optional: true, options: proposalOptions(proposals, words), value: chosen }] : []),
            ]}
            submits={[{ label: t("dossier.start.do"), look: "first" }]}
          />
        )}
      </Panel>
    </Frame>
  );
}
