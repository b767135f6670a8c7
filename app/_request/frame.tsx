import type { ReactNode } from "react";
import { Footer } from "@/app/_ui/footer";
import { Header } from "@/app/_ui/header";
import { Page } from "@/app/_ui/page";
import { PersonMenu } from "@/app/_ui/person-menu";
import type { Width } from "@/app/_ui/wrap";
import { signOutHere } from "@/app/(auth)/sign-out";
import type { PersonActor } from "@/lib/access/actor";
import { desksOf } from "@/lib/access/actor";
import { holdsAnywhere } from "@/lib/access/can";
import { reader } from "@/lib/server/language";
import { currentActor, currentPath } from "@/lib/server/session";

/** Every page's surroundings: what the person may go to, in which language, and who they are. */
export async function Frame({ width = "page", bar, children }: { width?: Width; bar?: ReactNode; children: ReactNode }) {
  const [actor, { language, t, ui }, here] = await Promise.all([currentActor(), reader(), currentPath()]);
  const path = here.split("?")[0] ?? "/";
  const nav = (actor.kind === "person" ? places(actor) : open).map(({ href, words }) => ({ href, label: ui(words), current: href === "/" ? path === "/" : path.startsWith(href) }));
  const person = actor.kind === "person" ? <PersonMenu t={ui} name={actor.name} links={[{ href: "/account", label: ui("nav.account") }]} signOut={signOutHere} /> : <a href="/sign-in">{ui("signIn")}</a>;
  return (
    <Page t={ui} width={width} bar={bar} header={<Header t={ui} language={language} here={here} nav={nav} person={person} width={width} />} footer={<Footer items={[ui("footer.guidance"), t("pages.footer")]} width={width} />}>
      {children}
    </Page>
  );
}

/** What is open to everybody. */
const open = [
  { href: "/finder", words: "nav.finder" },
  { href: "/rules", words: "nav.rules" },
  { href: "/permits", words: "nav.check" },
];

function places(actor: PersonActor): { href: string; words: string }[] {
  return [
    { href: "/", words: "nav.home" },
    ...(desksOf(actor).length > 0 || holdsAnywhere(actor, "request.endorse") ? [{ href: "/inbox", words: "nav.desk" }] : []),
    { href: "/requests", words: "nav.requests" },
    ...open,
    ...(holdsAnywhere(actor, "audit.search") ? [{ href: "/audit", words: "nav.record" }] : []),
  ];
}
