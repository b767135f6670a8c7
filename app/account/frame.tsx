import type { ReactNode } from "react";
import { Footer } from "@/app/_ui/footer";
import { Header } from "@/app/_ui/header";
import { Remark } from "@/app/_ui/notice";
import { Page } from "@/app/_ui/page";
import { PageHead } from "@/app/_ui/page-head";
import { PersonMenu } from "@/app/_ui/person-menu";
import { TabLinks } from "@/app/_ui/tab-links";
import { signOutHere } from "@/app/(auth)/sign-out";
import { reader } from "@/lib/server/language";
import { currentPath, requireActor } from "@/lib/server/session";

const tabs = [
  { href: "/account", words: "account.you.title" },
  { href: "/account/password", words: "account.password.title" },
  { href: "/account/sessions", words: "account.sessions.title" },
  { href: "/account/keys", words: "account.keys.title" },
] as const;

/** The pages about oneself. `done` is what was just done. */
export async function AccountFrame({ tab, lead, done, children }: { tab: (typeof tabs)[number]["href"]; lead?: ReactNode; done?: string; children: ReactNode }) {
  const [actor, { language, t, ui }, here] = await Promise.all([requireActor(), reader(), currentPath()]);
  const nav = [{ href: "/", label: ui("nav.home") }, { href: "/requests", label: ui("nav.requests") }];
  const person = <PersonMenu t={ui} name={actor.name} links={[{ href: "/account", label: ui("nav.account") }]} signOut={signOutHere} />;
  return (
    <Page t={ui} header={<Header t={ui} language={language} here={here} nav={nav} person={person} />} footer={<Footer items={[ui("footer.guidance")]} />}>
      <PageHead title={t("account.title")} />
      <TabLinks label={t("account.title")} tabs={tabs.map(({ href, words }) => ({ href, label: t(words), current: href === tab }))} />
      <div className="max-w-desk pt-6">
        {done && <Remark state="done">{done}</Remark>}
        {lead && <p className="mb-6 max-w-read text-ink-2">{lead}</p>}
        {children}
      </div>
    </Page>
  );
}
