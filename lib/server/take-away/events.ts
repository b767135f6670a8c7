import { caseRows } from "../../../db/queries/case-objects.ts";
import { takenEvents } from "../../../db/queries/taken-events.ts";
import type { Actor } from "../../access/actor.ts";
import { caseObjects } from "../../audit/export/case-objects.ts";
import { eventLine } from "../../audit/export/event-line.ts";
import { eventColumns, eventRow, type TableWords } from "../../audit/export/event-table.ts";
import { type EventFormat, eventFormats } from "../../audit/export/formats.ts";
import { type OcelObject, ocelOf } from "../../audit/export/ocel.ts";
import type { TakenEvent } from "../../audit/export/taken-event.ts";
import type { Language } from "../../language.ts";
import { taking } from "../publish-taking.ts";
import { translator, type Translator } from "../translate.ts";
import { typeWords } from "../type-words.ts";
import { type About, asTable } from "./as-table.ts";
import { recorded } from "./recorded.ts";
import { matchingKeys, type RecordQuestion } from "./question.ts";
import { bytesOf, type Counter, type Taken } from "./taken.ts";

/** How a table names its columns: as its reader is told, or by ids that never change, for programs. */
export type Heads = "words" | "ids";
export type EventsAsked = { readonly question: RecordQuestion; readonly format: EventFormat; readonly bom: boolean; readonly heads: Heads; readonly language: Language; readonly about: About; readonly name: string; /** The question as an address has it: the record says by what events were taken away. */ readonly asked: string };

/** Every event that a question finds and its reader may see, newest first, as a file. That it is taken is recorded, in entries that are not in it. */
export function eventsTaken(actor: Actor, { question, format, bom, heads, language, about, name, asked }: EventsAsked): Taken {
  const counter: Counter = { seen: 0, rows: 0, withheld: 0 };
  const own = taking(actor, { what: "events", as: "auditor", asked, format });
  const batches = counted(actor, question, { counter, without: own.chain });
  const t = translator(language);
  const words = wordsFor(t, heads);
  const table = { name: t("takeaway.events"), columns: eventColumns(words), row: (event: TakenEvent) => eventRow(event, words), line: eventLine };
  const pieces = format === "ocel" ? bytesOf(ocelOf(batches, (ids) => objectsOf(actor, ids))) : asTable(table, batches, { format, bom, about, counter, t });
  const { mediaType, ending } = eventFormats[format];
  return { name: `${name}.${ending}`, mediaType, pieces: recorded(pieces, own, counter), progress: () => ({ ...counter }) };
}

async function* counted(actor: Actor, question: RecordQuestion, { counter, without }: { readonly counter: Counter; readonly without: string }): AsyncGenerator<readonly TakenEvent[]> {
  for await (const found of matchingKeys(actor, question)) {
    const keys = found.filter(({ requestId }) => requestId !== without);
    const { events, withheld } = await takenEvents(actor, keys);
    counter.seen += keys.length;
    counter.rows += events.length;
    counter.withheld += withheld;
    yield events;
  }
}

async function* objectsOf(actor: Actor, ids: readonly string[]): AsyncGenerator<OcelObject[]> {
  for (let at = 0; at < ids.length; at += 100) yield (await caseRows(actor, ids.slice(at, at + 100))).flatMap(caseObjects);
}

function wordsFor(t: Translator, heads: Heads): TableWords {
  return {
    head: (column) => (heads === "ids" ? column : t(`takeaway.column.${column}`)),
    type: (type) => typeWords(type, t),
    kind: (kind) => t(`ui.kind.${kind}`),
    system: t("pages.story.system"),
    erased: t("takeaway.erased"),
  };
}
