import type { BundleCase } from "../../../db/queries/bundle-papers.ts";
import { requestEvents } from "../../../db/queries/request-events.ts";
import type { PersonActor } from "../../access/actor.ts";
import { type StoryEntry, storyPage, type StoryWords } from "../../audit/export/story-page.ts";
import { isForeign, writtenIn } from "../../audit/written-in.ts";
import { type Format, format } from "../../format.ts";
import { htmlLanguage } from "../../html-language.ts";
import type { Language } from "../../language.ts";
import { auditedCase } from "../audited-case.ts";
import type { RequestDetail } from "../request-detail.ts";
import { type OpenEvent, toldEvent } from "../told-event.ts";
import { type Translator, translator } from "../translate.ts";

/** A case told to be read, for a bundle: in the sentences of its page. */
export function storyOf(actor: PersonActor, { id, number, title, kind, status, from, to, submittedAt }: BundleCase, language: Language): AsyncGenerator<string> {
  const words = { language, t: translator(language), format: format(language) };
  const { t, format: written } = words;
  const facts = [
    [t("takeaway.column.number"), number],
    [t("takeaway.column.kind"), t(`ui.kind.${kind}`)],
    [t("takeaway.column.from"), t(`ui.jurisdiction.${from}`)],
    [t("takeaway.column.to"), t(`ui.jurisdiction.${to}`)],
    [t("pages.list.status"), t(`ui.status.${status}`)],
    [t("pages.event.request-submitted"), written.dateTime(submittedAt)],
  ] as const;
  return storyPage({ language: htmlLanguage[language], title: title || t("pages.untitled"), facts, entries: entries(actor, id, words), withheld: t("pages.story.withheld") });
}

type Words = { readonly language: Language; readonly t: Translator; readonly format: Format };

async function* entries(actor: PersonActor, id: string, words: Words): AsyncGenerator<StoryEntry[]> {
  const found = await auditedCase(actor, id);
  if (!found) return;
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<typeof requestEvents>> = await requestEvents(actor, id, { after, limit: 200 });
    if (!page) return;
    yield page.items.map((event): StoryEntry => ({ seq: event.seq, hash: event.hash, told: "withheld" in event ? null : told(event, found.detail, words) }));
    after = page.next;
  }
}

function told(event: OpenEvent, detail: RequestDetail, words: Words): StoryEntry["told"] {
  const { spoken, ...rest } = toldEvent(event, detail, words);
  return { ...rest, at: words.format.dateTime(event.at), said: spoken.map((body) => (body === null ? { text: words.t("takeaway.erased"), language: null, mark: null } : asWritten(body, words))) };
}

/** Words beside the sentence stay as they were written: nothing here is translated by a machine. */
function asWritten(text: string, { language, t }: Words): StoryWords {
  const written = writtenIn(text);
  return { text, language: written === null || written === "zh" ? written : htmlLanguage[written], mark: isForeign(written, language) ? t(`audit.written.${written}`) : null };
}
