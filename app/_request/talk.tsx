import { EmptyState } from "@/app/_ui/empty-state";
import { audiences } from "@/lib/request/commands/comment";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { sendCommand } from "./actions";
import { CommandForm } from "./command-form";
import { hiddenFields } from "./hidden";

/** What was said about a request, for whom, and a form to say more: with a button for each audience, so that nothing goes to the wrong one by a forgotten box. */
export async function Talk({ detail, next, isOfficer }: { detail: RequestDetail; next: string; isOfficer: boolean }) {
  const { t, ui, format } = await reader();
  const may = detail.allowed.some(({ command, allowed }) => command === "comment" && allowed);
  const offered = isOfficer ? audiences : (["requester"] as const);
  return (
    <div className="grid gap-4">
      {detail.talk.length === 0 ? <EmptyState>{t("pages.talk.none")}</EmptyState> : (
        <ul className="grid gap-3">
          {detail.talk.map((entry) => (
            <li key={entry.seq}>
              <p>{entry.text}</p>
              <p className="text-xs text-ink-3">{[entry.person ? detail.names.people[entry.person] : null, format.dateTime(entry.at), t(`pages.talk.to.${entry.audience}`)].filter(Boolean).join(" · ")}</p>
            </li>
          ))}
        </ul>
      )}
      {may && (
        <CommandForm
          compact
          action={sendCommand}
          words={{ error: ui("error") }}
          fields={[
            ...hiddenFields("comment", detail.id, next),
            { is: "area", name: "text", label: t("pages.talk.say") },
          ]}
          submits={offered.map((audience) => ({ label: t(`pages.talk.send.${audience}`), name: "audience", value: audience }))}
        />
      )}
    </div>
  );
}
