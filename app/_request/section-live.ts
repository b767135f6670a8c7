import { listOrganisations } from "@/db/queries/organisations";
import { applying, type Applying } from "@/lib/request/applying";
import type { Reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { rulesPath, servedRules } from "@/lib/server/served-rules";
import type { AppliesWords } from "./applies";
import type { LiveSection } from "./live-section";
import type { SectionFormWords } from "./section-form";
import { confirmingWords, moneySentence, problemWords, suggestWords } from "./section-words";
import { endedWords } from "./outcome";

/** What the browser needs beside the form's fields. Organisations go along only where one is named. */
export async function liveSection(detail: RequestDetail, section: string, { language, t }: Reader): Promise<LiveSection> {
  return {
    kind: detail.kind,
    section,
    language,
    facts: detail.facts,
    claims: detail.claims,
    window: detail.window,
    rates: detail.rates,
    rules: rulesPath(await servedRules(detail.kind, language)),
    known: section === "people" ? await listOrganisations() : [],
    words: { confirming: confirmingWords(t), money: moneySentence(t), problems: problemWords(t) },
  };
}

/** What applies to the draft as it is saved, as the panel shows it before the browser takes over. */
export async function applyingTo({ kind, facts, claims, window, rates }: RequestDetail, { language }: Reader): Promise<Applying[]> {
  return applying((await servedRules(kind, language)).rules, { kind, facts, claims, window, rates });
}

export function appliesWords({ t, ui }: Reader): AppliesWords {
  return {
    title: t("pages.applies.title"),
    count: t("pages.applies.count", { count: "{count}" }),
    added: t("form.applies.added", { names: "{names}" }),
    removed: t("form.applies.removed", { names: "{names}" }),
    none: t("pages.applies.none"),
    guidance: t("pages.applies.guidance"),
    uncertain: t("pages.applies.uncertain"),
    memory: t("pages.applies.memory"),
    offered: t("form.applies.offered"),
    claimed: t("pages.applies.claimed"),
    waived: t("form.applies.waived"),
    card: Object.fromEntries((["newFinding", "needsPerson", "because", "uncertain", "replaces", "eases"] as const).map((key) => [key, ui(key)])),
    jurisdictions: Object.fromEntries((["CN", "HK", "MO", "INT"] as const).map((place) => [place, ui(`jurisdiction.${place}`)])),
  };
}

export function formWords({ t, ui }: Reader): SectionFormWords {
  return {
    error: ui("error"),
    optional: ui("optional"),
    offline: t("form.offline"),
    saved: t("pages.saved"),
    partly: t("form.partly", { time: "{time}" }),
    unsaved: t("form.unsaved"),
    refused: t("form.refused"),
    noConnection: t("form.noConnection"),
    conflict: t("form.conflict"),
    differs: t("form.differs", { theirs: "{theirs}", mine: "{mine}" }),
    sameElsewhere: t("form.sameElsewhere"),
    theirs: t("form.theirs"),
    mine: t("form.mine"),
    ended: endedWords(t),
    suggest: suggestWords(t),
  };
}
