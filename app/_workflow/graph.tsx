import { StepGraph, type StepNode } from "@/app/_ui/step-graph";
import type { Reader } from "@/lib/server/language";
import type { StepDefinition, WorkflowDefinition } from "@/lib/workflow/definition";
import { clockWords, officeWords } from "./part-words";

/** A workflow as the way of its cases is drawn, before any has gone it. */
export function WorkflowGraph({ definition: { steps }, words }: { definition: WorkflowDefinition; words: Reader }) {
  const { language, t, ui } = words;
  const nodes = steps.map((step): StepNode => ({
    id: step.id,
    name: step.name[language],
    side: sideOf(step),
    office: officeWords(step.desk.offices, words),
    status: "ahead",
    note: clockWords(step.clock, words),
    needs: step.needs.of.length > 0 ? step.needs.of : ["submitted"],
  }));
  const ends = steps.filter(({ id }) => !steps.some(({ needs }) => needs.of.includes(id))).map(({ id }) => id);
  return <StepGraph t={ui} steps={[{ id: "submitted", name: ui("status.submitted"), side: "joint", status: "ahead", needs: [] }, ...nodes, { id: "permit", name: t("pages.permit.title"), side: "joint", status: "ahead", needs: ends }]} />;
}

/** Only a case knows which side an institution is on: here a step is on a side where it always is. */
function sideOf({ desk: { offices } }: StepDefinition): StepNode["side"] {
  const [first] = offices;
  return offices.length === 1 && (first === "origin" || first === "destination") ? first : "joint";
}
