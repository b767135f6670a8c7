import { Blank } from "@/app/_ui/blank";
import { ButtonLink } from "@/app/_ui/button";
import { MoveList, type MoveItem } from "@/app/_ui/move-list";
import { Panel } from "@/app/_ui/panel";
import { obligationName, requirementName } from "@/lib/server/requirement-name";
import type { Move } from "@/lib/request/agenda";
import { reader, type Reader } from "@/lib/server/language";

/** What waits for a requester, what is due first on top. */
export async function Moves({ moves }: { moves: readonly Move[] }) {
  const words = await reader();
  if (moves.length === 0) return null;
  return (
    <Panel lit title={<>{words.ui("yourMove")} <span className="text-sm font-normal text-ink-2">{words.format.number(moves.length)}</span></>} count={words.t("home.moves.order")}>
      <MoveList t={words.ui} items={moves.slice(0, shown).map((move, at) => said(move, at, words))} />
      {moves.length > shown && <p className="border-t border-lamp-line px-4 py-3 text-sm sm:px-5"><a href="/requests?whose=me">{words.t("home.moves.all", { count: moves.length })}</a></p>}
    </Panel>
  );
}

/** As many as one can take in; the list has them all. */
const shown = 8;

function said(move: Move, at: number, words: Reader): MoveItem {
  if (move.is === "answer") return answering(move, at, words);
  if (move.is === "accept") return accepting(move, at, words);
  if (move.is === "overdue") return overdue(move, at, words);
  return move.is === "unbind" ? unbinding(move, at, words) : recording(move, at, words);
}

function unbinding({ request, wait }: Extract<Move, { is: "unbind" }>, at: number, { t }: Reader): MoveItem {
  return {
    id: `${request.id} ${wait.request}`,
    what: t.rich("home.moves.unbind", { awaited: wait.number, title: request.title || t("pages.untitled"), link: (title) => <a href={`/requests/${request.id}`}>{title}</a>, b: (text) => <b>{text}</b> }),
    when: t("dossier.waits.ended", { awaits: wait.number }),
    action: <ButtonLink href={`/dossiers/${wait.dossier}`} plain look={at === 0 ? "first" : "plain"}>{t("home.moves.dossier")}</ButtonLink>,
  };
}

function overdue({ request, obligation, more }: Extract<Move, { is: "overdue" }>, at: number, { language, t, format }: Reader): MoveItem {
  const { requirement, by } = obligation;
  return {
    id: `${request.id} overdue`,
    what: t.rich("home.moves.record", { requirement: obligationName(obligation, { t, language }), title: request.title || t("pages.untitled"), link: (title) => <a href={`/requests/${request.id}`}>{title}</a>, b: (text) => <b>{text}</b> }),
    when: <>{t.rich("home.moves.overdue", { day: by === null ? "" : format.date(by), b: (text) => <b className="text-stop">{text}</b> })}{more > 0 && <><Blank />{t("home.moves.moreOverdue", { count: more })}</>}</>,
    action: <ButtonLink href={`/requests/${request.id}#${requirement === null ? "obligations" : "requirements"}`} plain look={at === 0 ? "first" : "plain"}>{t(requirement === null ? "home.moves.obligation" : "pages.requirements.record")}</ButtonLink>,
  };
}

function accepting({ request }: Extract<Move, { is: "accept" }>, at: number, { t, format }: Reader): MoveItem {
  return {
    id: `${request.id} terms`,
    what: t.rich("home.moves.accept", { title: request.title || t("pages.untitled"), link: (title) => <a href={`/requests/${request.id}`}>{title}</a>, b: (text) => <b>{text}</b> }),
    when: t("home.moves.beforeCrossing", { crossing: format.date(request.crossing) }),
    action: <ButtonLink href={`/requests/${request.id}#terms`} plain look={at === 0 ? "first" : "plain"}>{t("pages.check.acceptThese")}</ButtonLink>,
  };
}

function answering({ request }: Extract<Move, { is: "answer" }>, at: number, { t, format }: Reader): MoveItem {
  return {
    id: request.id,
    what: t.rich("home.moves.answer", { title: request.title || t("pages.untitled"), link: (title) => <a href={`/requests/${request.id}`}>{title}</a>, b: (text) => <b>{text}</b> }),
    when: t("home.moves.stopped", { day: format.date(request.changedAt) }),
    action: <ButtonLink href={`/requests/${request.id}#reply`} plain look={at === 0 ? "first" : "plain"}>{t("home.moves.reply")}</ButtonLink>,
  };
}

function recording({ request, requirement, more, by, earliest }: Extract<Move, { is: "record" }>, at: number, { language, t, format }: Reader): MoveItem {
  const crossing = format.date(request.crossing);
  return {
    id: request.id,
    what: t.rich("home.moves.record", { requirement: requirementName(requirement, language, t), title: request.title || t("pages.untitled"), link: (title) => <a href={`/requests/${request.id}`}>{title}</a>, b: (text) => <b>{text}</b> }),
    when: (
      <>
        {earliest !== null ? t.rich("home.moves.late", { crossing, earliest: format.date(earliest), b: (text) => <b className="text-stop">{text}</b> }) : by !== null ? t("home.moves.by", { day: format.date(by), crossing }) : t("home.moves.crossing", { crossing })}
        {more > 0 && <><Blank />{t("home.moves.more", { count: more })}</>}
      </>
    ),
    action: <ButtonLink href={`/requests/${request.id}#requirements`} plain look={at === 0 ? "first" : "plain"}>{t("pages.requirements.record")}</ButtonLink>,
  };
}
