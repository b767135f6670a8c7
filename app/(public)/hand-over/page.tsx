import type { Metadata } from "next";
import { keepingFor, KeptPanel } from "@/app/_request/kept-panel";
import { Footer } from "@/app/_ui/footer";
import { Header } from "@/app/_ui/header";
import { Page } from "@/app/_ui/page";
import { PageHead } from "@/app/_ui/page-head";
import { kindDefinition } from "@/lib/kind/registry";
import { kinds } from "@/lib/policy/pack";
import { type Reader, reader } from "@/lib/server/language";
import { OfflineTakeOver, type OfflineWords } from "./offline-take-over";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("ledger.kept.page.title") };
}

/** What waits on a device; and, without network, what stands in for the page of a hand-over. Devices keep it as it is, so nobody is named on it. */
export default async function KeptEntriesPage() {
  const words = await reader();
  const { language, t, ui } = words;
  return (
    <Page t={ui} width="read" header={<Header t={ui} language={language} here="/hand-over" width="read" />} footer={<Footer width="read" items={[ui("footer.guidance")]} />}>
      <PageHead title={t("ledger.kept.page.title")} lead={t("ledger.kept.page.lead")} />
      <KeptPanel person={null} words={words} />
      <OfflineTakeOver words={wordsOf(words)} keeping={{ ...keepingFor(null, words), once: true }} />
    </Page>
  );
}

function wordsOf({ language, t, ui }: Reader): OfflineWords {
  const units = [...new Set(kinds.flatMap((kind) => kindDefinition(kind).units)), "container", "mL"];
  const custody = (name: string) => t(`ledger.custody.${name}`);
  return {
    language,
    offline: t("ledger.kept.page.offline"),
    what: t("ledger.kept.page.what", { amount: "{amount}", number: "{number}" }),
    place: custody("place"), quantity: custody("quantity"), condition: custody("condition"), at: custody("at"), atHint: custody("atHint"), more: custody("more"), sound: custody("takeSound"), damaged: custody("takeDamaged"),
    error: ui("error"), optional: ui("optional"),
    units: Object.fromEntries(units.map((unit) => [unit, t(`facts.units.${unit}.name`)])),
  };
}
