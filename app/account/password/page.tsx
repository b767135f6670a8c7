import type { Metadata } from "next";
import { ActionForm } from "@/app/(auth)/action-form";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import { savePassword } from "../actions";
import { AccountFrame } from "../frame";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("account.password.title") };
}

export default async function PasswordPage() {
  const [actor, { t, ui }] = await Promise.all([requireActor(), reader()]);
  return (
    <AccountFrame tab="/account/password">
      <ActionForm
        action={savePassword}
        words={{ error: ui("error") }}
        submit={t("account.password.save")}
        account={actor.email}
        fields={[
          { is: "password", name: "current", label: t("account.password.now"), autoComplete: "current-password" },
          { is: "password", name: "next", label: t("account.password.next"), hint: t("auth.reset.hint"), autoComplete: "new-password" },
        ]}
      />
    </AccountFrame>
  );
}
