import type { ReactNode } from "react";
import { Footer } from "@/app/_ui/footer";
import { Header } from "@/app/_ui/header";
import { Page } from "@/app/_ui/page";
import { PersonMenu } from "@/app/_ui/person-menu";
import type { Width } from "@/app/_ui/wrap";
import { signOutHere } from "@/app/(auth)/sign-out";
import type { PersonActor } from "@/lib/access/actor";
import { desksOf } from "@/lib/access/actor";
import { mayBreakGlass } from "@/lib/access/break-glass";
import { holdsAnywhere } from "@/lib/access/can";
import { reader } from "@/lib/server/language";
import { currentActor, currentPath } from "@/lib/server/session";
import { settings } from "@/lib/server/settings";
import { isDemonstration } from "@/lib/server/sign-in-demo";
import type { Translator } from "@/lib/server/translate";
import { LeftBehind } from "./left-behind";

/** Every page's surroundings: what the person may go to, in which language, and who they are. `list` is the id of the list that the page is there for. */
export async function Frame({ width = "page", bar, list, children }: { width?: Width; bar?: ReactNode; list?: string; children: ReactNode }) {
  const [actor, { language, t, ui }, here] = await Promise.all([currentActor(), reader(), currentPath()]);
  const path = here.split("?")[0] ?? "/";
  const nav = (actor.kind === "person" ? places(actor) : open).map(({ href, words, holds = [href] }) => ({ href, label: ui(words), current: href === "/" ? path === "/" : holds.some((one) => path.startsWith(one)) }));
  const isIn = actor.kind === "person";
  const person = isIn ? <PersonMenu t={ui} name={actor.name} links={duties(actor).map(({ href, words }) => ({ href, label: t(words) }))} signOut={signOutHere} /> : undefined;
  return (
    <Page t={ui} width={width} bar={bar} list={list} header={<Header t={ui} language={language} here={here} nav={nav} person={person} signIn={isIn ? undefined : ui("signIn")} width={width === "read" ? "page" : width} />} footer={<Footer items={[...footerItems(t), <a key="seals" href="/seals">{t("seals.title")}</a>]} width={width} />}>
      <LeftBehind />
      {children}
    </Page>
  );
}

/** What is open to everybody. */
const open: readonly Place[] = [
  { href: "/finder", words: "nav.finder" },
  { href: "/rules", words: "nav.rules" },
  { href: "/permits", words: "nav.check" },
];

/** `holds` are the beginnings of addresses that belong to a place, where it is not its own alone. */
type Place = { readonly href: string; readonly words: string; readonly holds?: readonly string[] };

function places(actor: PersonActor): Place[] {
  return [
    { href: "/", words: "nav.home" },
    ...(desksOf(actor).some((desk) => !desk.startsWith("cp.")) || holdsAnywhere(actor, "request.endorse") ? [{ href: "/inbox", words: "nav.desk", holds: ["/inbox", "/desks", "/quotas", "/grants"] }] : []),
    { href: "/requests", words: "nav.requests" },
    { href: "/dossiers", words: "nav.dossiers" },
    ...open,
    ...(holdsAnywhere(actor, "audit.search") ? [{ href: "/audit", words: "nav.record", holds: ["/audit", "/findings", "/seals"] }] : []),
  ];
}

/** What somebody comes to now and again, in the menu behind their name. */
function duties(actor: PersonActor): Place[] {
  const mayManage = holdsAnywhere(actor, "people.manage");
  return [
    { href: "/account", words: "ui.nav.account" },
    ...(mayBreakGlass(actor) || holdsAnywhere(actor, "audit.search") || mayManage ? [{ href: "/break-glass", words: "pages.breakGlass.title" }] : []),
    ...(holdsAnywhere(actor, "record.erase") || holdsAnywhere(actor, "record.hold") ? [{ href: "/retention", words: "retention.title" }] : []),
    ...(mayManage ? [{ href: "/seal-mails", words: "seals.mail.title" }] : []),
  ];
}

/** What stands at the foot of every page: that rules are guidance, who runs this, and where the people are invented, that they are. */
export function footerItems(t: Translator): string[] {
  const operator = settings().CAUSEWAY_OPERATOR;
  return [t("ui.footer.guidance"), ...(operator ? [t("pages.operator", { name: operator })] : []), ...(isDemonstration() ? [t("pages.footer")] : [])];
}
