import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { Frame } from "@/app/_request/frame";
import { SealCard } from "@/app/_seals/seal-card";
import { sealKept } from "@/db/queries/seals";
import { reader } from "@/lib/server/language";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("seals.one") };
}

/** One seal, to print and to put away. */
export default async function SealPage({ params }: { params: Promise<{ size: string }> }) {
  const [{ t }, { size }] = await Promise.all([reader(), params]);
  const seal = /^[1-9]\d{0,8}$/.test(size) ? await sealKept(Number(size)) : null;
  if (!seal) notFound();
  return (
    <Frame width="read">
      <PageHead title={t("seals.one")} crumbs={[<a key="seals" href="/seals">{t("seals.title")}</a>]} lead={t("seals.keep")} />
      <Panel title={t("seals.events", { count: seal.size })} padded><SealCard seal={seal} /></Panel>
    </Frame>
  );
}
