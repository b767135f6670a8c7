import type { OpenEvent } from "./told-event.ts";
import type { PaperPart } from "../../db/queries/paper-part.ts";
import type { PaperContent } from "../../db/queries/working-papers.ts";
import { digestsIn } from "../audit/digests-in.ts";
import type { Asked } from "../working-paper/asked.ts";
import { PaperHappening } from "../working-paper/events.ts";
import type { Reader } from "./language.ts";

type Named = Pick<PaperPart, "numbers"> & Pick<PaperContent, "attributes"> & { readonly people: Readonly<Record<string, string>>; /** What a desk or organisation is called. */ readonly asked: (id: Asked) => string };
type Words = Pick<Reader, "t" | "format">;

/** An event of a working paper told to its auditors: its sentence, and the words that somebody wrote, as they wrote them; null where these were erased. */
export function toldPaperEvent(event: OpenEvent, named: Named, words: Words): { readonly sentence: string; readonly spoken: readonly (string | null)[] } {
  const { t } = words;
  const happening = PaperHappening.parse({ type: event.type, data: event.data });
  const { person } = event.actor as { readonly person?: string };
  const who = person === undefined ? t("pages.story.system") : (named.people[person] ?? t("pages.story.somebody"));
  const spoken = digestsIn(spokenIn(happening)).map((digest) => event.texts[digest]?.body ?? null);
  return { sentence: t(`papers.story.${event.type.replace(".", "-")}`, { who, ...valuesOf(happening, named, words) }), spoken };
}

function valuesOf(happening: PaperHappening, { numbers, attributes, asked }: Named, { t, format }: Words): Record<string, string | number> {
  const numberOf = (request: string) => numbers[request] ?? "";
  switch (happening.type) {
    case "paper.opened":
      return { number: happening.data.number, count: happening.data.cases.length };
    case "paper.tested": {
      const { request, marks } = happening.data;
      const said = marks.map(({ attribute, result }) => format.pair(attributes.find(({ id }) => id === attribute)?.name ?? t("papers.erased"), t(`papers.result.${result}`)));
      return { number: numberOf(request), marks: format.series(said), count: marks.length };
    }
    case "finding.raised": {
      const { finding, request, severity, desk, organisation = null, replyBy } = happening.data;
      return { finding, number: numberOf(request), severity: t(`papers.severity.${severity}`), asked: asked({ desk, organisation }), day: format.date(replyBy) };
    }
    case "finding.replied":
      return { finding: happening.data.finding, stance: t(`papers.stance.${happening.data.stance}`) };
    case "finding.followUpSet":
      return { finding: happening.data.finding, day: format.date(happening.data.due) };
    case "finding.reminded":
      return { finding: happening.data.finding, of: happening.data.of, late: String(happening.data.isLate), day: format.date(happening.data.due) };
    case "finding.closed":
      return { finding: happening.data.finding };
    case "paper.signed":
      return {};
    default:
      return happening satisfies never;
  }
}

/** What a paper was opened with stands on its page: its title, its question and its tests. */
function spokenIn({ type, data }: PaperHappening): unknown {
  return type === "paper.opened" ? null : data;
}
