import type { Metadata } from "next";
import Link from "next/link";
import { Remark } from "@/app/_ui/remark";
import { demoPassword } from "@/lib/server/demo/people";
import { reader } from "@/lib/server/language";
import { localPath } from "@/lib/server/local-path";
import { currentActor } from "@/lib/server/session";
import { demoSignIns } from "@/lib/server/sign-in-demo";
import { ActionForm } from "../action-form";
import { Frame } from "../frame";
import { signInHere } from "./action";
import { DemoPeople } from "./demo-people";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("auth.signIn.title") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { next, as, ended, changed, error } = await searchParams;
  const [{ t, ui, language }, actor] = await Promise.all([reader(), currentActor()]);
  const demo = demoSignIns(language);
  const back = localPath(next);
  const person = demo.find(({ email }) => email === as);
  return (
    <Frame title={t("auth.signIn.title")}>
      {error && <Remark state="stop">{t("auth.refused.wrongCredentials")}</Remark>}
      {changed && <Remark state="done">{t("auth.signIn.changed")}</Remark>}
      {actor.kind === "person" && <Remark>{t("auth.signIn.signedInAs", { name: actor.name })} <Link href={back}>{t("auth.signIn.goOn")}</Link></Remark>}
      {ended && actor.kind === "public" && <Remark>{t("auth.signIn.ended")}</Remark>}
      <ActionForm
        key={person?.email}
        action={signInHere}
        words={{ error: ui("error") }}
        submit={t("auth.signIn.submit")}
        fields={[
          { is: "email", name: "email", label: t("auth.signIn.email"), autoComplete: "username", value: person?.email },
          { is: "password", name: "password", label: t("auth.signIn.password"), autoComplete: "current-password", value: person && demoPassword },
          { is: "hidden", name: "next", value: back },
        ]}
      />
      <p className="mt-6 text-sm"><Link href="/forgot">{t("auth.signIn.forgot")}</Link></p>
      {demo.length > 0 && <DemoPeople t={t} people={demo} next={back} />}
    </Frame>
  );
}
