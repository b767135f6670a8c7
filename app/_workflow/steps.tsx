import { DefinitionList } from "@/app/_ui/definition-list";
import { More, Panel } from "@/app/_ui/panel";
import type { Reader } from "@/lib/server/language";
import type { StepDefinition, WorkflowDefinition } from "@/lib/workflow/definition";
import { type StepPart, stepParts } from "@/lib/workflow/definition-difference";
import { ConditionOf } from "./condition-of";
import { WorkflowGraph } from "./graph";
import { partWords } from "./part-words";

/** The way of a workflow's cases, across the page where there is room. */
export function WorkflowDrawn({ definition, words: { t, format }, words }: { definition: WorkflowDefinition; words: Reader }) {
  return <Panel title={t("workflows.steps")} count={format.number(definition.steps.length)} padded><WorkflowGraph definition={definition} words={words} /></Panel>;
}

/** The steps of a workflow, each folded away with all that it says. */
export function WorkflowSteps({ definition, words }: { definition: WorkflowDefinition; words: Reader }) {
  const { language, t } = words;
  return (
    <Panel title={t("workflows.each")}>
      {definition.steps.map((step) => (
        <More key={step.id} summary={step.name[language]}>
          <div className="px-4 py-3 sm:px-5">
            <DefinitionList answers={partsOf(step).map((part) => ({ term: t(`workflows.part.${part}`), value: part === "when" ? <ConditionOf condition={step.when} words={words} /> : partWords(part, step, definition.steps, words) }))} />
          </div>
        </More>
      ))}
    </Panel>
  );
}

/** What is not set in a definition is not said. */
function partsOf(step: StepDefinition): StepPart[] {
  return stepParts.filter((part) => part !== "name" && step[part] !== undefined && step[part] !== false);
}
