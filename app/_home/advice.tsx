import { ButtonLink } from "@/app/_ui/button";
import { MoveList } from "@/app/_ui/move-list";
import { Panel } from "@/app/_ui/panel";
import type { AdviceAsked } from "@/db/queries/advice-asked";
import { reader } from "@/lib/server/language";

/** The questions on which officers want the reader's advice. */
export async function Advice({ asked }: { asked: readonly AdviceAsked[] }) {
  const { language, t, ui, format } = await reader();
  if (asked.length === 0) return null;
  return (
    <Panel lit title={<>{t("home.advice.title")} <span className="text-sm font-normal text-ink-2">{format.number(asked.length)}</span></>}>
      <MoveList
        t={ui}
        items={asked.map(({ request, title, step, by, at, due }) => ({
          id: `${request} ${at}`,
          what: t.rich("home.advice.give", { title: title || t("pages.untitled"), link: (words) => <a href={`/requests/${request}`}>{words}</a>, b: (words) => <b>{words}</b> }),
          when: format.joined([t("home.advice.asked", { step: step[language], who: by, day: format.date(at) }), due && t("pages.due", { day: format.date(due) })]),
          action: <ButtonLink href={`/requests/${request}#hands`} plain>{t("case.hands.advise")}</ButtonLink>,
        }))}
      />
    </Panel>
  );
}
