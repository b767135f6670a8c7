import { CommandForm } from "@/app/_request/command-form";
import { DataTable } from "@/app/_ui/data-table";
import { Pager, PastList } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import type { PersonActor } from "@/lib/access/actor";
import type { DrawnSample as Found } from "@/lib/server/draw-sample";
import { reader } from "@/lib/server/language";
import { shownAtOnce } from "@/lib/working-paper/part";
import type { PaperQuestion, SampleAsked } from "@/lib/working-paper/question";
import { openWorkingPaper } from "./actions";
import { SampleFacts } from "./sample-facts";
import { stratumWords } from "./stratum-words";

/** What was drawn, from how many, by which seed, a page of it after the first so many; and the form that makes a working paper of all of it. `here` is the address of another page. */
export async function DrawnSample({ actor, found, asked, after, here }: { actor: PersonActor; found: Found; asked: { question: PaperQuestion; sample: SampleAsked }; after: number; here: (after?: number) => string }) {
  const words = await reader();
  const { t, ui } = words;
  const { seed, scope, drawn } = found;
  const { question, sample } = asked;
  const shown = drawn.sample.slice(after, after + shownAtOnce);
  const next = after + shownAtOnce < drawn.sample.length ? after + shownAtOnce : null;
  const sampling = { seed, size: sample.size, by: sample.by ?? [], atLeastOne: sample.atLeastOne ?? false, population: drawn.population, strata: drawn.strata };
  const named = await stratumWords(actor, { by: sampling.by, strata: drawn.strata.map(({ stratum }) => stratum) }, words);
  const hidden = [["id", crypto.randomUUID()], ["scope", scope], ["population", drawn.population.digest], ["size", String(sample.size)], ["seed", seed], ["atLeastOne", String(sampling.atLeastOne)], ["by", sampling.by.join(" ")], ...Object.entries(question)] as const;
  return (
    <>
      <Panel title={t("papers.sample.title")} padded><SampleFacts actor={actor} sampling={sampling} question={question} /></Panel>
      <Panel id="drawn" title={t("papers.sample.drawn")} count={t("papers.cases", { count: drawn.sample.length })}>
        <PastList t={ui} list="drawn" goesOn={next !== null} />
        <DataTable
          caption={t("papers.sample.drawn")}
          rows={shown}
          keyOf={({ item }) => item}
          columns={[
            { id: "number", head: t("papers.case"), look: "mono", cell: ({ item, number }) => <a href={`/audit/${item}`}>{number}</a> },
            ...(sampling.by.length > 0 ? [{ id: "stratum", head: t("papers.stratum"), look: "wide" as const, cell: ({ stratum }: { stratum?: string }) => (stratum === undefined ? "–" : named(stratum)) }] : []),
            { id: "rank", head: t("papers.rank"), look: "mono", cell: ({ rank }) => `${rank.slice(0, 12)}…` },
          ]}
        />
        <div className="px-4 sm:px-5"><Pager t={ui} list="drawn" newer={after === 0 ? undefined : here()} older={next === null ? undefined : here(next)} /></div>
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
