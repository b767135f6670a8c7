import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommandForm } from "@/app/_request/command-form";
import { Frame } from "@/app/_request/frame";
import { Remark } from "@/app/_ui/remark";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { htmlLanguage } from "@/lib/html-language";
import { languages, ownNames } from "@/lib/language";
import { reader } from "@/lib/server/language";
import { mostSealAddresses, sealMailsOf } from "@/lib/server/publish-seal-mails";
import { requireActor } from "@/lib/server/session";
import { nameSealMails } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("seals.mail.title") };
}

/** Where an administrator names who keeps the seals of the record outside: once a day the newest is mailed there. */
export default async function SealMailsPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { t, ui, language }, { saved }] = await Promise.all([requireActor(), reader(), searchParams]);
  const named = await sealMailsOf(actor);
  if (named.length === 0) notFound();
  const folded = { within: true, summary: t("seals.mail.addresses") };
  const count = typeof saved === "string" && /^\d{1,2}$/.test(saved) ? Number(saved) : null;
  return (
    <Frame width="read">
      <PageHead title={t("seals.mail.title")} crumbs={[<a key="seals" href="/seals">{t("seals.title")}</a>]} lead={t("seals.mail.lead")} />
      {count !== null && <Remark state="done">{t("seals.mail.saved", { count })}</Remark>}
      <div className="grid gap-5">
        {named.map((one) => (
          <Panel key={one.organisation} title={t("seals.mail.for", { organisation: one.names[language] })} padded>
            <CommandForm
              compact
              folded={named.length > 1 && one.addresses.length === 0 ? folded : undefined}
              action={nameSealMails}
              words={{ error: ui("error"), optional: ui("optional") }}
              fields={[
                { is: "hidden", name: "organisation", value: one.organisation },
                { is: "area", name: "addresses", label: t("seals.mail.addresses"), hint: t("seals.mail.hint", { most: mostSealAddresses }), value: one.addresses.join("\n"), rows: 4, optional: true },
                { is: "select", name: "language", label: t("seals.mail.language"), options: languages.map((value) => ({ value, label: ownNames[value], lang: htmlLanguage[value] })), value: one.language ?? language },
              ]}
              submits={[{ label: t("seals.mail.save"), look: named.length > 1 ? "plain" : "first" }]}
            />
          </Panel>
        ))}
      </div>
    </Frame>
  );
}
