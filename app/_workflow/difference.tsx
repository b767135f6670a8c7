import type { ReactNode } from "react";
import { DataTable } from "@/app/_ui/data-table";
import { EmptyState } from "@/app/_ui/empty-state";
import { Panel } from "@/app/_ui/panel";
import type { Reader } from "@/lib/server/language";
import type { StepDefinition, WorkflowDefinition } from "@/lib/workflow/definition";
import type { DefinitionDifference } from "@/lib/workflow/definition-difference";
import { ConditionOf } from "./condition-of";
import { partWords, wholeWords } from "./part-words";

type Row = { key: string; what: ReactNode; part: string; was: ReactNode; now: ReactNode };

/** What a version changes against the one before, part by part; nothing for the first. */
export function DifferencePanel({ before, after, difference, words }: { before: WorkflowDefinition | null; after: WorkflowDefinition; difference: DefinitionDifference | null; words: Reader }) {
  const { t } = words;
  if (!before || !difference) return null;
  const rows = rowsOf(before, after, difference, words);
  const title = t("workflows.difference.title", { version: before.version });
  if (rows.length === 0) return <Panel title={title} padded><EmptyState>{t("workflows.difference.none")}</EmptyState></Panel>;
  return (
    <Panel title={title}>
      <DataTable
        caption={title}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { id: "step", head: t("workflows.difference.step"), cell: ({ what }) => <span className="font-medium">{what}</span> },
          { id: "part", head: t("workflows.difference.part"), look: "short", cell: ({ part }) => part },
          { id: "was", head: t("workflows.difference.was"), cell: ({ was }) => was },
          { id: "now", head: t("workflows.difference.now"), cell: ({ now }) => now },
        ]}
      />
    </Panel>
  );
}

function rowsOf(before: WorkflowDefinition, after: WorkflowDefinition, { whole, fresh, gone, changed }: DefinitionDifference, words: Reader): Row[] {
  const { language, t } = words;
  const part = (name: string) => t(`workflows.part.${name}`);
  const at = (definition: WorkflowDefinition, id: string) => definition.steps.find((step) => step.id === id) as StepDefinition;
  return [
    ...whole.map((name): Row => ({ key: name, what: t("workflows.difference.whole"), part: part(name), was: ofWhole(name, before, words), now: ofWhole(name, after, words) })),
    ...fresh.map((id): Row => ({ key: `${id} fresh`, what: at(after, id).name[language], part: t("workflows.difference.fresh"), was: "–", now: partWords("desk", at(after, id), after.steps, words) })),
    ...gone.map((id): Row => ({ key: `${id} gone`, what: at(before, id).name[language], part: t("workflows.difference.gone"), was: partWords("desk", at(before, id), before.steps, words), now: "–" })),
    ...changed.flatMap(({ step, parts }) => parts.map((name): Row => ({ key: `${step} ${name}`, what: at(after, step).name[language], part: part(name), was: ofStep(name, at(before, step), before, words), now: ofStep(name, at(after, step), after, words) }))),
  ];
}

function ofStep(name: DefinitionDifference["changed"][number]["parts"][number], step: StepDefinition, { steps }: WorkflowDefinition, words: Reader): ReactNode {
  return name === "when" ? <ConditionOf condition={step.when} words={words} /> : partWords(name, step, steps, words);
}

function ofWhole(name: DefinitionDifference["whole"][number], definition: WorkflowDefinition, words: Reader): ReactNode {
  return name === "appliesTo" ? <ConditionOf condition={definition.appliesTo} words={words} /> : wholeWords(name, definition, words);
}
