import type { BundleIndex, IndexWords } from "../../audit/export/bundle-index.ts";
import { format } from "../../format.ts";
import { htmlLanguage } from "../../html-language.ts";
import type { Language } from "../../language.ts";
import { translator } from "../translate.ts";

/** The words of a bundle's index: what it is, and how to check it by programs that are not ours. */
export function bundleWords({ made, by, requests }: BundleIndex, language: Language): IndexWords {
  const t = translator(language);
  const written = format(language);
  return {
    language: htmlLanguage[language],
    title: t("takeaway.bundle.title", { count: requests.length, number: requests[0]?.number ?? "" }),
    facts: [[t("takeaway.by"), by.name], [t("takeaway.at"), written.dateTime(made)], [t("takeaway.requests"), written.list(requests.map(({ number }) => number))]],
    how: [t("takeaway.bundle.contents"), t("takeaway.bundle.how"), t("takeaway.bundle.seal")],
    commands: "python3 verify_record.py .",
    heads: { name: t("takeaway.bundle.name"), what: t("takeaway.bundle.what"), bytes: t("takeaway.bundle.bytes"), digest: "SHA-256" },
    what: (of) => t(`takeaway.bundle.of.${of}`),
    differs: t("takeaway.bundle.differs"),
    missing: t("takeaway.bundle.missing"),
    why: ({ why, erased }) => (erased ? t("takeaway.bundle.erased", { day: written.date(erased.at), rule: erased.rule }) : t(`takeaway.bundle.${why}`)),
  };
}
