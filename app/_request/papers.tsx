import { ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { HashMark } from "@/app/_ui/hash-mark";
import { papers, type PaperId } from "@/lib/policy/papers";
import { ErasePaper } from "@/app/_retention/paper-form";
import { groundNamed } from "@/lib/retention/grounds";
import { reader } from "@/lib/server/language";
import { currentActor } from "@/lib/server/session";
import type { RequestDetail } from "@/lib/server/request-detail";
import { sendDocument } from "./actions";
import { CommandForm } from "./command-form";

/** The papers of a request, those that its rules ask for, and a form for one more. */
export async function Papers({ detail, next, onward }: { detail: RequestDetail; next: string; onward?: string }) {
  const { language, t, ui, format } = await reader();
  const asked = [...new Set(detail.requirements.flatMap(({ regime }) => detail.regimes[regime]?.papers ?? []))] as PaperId[];
  const nameOf = (id: string | null) => (id !== null && id in papers ? papers[id as PaperId][language] : null);
  const actor = await currentActor();
  const reads = actor.kind === "person" ? actor.id : null;
  const isParty = reads !== null && [detail.requester, ...detail.team].includes(reads);
  // People take back what they attached themselves; a desk takes away what should not be there.
  const mayErase = (person: string | null) => detail.allowed.some(({ command, allowed }) => command === "erase" && allowed) && (!isParty || person === reads);
  const may = detail.allowed.some(({ command, allowed }) => command === "attachDocument" && allowed);
  return (
    <div className="grid gap-6">
      {detail.documents.length === 0 && !may && <EmptyState>{t("case.noPapers")}</EmptyState>}
      {detail.documents.length > 0 && (
        <ul className="grid gap-3">
          {detail.documents.map(({ id, name, paper, size, sha256, erased, person }) => (
            <li key={id} className="grid gap-0.5">
              {erased ? <span className="text-ink-2">{t("retention.erase.gone", { day: format.date(erased.at), law: groundNamed(erased.rule)?.law[language] ?? erased.rule })}</span> : <a href={`/requests/${detail.id}/documents/${id}`} download>{name}</a>}
              <span className="text-xs text-ink-3">{[nameOf(paper), format.bytes(size)].filter(Boolean).join(" · ")} <HashMark t={ui} hash={sha256} /></span>
              {erased === null && mayErase(person ?? null) && <ErasePaper detail={detail} document={id} next={next} />}
            </li>
          ))}
        </ul>
      )}
      {may && (
        <CommandForm
          compact
          action={sendDocument}
          words={{ error: ui("error"), optional: ui("optional") }}
          fields={[
            { is: "hidden", name: "requestId", value: detail.id },
            { is: "hidden", name: "commandId", value: crypto.randomUUID() },
            { is: "hidden", name: "next", value: next },
            { is: "file", name: "file", label: t("pages.papers.file"), hint: t("pages.papers.hint") },
            { is: "select", name: "paper", label: t("pages.papers.which"), options: asked.filter((id) => id in papers).map((id) => ({ value: id, label: papers[id][language] })), empty: t("pages.papers.other"), optional: true },
          ]}
          submits={[{ label: ui("act.attach") }]}
        />
      )}
      {onward && <div><ButtonLink href={onward} look="first">{t("pages.section.check")}</ButtonLink></div>}
    </div>
  );
}
