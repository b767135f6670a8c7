import type { Metadata } from "next";
import Link from "next/link";
import { reader } from "@/lib/server/language";
import { Frame } from "./_request/frame";
import { PageHead } from "./_ui/page-head";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("errors.notFound.title") };
}

/** What does not exist, and what the reader may not see: the two look alike. */
export default async function NotFound() {
  const { t } = await reader();
  return (
    <Frame>
      <PageHead title={t("errors.notFound.title")} lead={t("errors.notFound.text")} />
      <p><Link href="/">{t("errors.notFound.home")}</Link></p>
    </Frame>
  );
}
