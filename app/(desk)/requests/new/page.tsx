import type { Metadata } from "next";
import { v7 as newId } from "uuid";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { CommandForm } from "@/app/_request/command-form";
import { Frame } from "@/app/_request/frame";
import { headline } from "@/app/_request/headline";
import { addressOf, type Query, readAnswers } from "@/lib/finder/answers";
import { formKinds } from "@/lib/kind/registry";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { beginRequest } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("pages.new.start") };
}

/** Begins a request, empty or with the answers that the finder's link carries. */
export default async function NewRequest({ searchParams }: { searchParams: Promise<Query> }) {
  await requireActor();
  const [words, query] = await Promise.all([reader(), searchParams]);
  const { t, ui, language } = words;
  const { answers } = readAnswers(query, language);
  const { kind } = answers;
  return (
    <Frame width="read">
      <PageHead title={t("pages.new.start")} lead={kind === null ? t("pages.new.lead") : t("finder.taken", { count: Object.keys(answers.facts).length })} />
      <Panel padded>
        <CommandForm
          action={beginRequest}
          words={{ error: ui("error"), optional: ui("optional") }}
          fields={[
            { is: "hidden", name: "id", value: newId() },
            { is: "hidden", name: "answers", value: addressOf(answers) },
            { is: "text", name: "title", label: t("pages.label.title"), hint: t("pages.new.titleHint"), size: "full", value: kind === null ? undefined : headline(kind, answers.facts, words) },
            { is: "one", name: "kind", label: t("pages.new.kind"), options: (kind === null ? formKinds : [kind]).map((value) => ({ value, label: ui(`kind.${value}`), help: t(`finder.kind.${value}`) })), value: kind ?? undefined },
          ]}
          submits={[{ label: t("pages.new.begin"), look: "first" }]}
        />
      </Panel>
    </Frame>
  );
}
