import type { BundleCase } from "../../../db/queries/bundle-papers.ts";
import { requestEvents } from "../../../db/queries/request-events.ts";
import { takenEvents } from "../../../db/queries/taken-events.ts";
import type { PersonActor } from "../../access/actor.ts";
import { saidIn } from "../../audit/export/event-table.ts";
import { type StoryEntry, storyPage } from "../../audit/export/story-page.ts";
import { format } from "../../format.ts";
import { htmlLanguage } from "../../html-language.ts";
import type { Language } from "../../language.ts";
import { translator } from "../translate.ts";
import { typeWords } from "./type-words.ts";

/** A case told to be read, for a bundle. */
export function storyOf(actor: PersonActor, { id, number, title, kind, status, from, to, submittedAt }: BundleCase, language: Language): AsyncGenerator<string> {
  const t = translator(language);
  const written = format(language);
  const facts = [
    [t("takeaway.column.number"), number],
    [t("takeaway.column.kind"), t(`ui.kind.${kind}`)],
    [t("takeaway.column.from"), t(`ui.jurisdiction.${from}`)],
    [t("takeaway.column.to"), t(`ui.jurisdiction.${to}`)],
    [t("pages.list.status"), t(`ui.status.${status}`)],
    [t("pages.event.request-submitted"), written.dateTime(submittedAt)],
  ] as const;
  return storyPage({ language: htmlLanguage[language], title: title || t("pages.untitled"), facts, entries: entries(actor, id, language), withheld: t("pages.story.withheld") });
}

async function* entries(actor: PersonActor, id: string, language: Language): AsyncGenerator<StoryEntry[]> {
  const t = translator(language);
  const written = format(language);
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<typeof requestEvents>> = await requestEvents(actor, id, { after, limit: 200 });
    if (!page) return;
    const { events } = await takenEvents(actor, page.items.map(({ seq }) => ({ requestId: id, seq })));
    const bySeq = new Map(events.map((event) => [event.seq, event]));
    yield page.items.map(({ seq, hash }): StoryEntry => {
      const event = bySeq.get(seq);
      if (!event) return { seq, hash, told: null };
      const step = typeof event.data.step === "string" ? event.data.step : null;
      return { seq, hash, told: { at: written.dateTime(event.at), what: [typeWords(event.type, t), step].filter(Boolean).join(" · "), who: event.person ?? ("person" in event.actor ? t("pages.story.somebody") : t("pages.story.system")), said: saidIn(event, t("takeaway.erased")) } };
    });
    after = page.next;
  }
}
