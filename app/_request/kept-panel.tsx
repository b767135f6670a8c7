import type { Reader } from "@/lib/server/language";
import { KeepHandOver } from "./keep-hand-over";
import { KeptList, type KeptWords } from "./kept-list";
import { sendEntryKept } from "./send-entry-action";
import type { Keeping } from "./use-keeping";

/** What waits on the reader's device, above whatever they may enter. */
export function KeptPanel({ person, words }: { person: string | null; words: Reader }) {
  return (
    <>
      <KeptList person={person} send={sendEntryKept} words={keptWords(words)} />
      {person !== null && <KeepHandOver />}
    </>
  );
}

/** A page that devices keep knows neither the person nor the time. */
export function keepingFor(person: string | null, { language, t }: Pick<Reader, "language" | "t">): Keeping {
  return { person, language, now: person === null ? null : new Date().toISOString(), send: sendEntryKept, kept: t("ledger.kept.kept"), notKept: t("ledger.kept.notKept") };
}

function keptWords({ language, t, ui }: Reader): KeptWords {
  const own = ["one", "send", "discard", "discardSure", "correct", "again", "signedOut", "noNetwork", "mine", "refused"] as const;
  return {
    ...(Object.fromEntries(own.map((name) => [name, t(`ledger.kept.${name}`)])) as Record<(typeof own)[number], string>),
    signIn: t("auth.ended.signIn"),
    many: t("ledger.kept.many", { count: "{count}" }),
    others: t("ledger.kept.others", { count: "{count}" }),
    language,
    error: ui("error"),
    optional: ui("optional"),
    fields: { place: t("ledger.custody.place"), "quantity.value": t("pages.permit.quantity"), condition: t("ledger.form.condition"), at: t("ledger.custody.at") },
  };
}
