import { Remark } from "@/app/_ui/remark";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { requirementName } from "@/lib/server/requirement-name";

/** What the requester has left late on other requests. It stops nothing: whoever asks and whoever decides know of it. */
export async function LateObligations({ detail }: { detail: RequestDetail }) {
  const { language, t, format } = await reader();
  const late = detail.lateObligations;
  if (late.length === 0) return null;
  return (
    <Remark state="stop">
      <h2 className="font-medium">{t("obligation.elsewhere.title", { count: late.length })}</h2>
      <ul className="grid gap-1">
        {late.map(({ request, number, kind, requirement, due }, at) => (
          <li key={at}>
            {request === null ? <span className="font-mono">{number}</span> : <a href={`/requests/${request}#obligations`} className="font-mono">{number}</a>}{" · "}
            {format.joined([requirement === null ? t(`obligation.kind.${kind}`) : requirementName(requirement, language, t), t("obligation.was", { day: format.date(due) })])}
          </li>
        ))}
      </ul>
    </Remark>
  );
}
