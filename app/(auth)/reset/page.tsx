import type { Metadata } from "next";
import Link from "next/link";
import { reader } from "@/lib/server/language";
import { isResetOpen } from "@/lib/server/sign-in-reset";
import { ActionForm } from "../action-form";
import { Frame } from "../frame";
import { setPassword } from "./action";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("auth.reset.title") };
}

export default async function ResetPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { token } = await searchParams;
  const { t, ui } = await reader();
  if (typeof token !== "string" || !(await isResetOpen(token, new Date()))) {
    return (
      <Frame title={t("auth.reset.goneTitle")} lead={t("auth.reset.gone")}>
        <p><Link href="/forgot">{t("auth.reset.again")}</Link></p>
      </Frame>
    );
  }
  return (
    <Frame title={t("auth.reset.title")} lead={t("auth.reset.ends")}>
      <ActionForm
        action={setPassword}
        words={{ error: ui("error") }}
        submit={t("auth.reset.submit")}
        fields={[
          { is: "password", name: "password", label: t("auth.reset.password"), hint: t("auth.reset.hint"), autoComplete: "new-password" },
          { is: "hidden", name: "token", value: token },
        ]}
      />
    </Frame>
  );
}
