import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { nameAt } from "@/lib/workflow/step-name";
import type { Blocker } from "@/lib/request/blockers";
import { type Reader, reader } from "@/lib/server/language";
import { requirementName } from "@/lib/server/requirement-name";
import type { RequestDetail } from "@/lib/server/request-detail";

/** Everything that keeps the request from its permit, its next crossing or its end, each with whose move it is. */
export async function HeldBy({ detail }: { detail: RequestDetail }) {
  const words = await reader();
  const { t } = words;
  if (detail.blockers.length === 0) return null;
  return (
    <Panel id="held" title={t("pages.requirements.blocks")} count={String(detail.blockers.length)}>
      <ul>
        {detail.blockers.map((one, at) => (
          <li key={at} className="grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 text-sm first:border-t-0 sm:grid-cols-[12rem_minmax(0,1fr)] sm:px-5">
            <span><Tag state={one.by === "requester" ? "rest" : "moving"}>{t(`pages.requirements.mover.${one.by}`)}</Tag></span>
            <span>{sentence(one, detail, words)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function sentence({ code, requirement, step, number }: Blocker, { names, requirements }: RequestDetail, { language, t, ui, format }: Reader) {
  if (requirement === undefined || code === "prohibited") {
    return t(`pages.requirements.heldBy.${code}`, { requirement: requirement === undefined ? "" : requirementName(requirement, language, t), step: step === undefined ? "" : (nameAt(names.steps, step)?.[language] ?? step), number: number ?? "" });
  }
  const status = code === "requirementExpired" ? "expired" : requirements.find(({ id }) => id === requirement)?.status;
  return <a href={`#${requirement}`}>{status ? format.aside(requirementName(requirement, language, t), ui(`requirementStatus.${status}`)) : requirementName(requirement, language, t)}</a>;
}
