import type { ReactNode } from "react";
import { Footer } from "@/app/_ui/footer";
import { Header } from "@/app/_ui/header";
import { Page } from "@/app/_ui/page";
import { reader } from "@/lib/server/language";
import { currentPath } from "@/lib/server/session";

/** A page for whoever is not signed in yet: one column, one question. */
export async function Frame({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const { language, ui } = await reader();
  return (
    <Page t={ui} width="read" header={<Header t={ui} language={language} here={await currentPath()} width="read" />} footer={<Footer width="read" items={[ui("footer.guidance")]} />}>
      <div className="pt-8 pb-6 md:pt-14">
        <h1 className="text-xl md:text-2xl">{title}</h1>
        {lead && <p className="mt-2 text-ink-2">{lead}</p>}
      </div>
      {children}
    </Page>
  );
}
