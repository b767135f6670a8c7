import { addDays } from "../calendar/day.ts";
import { type AuditFinding, findingStatus } from "./state.ts";

export const reminded = ["reply", "followUp"] as const;
/** What whoever is asked is reminded of: a reply, or what follows; on its day, and once more when that is over. */
export type Reminder = { readonly of: (typeof reminded)[number]; readonly due: string; readonly isLate: boolean };

type Waiting = Pick<AuditFinding, "replies" | "closed" | "replyBy" | "followUp" | "told">;

/** What is to be said of a finding today, and was not said before: who was away on the day is told once, that it is late. */
export function reminderOn(finding: Waiting, today: string): Reminder | null {
  const due = awaited(finding).find(({ on }) => on <= today);
  return due ? { of: due.of, due: due.due, isLate: due.due < today } : null;
}

/** The next day on which something is to be said; null when all was said, or nothing is waited for. */
export function nextReminder(finding: Waiting): string | null {
  return awaited(finding)[0]?.on ?? null;
}

/** What is waited for, the next to be said first. */
function awaited(finding: Waiting): readonly { readonly of: Reminder["of"]; readonly due: string; readonly on: string }[] {
  const { closed, replyBy, followUp, told } = finding;
  if (closed) return [];
  const waits = [...(findingStatus(finding) === "asked" ? [{ of: "reply" as const, due: replyBy }] : []), ...(followUp ? [{ of: "followUp" as const, due: followUp.due }] : [])];
  return waits
    .flatMap((one) => {
      const said = told.filter(({ of, due }) => of === one.of && due === one.due);
      if (said.some(({ isLate }) => isLate)) return [];
      return [{ ...one, on: said.length > 0 ? addDays(one.due, 1) : one.due }];
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
