import type { Format } from "../format.ts";
import type { Language, Text } from "../language.ts";
import type { LiveState } from "../request/state.ts";
import { dueOf } from "../workflow/step-clock.ts";
import { type Block, letter, type Letter } from "./letter.ts";
import type { Notice } from "./notices.ts";

/** Whom it is for and in which words; `t` gives a message by key. */
export type Reader = { readonly id: string; readonly name: string; readonly language: Language; readonly t: (key: string, values?: Record<string, string>) => string; readonly format: Format };

/** What a mail names: the request's title while it is kept, its steps and desks, and where it is. */
export type Named = { readonly title: string | null; readonly step: (id: string) => Text; readonly desk: (id: string) => Text; readonly requirement: (id: string) => string; readonly link: string };

/** The mail of a notice: what happened, which request, whose move it is and by when, the link, and why this reader is told. */
export function noticeLetter({ code, to, step, awaited, requirement, obligation, day, count, standsInFor }: Notice, state: LiveState, reader: Reader, { title, ...named }: Named): Letter {
  const { t, language } = reader;
  const owed = obligation && (obligation.requirement === null ? t(`obligation.kind.${obligation.kind}`) : named.requirement(obligation.requirement));
  const move = obligation ? [t("mail.by", { who: t(state.requester === reader.id ? "mail.you" : "mail.theRequester"), day: reader.format.date(day ?? "") })] : moves(state, reader, named);
  const values = { number: state.number, count: String(count ?? 1), step: step === null ? "" : named.step(step)[language], awaited: awaited ?? "", requirement: requirement === undefined ? "" : named.requirement(requirement), obligation: owed ?? "", day: day === undefined ? "" : reader.format.date(day) };
  const blocks: Block[] = [
    t("mail.greeting", { name: reader.name }),
    t(`mail.lead.${code}`, values),
    { rows: [[t("mail.request"), state.number], ...(title === null || title === "" ? [] : [[t("mail.title"), title] as const]), [t("mail.move"), reader.format.series(move)]] },
    { words: t("mail.open"), link: named.link },
    standsInFor !== undefined ? t("mail.because.standIn", { for: standsInFor }) : to.as === "desk" ? t("mail.because.desk", { desk: named.desk(to.desk)[language] }) : t(`mail.because.${to.as}`),
  ];
  return letter(language, t(`mail.subject.${code}`, values), blocks);
}

/** Whose move it is, each with its day where one is set. */
function moves(state: LiveState, reader: Reader, named: Omit<Named, "title">): string[] {
  const by = (who: string, day: string | null) => (day === null ? who : reader.t("mail.by", { who, day: reader.format.date(day) }));
  const requester = reader.t(state.requester === reader.id ? "mail.you" : "mail.theRequester");
  switch (state.status) {
    case "submitted":
    case "in-review":
      return state.steps.filter(({ status }) => status === "open").map((step) => by(step.assignee === reader.id ? reader.t("mail.you") : named.desk(step.desk)[reader.language], dueOf(step)));
    case "returned":
      return [requester];
    case "approved":
      return [by(requester, state.window.to)];
    case "permitted":
      return [by(requester, state.permit.validUntil)];
    case "closed":
    case "rejected":
    case "withdrawn":
    case "expired":
    case "revoked":
      return [reader.t("mail.nobody")];
    default:
      return state satisfies never;
  }
}
