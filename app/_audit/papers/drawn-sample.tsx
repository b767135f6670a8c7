import { CommandForm } from "@/app/_request/command-form";
import { DataTable } from "@/app/_ui/data-table";
import { Panel } from "@/app/_ui/panel";
import type { PersonActor } from "@/lib/access/actor";
import type { DrawnSample as Found } from "@/lib/server/draw-sample";
import { reader } from "@/lib/server/language";
import type { PaperQuestion, SampleAsked } from "@/lib/working-paper/question";
import { openWorkingPaper } from "./actions";
import { SampleFacts } from "./sample-facts";
import { stratumWords } from "./stratum-words";

/** What was drawn, from how many, by which seed; and the form that makes a working paper of it. */
export async function DrawnSample({ actor, found, asked }: { actor: PersonActor; found: Found; asked: { question: PaperQuestion; sample: SampleAsked } }) {
  const words = await reader();
  const { t, ui } = words;
  const { seed, scope, drawn } = found;
  const { question, sample } = asked;
  const sampling = { seed, size: sample.size, by: sample.by ?? [], atLeastOne: sample.atLeastOne ?? false, population: drawn.population, strata: drawn.strata };
  const named = await stratumWords(actor, { by: sampling.by, strata: drawn.strata.map(({ stratum }) => stratum) }, words);
  const hidden = [["id", crypto.randomUUID()], ["scope", scope], ["population", drawn.population.digest], ["size", String(sample.size)], ["seed", seed], ["atLeastOne", String(sampling.atLeastOne)], ["by", sampling.by.join(" ")], ...Object.entries(question)] as const;
  return (
    <>
      <Panel title={t("papers.sample.title")} padded><SampleFacts actor={actor} sampling={sampling} question={question} /></Panel>
      <Panel title={t("papers.sample.drawn")} count={t("papers.cases", { count: drawn.sample.length })}>
        <DataTable
          caption={t("papers.sample.drawn")}
          rows={drawn.sample}
          keyOf={({ item }) => item}
          columns={[
            { id: "number", head: t("papers.case"), look: "mono", cell: ({ item, number }) => <a href={`/audit/${item}`}>{number}</a> },
            ...(sampling.by.length > 0 ? [{ id: "stratum", head: t("papers.stratum"), look: "wide" as const, cell: ({ stratum }: { stratum?: string }) => (stratum === undefined ? "–" : named(stratum)) }] : []),
            { id: "rank", head: t("papers.rank"), look: "mono", cell: ({ rank }) => `${rank.slice(0, 12)}…` },
          ]}
        />
      </Panel>
      <div data-screen>
        <Panel title={t("papers.new.make")} padded id="make">
          <CommandForm
            action={openWorkingPaper}
            words={{ error: ui("error"), optional: ui("optional") }}
            fields={[
              ...hidden.map(([name = "", value = ""]) => ({ is: "hidden" as const, name, value })),
              { is: "text", name: "title", label: t("papers.new.name"), size: "full" },
              { is: "area", name: "attributes", label: t("papers.new.attributes"), hint: t("papers.new.attributesHint"), rows: 4 },
              { is: "date", name: "period.from", label: t("papers.new.from"), optional: true, value: question.from },
              { is: "date", name: "period.to", label: t("papers.new.to"), optional: true, value: question.to },
            ]}
            submits={[{ label: t("papers.new.do"), look: "first" }]}
          />
        </Panel>
      </div>
    </>
  );
}
