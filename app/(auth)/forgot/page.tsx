import type { Metadata } from "next";
import Link from "next/link";
import { reader } from "@/lib/server/language";
import { ActionForm } from "../action-form";
import { Frame } from "../frame";
import { askForReset } from "./action";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("auth.forgot.title") };
}

export default async function ForgotPage() {
  const { t, ui } = await reader();
  return (
    <Frame title={t("auth.forgot.title")} lead={t("auth.forgot.lead")}>
      <ActionForm
        action={askForReset}
        words={{ error: ui("error") }}
        submit={t("auth.forgot.submit")}
        fields={[{ is: "email", name: "email", label: t("auth.signIn.email"), autoComplete: "username" }]}
      />
      <p className="mt-6 text-sm"><Link href="/sign-in">{t("auth.forgot.back")}</Link></p>
    </Frame>
  );
}
