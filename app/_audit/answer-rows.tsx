import { DataTable } from "@/app/_ui/data-table";
import { dayOf } from "@/lib/calendar/day";
import type { Entry, Find } from "@/lib/insight/question";
import type { Language } from "@/lib/language";
import type { QuestionAnswer } from "@/lib/server/question-answer";
import { reader } from "@/lib/server/language";
import { findSentence } from "@/lib/server/question-words";
import type { Translator } from "@/lib/server/translate";

/** The rows of an answer: when, what the record says, whose case it is, and the events that say so, each a link. */
export async function AnswerRows({ answer, language }: { answer: QuestionAnswer; language: Language }) {
  const { t, format } = await reader();
  const timed = answer.items.some(({ at }) => at !== null);
  const ofCases = answer.items.some(({ request }) => request !== null);
  return (
    <DataTable
      caption={t("ask.found")}
      rows={answer.items}
      keyOf={({ key }) => key}
      columns={[
        ...(timed ? [{ id: "at", head: t("ask.columns.at"), look: "short" as const, cell: ({ at }: Find) => (at ? format.dateTime(at) : "–") }] : []),
        { id: "what", head: t("ask.columns.what"), look: "wide", cell: (find) => findSentence(answer, find, language) },
        ...(ofCases ? [{ id: "case", head: t("ask.columns.case"), look: "mono" as const, cell: ({ request }: Find) => (request ? <a href={`/audit/${request.id}`}>{request.number || t("pages.untitled")}</a> : "–") }] : []),
        { id: "entries", head: t("ask.columns.entries"), look: "short", cell: (find) => <Entries find={find} numbers={answer.names.numbers} t={t} /> },
      ]}
    />
  );
}

function Entries({ find, numbers, t }: { find: Find; numbers: QuestionAnswer["names"]["numbers"]; t: Translator }) {
  const { entries, request } = find;
  if (entries.length === 0) return request ? <a href={`/audit/${request.id}`}>{t("ask.entries")}</a> : <>–</>;
  return (
    <ul>
      {entries.map((entry) => (
        <li key={`${entry.id} ${entry.seq}`}><a href={hrefOf(entry, find)}>{entryWords(entry, numbers[entry.id], t)}</a></li>
      ))}
    </ul>
  );
}

/** An event of another request than the row's says of which: two of them can have one number. */
function entryWords({ seq }: Entry, number: string | undefined, t: Translator): string {
  if (seq === 0) return t("ask.entries");
  return number === undefined ? t("ask.entry", { seq }) : t("ask.entryOf", { seq, number });
}

/** Where an entry is read: in the story of its case, in its quota's, or among the changes of the set-up on its day. */
function hrefOf({ of, id, seq }: Entry, { at, values }: Pick<Find, "at" | "values">): string {
  if (of === "request") return `/audit/${id}#event-${seq}`;
  if (of === "dossier") return `/dossiers/${id}`;
  if (of === "account") return `/quotas/${values.organisation}/${values.quota}/${values.year}`;
  const since = at ?? (typeof values.since === "string" ? values.since : null);
  return `/audit?${new URLSearchParams({ type: "config.changed", ...(since !== null && { from: dayOf(since), to: dayOf(since) }) })}`;
}
