import { StepGraph } from "@/app/_ui/step-graph";
import { type Reader, reader } from "@/lib/server/language";
import { moment, realClock } from "@/lib/server/clock";
import type { RequestDetail } from "@/lib/server/request-detail";
import { decidedBy } from "./decided-by";
import { mayDecide } from "./decisive";
import { StepClock } from "./step-clock";

/** The steps of a case as a graph: where it has been, where it is and since when, what is still ahead. */
export async function Steps({ detail }: { detail: RequestDetail }) {
  const words = await reader();
  const { language, t, ui, format } = words;
  const { today } = moment(realClock);
  const can = new Set(detail.steps.filter((step) => mayDecide(detail, step)?.allowed).map(({ id }) => id));
  const submitted = { id: "submitted", name: ui("status.submitted"), side: "origin" as const, status: detail.submittedAt ? ("done" as const) : ("ahead" as const), office: detail.names.people[detail.submittedBy ?? detail.requester], note: detail.submittedAt ? format.date(detail.submittedAt) : undefined, needs: [] };
  const steps = detail.steps.map((step) => {
    const last = step.decisions.at(-1);
    // Whoever has it; in a later round it goes by default to whoever decided the one before.
    const holder = step.holder?.person ?? step.assignee ?? step.previously;
    const who = holder ? detail.names.people[holder] : (step.deskNames?.[language] ?? step.desk);
    const organisation = step.organisation ? detail.names.organisations[step.organisation]?.[language] : undefined;
    const status = step.outcome === "rejected" ? ("stopped" as const) : step.outcome === "returned" ? ("ahead" as const) : step.status === "done" ? ("done" as const) : step.status === "cancelled" ? ("not-needed" as const) : step.status === "open" && detail.status !== "returned" ? (can.has(step.id) ? ("yours" as const) : ("now" as const)) : ("ahead" as const);
    const note = last ? format.joined([decidedBy(last, detail.names, words), t("pages.outcomeOn", { outcome: t(`pages.outcome.${last.outcome}`), day: format.date(last.at) }), step.stands !== null && t("after.stands.note", { day: format.date(last.at), round: step.round })]) : step.status === "open" && step.since ? t("pages.since", { day: format.date(step.since) }) : undefined;
    const clock = step.time && detail.status !== "rejected" && detail.status !== "withdrawn" ? <StepClock state={step.time} places={step.clock?.calendars ?? []} words={words} today={today} /> : null;
    return { id: step.id, name: step.name[language], side: step.side, status, office: format.within(who, organisation), note: clock ? <>{note}{clock}</> : note, needs: step.needs.of.length > 0 ? step.needs.of : ["submitted"], ...(status === "yours" ? { href: `/requests/${detail.id}/decide/${step.id}` } : {}) };
  });
  const ends = steps.filter(({ id }) => !steps.some(({ needs }) => needs.includes(id))).map(({ id }) => id);
  const permit = { id: "permit", name: t("pages.permit.title"), side: "joint" as const, status: detail.permit ? ("done" as const) : detail.status === "rejected" || detail.status === "withdrawn" ? ("stopped" as const) : ("ahead" as const), note: detail.permit?.number ?? permitWaits(detail, words), needs: ends.length > 0 ? ends : ["submitted"] };
  return <StepGraph t={ui} steps={[submitted, ...steps, permit]} />;
}

/** What the permit waits for: papers of outside authorities, and other requests by their numbers. */
function permitWaits({ blockers }: RequestDetail, { t, format }: Reader): string | undefined {
  const count = blockers.filter(({ requirement }) => requirement).length;
  const numbers = blockers.flatMap(({ number }) => number ?? []);
  return format.joined([count > 0 && t("pages.permit.waits", { count }), numbers.length > 0 && t("dossier.waits.note", { numbers: format.list(numbers) })]) || undefined;
}
