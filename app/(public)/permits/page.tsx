import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/text-field";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { Frame } from "@/app/_request/frame";
import { readNumber } from "@/lib/permit/number";
import { reader } from "@/lib/server/language";

export async function generateMetadata(): Promise<Metadata> {
  const { ui } = await reader();
  return { title: ui("nav.check") };
}

/** Where anybody types a permit's number. */
export default async function CheckPermit({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [{ t, ui }, { number }] = await Promise.all([reader(), searchParams]);
  const typed = typeof number === "string" ? number.slice(0, 60) : "";
  const read = typed === "" ? null : readNumber(typed);
  if (read?.startsWith("CWP-")) redirect(`/permits/${read}`);
  return (
    <Frame width="read">
      <PageHead title={ui("nav.check")} lead={t("pages.check.permitLead")} />
      <Panel padded>
        <form method="get" className="grid gap-4">
          <TextField question={{ t: ui, name: "number", label: t("pages.permit.number"), hint: t("pages.permit.numberHint"), error: typed !== "" ? t("pages.permit.noNumber") : undefined }} mono size="lg" defaultValue={typed} autoComplete="off" />
          <div><Button look="first">{t("pages.permit.check")}</Button></div>
        </form>
      </Panel>
      <p className="mt-4 text-sm"><a href="/permits/check">{t("credential.check.title")}</a></p>
    </Frame>
  );
}
