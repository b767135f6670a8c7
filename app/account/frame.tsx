import type { ReactNode } from "react";
import { Frame } from "@/app/_request/frame";
import { Remark } from "@/app/_ui/remark";
import { PageHead } from "@/app/_ui/page-head";
import { TabLinks } from "@/app/_ui/tab-links";
import { reader } from "@/lib/server/language";

const tabs = [
  { href: "/account", words: "account.you.title" },
  { href: "/account/absence", words: "account.absence.title" },
  { href: "/account/password", words: "account.password.title" },
  { href: "/account/sessions", words: "account.sessions.title" },
  { href: "/account/papers", words: "account.papers.title" },
  { href: "/account/calendar", words: "account.calendar.title" },
  { href: "/account/keys", words: "account.keys.title" },
] as const;

/** The pages about oneself. `done` is what was just done. */
export async function AccountFrame({ tab, lead, done, children }: { tab: (typeof tabs)[number]["href"]; lead?: ReactNode; done?: string; children: ReactNode }) {
  const { t } = await reader();
  return (
    <Frame>
      <PageHead title={t("account.title")} />
      <TabLinks label={t("account.title")} tabs={tabs.map(({ href, words }) => ({ href, label: t(words), current: href === tab }))} />
      <div className="pt-6">
        {done && <Remark state="done">{done}</Remark>}
        {lead && <p className="mb-6 max-w-read text-ink-2">{lead}</p>}
        {children}
      </div>
    </Frame>
  );
}
