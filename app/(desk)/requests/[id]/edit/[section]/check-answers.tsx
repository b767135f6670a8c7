import { Answers } from "@/app/_request/answers";
import { sendCommand } from "@/app/_request/actions";
import { CommandForm } from "@/app/_request/command-form";
import { hiddenFields } from "@/app/_request/hidden";
import { refusalSentence } from "@/app/_request/outcome";
import { LateObligations } from "@/app/_request/late-obligations";
import { LineAnswers, PartyAnswers } from "@/app/_request/party-answers";
import { Requirements } from "@/app/_request/requirements";
import { Terms } from "@/app/_request/terms";
import type { Actor } from "@/lib/access/actor";
import { gateOf } from "@/lib/request/requirement";
import type { Refusal } from "@/lib/request/refusal";
import { reader, type Reader } from "@/lib/server/language";
import type { DetailRequirement, RequestDetail } from "@/lib/server/request-detail";
import { pageOf } from "../../../edit-pages";

/** Everything once more before it is sent: answers, what is due before submission, terms, and what still stands in the way. */
export async function CheckAnswers({ detail, actor }: { detail: RequestDetail; actor: Actor }) {
  const words = await reader();
  const { t, ui } = words;
  const here = `/requests/${detail.id}/edit/check`;
  const submit = detail.allowed.find(({ command }) => command === "submit");
  const against = detail.allowed.find(({ command }) => command === "deleteDraft")?.reasons ?? [];
  const kept = against.find(({ code }) => code === "underHold" || code === "liftedTheHold");
  return (
    <div className="grid gap-8">
      <Answers detail={detail} change />
      <LineAnswers detail={detail} />
      <PartyAnswers detail={detail} actor={actor} change />
      {detail.requirements.some(isBefore) && (
        <section>
          <h3 className="pb-2 text-md font-semibold">{t("pages.check.before")}</h3>
          <Requirements detail={detail} next={here} only={isBefore} />
        </section>
      )}
      <section>
        <h3 className="pb-2 text-md font-semibold">{t("pages.check.terms")}</h3>
        <Terms detail={detail} next={here} />
      </section>
      <section className="border-t border-line pt-6">
        <LateObligations detail={detail} />
        {submit && !submit.allowed && (
          <>
            <h3 className="pb-2 text-md font-semibold">{t("pages.check.stillOpen")}</h3>
            <ul className="grid list-disc gap-1 ps-5 pb-4 text-sm">{submit.reasons.map((reason, at) => <li key={at}><StillOpen reason={reason} detail={detail} words={words} /></li>)}</ul>
          </>
        )}
        <CommandForm action={sendCommand} words={{ error: ui("error") }} fields={hiddenFields("submit", detail.id, `/requests/${detail.id}`)} submits={[{ label: t("pages.check.submit"), look: "first" }]} />
        <p className="pt-3 text-sm text-ink-3">{t("pages.notSent")}</p>
      </section>
      {!against.some(({ code }) => code === "notRequester") && (
        <section>
          {kept ? (
            <>
              <h3 className="pb-2 text-md font-semibold">{t("pages.check.delete")}</h3>
              <p className="text-sm text-ink-2">{refusalSentence(kept, words)}</p>
            </>
          ) : (
            <CommandForm folded={{ within: true, summary: t("pages.check.delete"), lead: <p className="pb-3 text-sm text-ink-2">{t("pages.check.deleteHint")}</p> }} action={sendCommand} words={{ error: ui("error") }} fields={hiddenFields("deleteDraft", detail.id, "/requests")} submits={[{ label: t("pages.check.delete"), look: "danger" }]} />
          )}
        </section>
      )}
    </div>
  );
}

function isBefore(one: DetailRequirement): boolean {
  return gateOf(one) === "submission";
}

/** What stands in the way, as a link to where it is answered. */
function StillOpen({ reason, detail, words }: { reason: Refusal; detail: RequestDetail; words: Reader }) {
  const page = pageOf(reason.path, detail.kind, detail.facts);
  const said = refusalSentence(reason, words, detail.names.steps);
  return page ? <a href={`/requests/${detail.id}/edit/${page}#${reason.path?.replace(/^(facts|parties)\./, "")}`}>{said}</a> : <>{said}</>;
}
