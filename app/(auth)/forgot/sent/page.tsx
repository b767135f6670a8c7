import type { Metadata } from "next";
import Link from "next/link";
import { reader } from "@/lib/server/language";
import { Frame } from "../../frame";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("auth.forgot.sentTitle") };
}

export default async function SentPage() {
  const { t } = await reader();
  return (
    <Frame title={t("auth.forgot.sentTitle")} lead={t("auth.forgot.sent")}>
      <p className="text-ink-2">{t("auth.forgot.sentElse")}</p>
      <p className="mt-6 text-sm"><Link href="/sign-in">{t("auth.forgot.back")}</Link></p>
    </Frame>
  );
}
